import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  COLLECT_CRON,
  HOURLY_CRON,
  LEARN_CRON,
  TELL_CRON,
  TICK_SECONDS,
} from "../../functions/model/run.ts";
import { ROOT } from "../../tools/build.ts";
import {
  accountsOf,
  databaseIdOf,
  deployedTo,
  leftovers,
  missingSecrets,
  neverDeployed,
  nextSteps,
  withDatabaseId,
} from "../../tools/deploy/plan.ts";

const ID = "0123abcd-0000-4000-8000-000000000001";
const OTHER_ID = "0123abcd-0000-4000-8000-000000000002";

test("what belongs to tests and the demo is not deployed", () => {
  expect(leftovers(["TIME_ZONE", "PUBLIC_DASHBOARD", "ADMIN_TOKEN"])).toEqual([]);
  expect(leftovers(["TIME_ZONE", "NOW", "TIKTOK_URL", "RECEIVERS_URL"])).toEqual([
    "NOW",
    "TIKTOK_URL",
    "RECEIVERS_URL",
  ]);
});

test("who is logged in", () => {
  expect(accountsOf('\n{"loggedIn":false}\n')).toBeNull();
  expect(accountsOf('{"loggedIn":true,"accounts":[{"id":"1","name":"Perpustakaan"}]}')).toEqual([
    { id: "1", name: "Perpustakaan" },
  ]);
});

test("only a Worker that is not there passes for one that was never deployed", () => {
  expect(
    neverDeployed(
      'Error: ✘ [ERROR] Worker "denyut" not found.\n\nIf this is a new Worker, run `wrangler deploy` first',
    ),
  ).toBe(true);
  for (const other of [
    "Error: getaddrinfo ENOTFOUND api.cloudflare.com",
    "Error: account 0123 not found",
    "Error: fetch failed",
  ]) {
    expect(neverDeployed(other)).toBe(false);
  }
});

test("the cron that is deployed is the one that collects", () => {
  const crons = /crons = \[(.*)\]/.exec(readFileSync(join(ROOT, "wrangler.toml"), "utf8"))?.[1];
  expect(crons).toBe(
    [COLLECT_CRON, HOURLY_CRON, TELL_CRON, LEARN_CRON]
      .map((cron) => JSON.stringify(cron))
      .join(", "),
  );
  expect(COLLECT_CRON).toBe(`*/${TICK_SECONDS / 60} * * * *`);
});

test("the database is found by its whole name", () => {
  const list = JSON.stringify([
    { name: "denyut-old", uuid: OTHER_ID },
    { name: "denyut", uuid: ID },
  ]);
  expect(databaseIdOf(list, "denyut")).toBe(ID);
  expect(databaseIdOf(list, "deny")).toBeNull();
  expect(databaseIdOf("[]", "denyut")).toBeNull();
});

describe("wrangler.toml", () => {
  const toml = readFileSync(join(ROOT, "wrangler.toml"), "utf8");

  test("takes the database's id, keeps all else, and takes another one in its place", () => {
    const fresh = toml.replace(/^database_id.*\n/m, "");
    const written = withDatabaseId(fresh, "denyut", ID);
    expect(written.split("\n").filter((line) => !fresh.split("\n").includes(line))).toEqual([
      `database_id = "${ID}"`,
    ]);
    expect(written).toContain(`database_name = "denyut"\ndatabase_id = "${ID}"\n`);
    expect(withDatabaseId(written, "denyut", OTHER_ID)).toBe(written.replace(ID, OTHER_ID));
  });

  test("of another project is refused", () => {
    expect(() => withDatabaseId('name = "x"', "denyut", ID)).toThrow("no line");
  });
});

test("only missing secrets are made", () => {
  expect(missingSecrets([])).toEqual(["ADMIN_TOKEN", "CREDENTIALS_KEY", "VAPID_KEYS"]);
  expect(missingSecrets(["ADMIN_TOKEN", "X_CLIENT_ID"])).toEqual(["CREDENTIALS_KEY", "VAPID_KEYS"]);
  expect(missingSecrets(["CREDENTIALS_KEY", "VAPID_KEYS", "ADMIN_TOKEN"])).toEqual([]);
});

test("the address is told by wrangler's output, where crons are targets too", () => {
  const output = [
    '{"type":"wrangler-session","version":1}',
    '{"type":"deploy","version":1,"targets":["schedule: */15 * * * *","https://denyut.dinas.workers.dev"]}',
    "",
  ].join("\n");
  expect(deployedTo(output)).toBe("https://denyut.dinas.workers.dev");
  expect(deployedTo('{"type":"deploy","targets":["perpus.pasuruan.go.id"]}')).toBe(
    "https://perpus.pasuruan.go.id",
  );
  expect(deployedTo('{"type":"deploy","targets":[]}')).toBeNull();
});

test("the admin token is shown when it was made, and never again", () => {
  const url = "https://denyut.dinas.workers.dev";
  const first = nextSteps({ url, adminToken: "t-o-k-e-n" });
  expect(first).toContain("t-o-k-e-n");
  expect(first).toContain("https://denyut.dinas.workers.dev/login");
  expect(nextSteps({ url, adminToken: null })).toContain("from the first deploy");
});

test("without a login it says so in words, and touches nothing", () => {
  const before = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
  const { CLOUDFLARE_API_TOKEN: _token, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "tools/deploy.ts")], {
    cwd: ROOT,
    encoding: "utf8",
    // no home: nobody is logged in there
    env: { ...env, HOME: "/nonexistent", XDG_CONFIG_HOME: "/nonexistent", CI: "true" },
    input: "",
  });
  expect(stderr).toContain("Not logged in to Cloudflare");
  expect(status).toBe(1);
  expect(readFileSync(join(ROOT, "wrangler.toml"), "utf8")).toBe(before);
});
