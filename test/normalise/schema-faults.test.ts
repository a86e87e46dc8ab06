import { expect, test } from "vitest";
import { readConnection } from "../../functions/normalise/connection.ts";
import { fromTyped } from "../../functions/normalise/typed.ts";
import { refusal } from "./refusal.ts";

const MANY = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 1]));

test.each([
  [
    "typed figures",
    () => fromTyped({ account: 1, followers: 2, ...MANY }, { now: 0, time_zone: "UTC" }),
  ],
  ["a connection", () => readConnection({ platform: "x", ...MANY })],
])("of the faults of %s fifty are written down", (_what, run) => {
  expect(refusal(run).problems).toEqual(
    Array.from({ length: 50 }, (_, index) => [`k${index}`, "unknown_field"]),
  );
});
