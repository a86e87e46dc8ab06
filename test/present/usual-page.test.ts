import { expect, test } from "vitest";
import { usualPage } from "../../functions/present/usual-page.ts";

test.each([
  ["/", "/"],
  ["/?lang=en", "/"],
  ["/?period=2y", "/ period=2y"],
  ["/trend?metric=views&period=7d", "/trend metric=views period=7d"],
  ["/trend?period=7d&lang=id&metric=views", "/trend metric=views period=7d"],
  ["/posts", "/posts"],
  ["/calendar", "/calendar"],
  // whoever asks for anything else could fill the database with pages
  ["/posts?q=buku", null],
  ["/?period=3y", null],
  ["/?period=", null],
  ["/?period=7d&period=2y", null],
  ["/?platform=x", null],
  ["/?against=year", null],
  ["/?t=17", null],
  ["/?toString=1", null],
  ["/?metric=views", null],
  ["/posts?metric=views", null],
  ["/calendar?period=7d", null],
  ["/calendar?month=2026-11", null],
  ["/calendar?changed=1", null],
  ["/data", null],
  ["/posts/5", null],
  ["/api/overview", null],
])("%s is %s", (address, usual) =>
  expect(usualPage(new URL(address, "https://denyut.example"))).toBe(usual),
);
