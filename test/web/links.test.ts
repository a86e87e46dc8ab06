import { expect, test } from "vitest";
import type { Choice } from "../../functions/present/views/chrome.ts";
import { type Keep, linkTo } from "../../web/links.ts";

const USUAL: Choice = {
  preset: "28d",
  from: "2026-11-01",
  to: "2026-11-28",
  platforms: null,
  rate_base: "followers",
  against: "before",
  offered: [],
};

test.each<[string, Partial<Choice>, Keep, string]>([
  ["what is usual is left out", {}, {}, "/posts"],
  ["what is empty too", {}, { sort: null, q: "" }, "/posts"],
  [
    "what was chosen stands there",
    { preset: "7d" },
    { sort: "reach" },
    "/posts?period=7d&sort=reach",
  ],
  ["days in place of a preset", { preset: null }, {}, "/posts?from=2026-11-01&to=2026-11-28"],
  ["commas as they are", { platforms: ["x", "tiktok"] }, {}, "/posts?platform=x,tiktok"],
  ["what somebody typed is escaped", {}, { q: "a b&c=ö#+," }, "/posts?q=a+b%26c%3D%C3%B6%23%2B,"],
])("an address: %s", (_, chosen, keep, address) =>
  expect(linkTo("/posts", { ...USUAL, ...chosen }, keep)).toBe(address),
);
