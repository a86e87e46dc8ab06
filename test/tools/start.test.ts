import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newToken } from "../../functions/model/token.ts";
import { ROOT } from "../../tools/build.ts";
import { refusalOf } from "../../tools/local/state.ts";

test("an admin token that can be guessed starts nothing, and it is said why", () => {
  const folder = mkdtempSync(join(tmpdir(), "denyut-start-"));
  const state = join(folder, "state");
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "tools/start.ts")], {
    encoding: "utf8",
    env: { ...process.env, DENYUT_STATE: state, ADMIN_TOKEN: "perpus-2026" },
    // it would build and serve for ever
    timeout: 20_000,
  });
  expect([status, stderr]).toEqual([
    1,
    "ADMIN_TOKEN has 11 characters and needs at least 32: it opens everything, and a short one can be guessed. Leave it out to have one made.\n",
  ]);
  expect(existsSync(state)).toBe(false);
  rmSync(folder, { recursive: true });
});

test.each([
  ["a".repeat(31), false],
  ["a".repeat(32), true],
  [newToken(), true],
])("%s", (token, taken) => expect(refusalOf(token) === null).toBe(taken));
