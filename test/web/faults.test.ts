/** What a refusal says on the screen, in both languages. */
import { expect, test } from "vitest";
import { Problem } from "../../functions/model/problem.ts";
import { checked } from "../../functions/routes/body.ts";
import { newLinkWire } from "../../functions/routes/links.ts";
import { correctionWire } from "../../functions/routes/posts.ts";
import { faultText } from "../../web/islands/call.ts";

/** The first fault of what `run` is refused for. */
function faultOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem && error.problems[0]) return error.problems[0];
  }
  throw new Error("was not refused");
}

const link = (kind: unknown) => faultOf(() => checked(newLinkWire, { kind, name: "Dinas" }));

test("a text that is none of the choices: the choices are named", () => {
  const fault = link("banana");
  expect(fault).toEqual({
    path: "kind",
    code: "not_one_of",
    message: "is not one of the known values: view, push, export",
  });
  expect(faultText(fault, "id")).toBe("kind: harus salah satu dari: view, push, export");
  expect(faultText(fault, "en")).toBe("kind: must be one of: view, push, export");
});

test.each([
  ["a number for a choice", link(3), "wrong_type"],
  ["no choice at all", link(undefined), "required"],
  [
    "a topic nobody knows",
    faultOf(() => checked(correctionWire, { topic: "nonsense" })),
    "not_one_of",
  ],
])("%s", (_what, fault, code) => {
  expect(fault.code).toBe(code);
});
