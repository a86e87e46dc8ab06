/**
 * `npm run deploy`: makes on Cloudflare what is missing (the database, the secrets), applies the migrations, then deploys.
 *
 * -- --dry-run   builds, and says what it would do
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_readConfig } from "wrangler";
import { newToken } from "../functions/model/token.ts";
import { build, ROOT, run, toolEnvironment } from "./build.ts";
import {
  type Account,
  accountsOf,
  databaseIdOf,
  deployedTo,
  leftovers,
  missingSecrets,
  neverDeployed,
  nextSteps,
  type SecretName,
  withDatabaseId,
} from "./deploy/plan.ts";
import { newKey, newVapidKeys } from "./local/state.ts";

const TOML = join(ROOT, "wrangler.toml");
const config = unstable_readConfig({ config: TOML });
const database = config.d1_databases[0];
const databaseName = database?.database_name;
if (!databaseName) stop("wrangler.toml names no D1 database.");

refuseLeftovers(Object.keys(config.vars), "wrangler.toml has");
await build(console.log);

if (process.argv.includes("--dry-run")) {
  await run("wrangler", ["deploy", "--dry-run"]);
  console.log(`It builds. \`npm run deploy\` would:
  1. check that you are logged in to Cloudflare, and else open the login page
  2. ${database?.database_id ? `use the database ${database.database_id}` : `find or create the D1 database "${databaseName}" in Asia and write its id into wrangler.toml`}
  3. make those of the secrets ADMIN_TOKEN, CREDENTIALS_KEY and VAPID_KEYS that the Worker has not
  4. apply the pending migrations of ${database?.migrations_dir}
  5. deploy the Worker "${config.name}" with its workroom and its crons ${config.triggers.crons?.join(", ")}`);
  process.exit(0);
}

await logIn();

let id = database?.database_id ?? (await findDatabase());
if (!id) {
  console.log(`Creating the database "${databaseName}" …`);
  await run("wrangler", ["d1", "create", databaseName, "--location", "apac"]);
  id = await findDatabase();
  if (!id) stop("The database was created, but wrangler does not list it. Try again in a minute.");
}
if (id !== database?.database_id) {
  writeFileSync(TOML, withDatabaseId(readFileSync(TOML, "utf8"), databaseName, id));
  console.log(`The database is ${id}; wrangler.toml says so now.`);
}

const known = await secretNames();
refuseLeftovers(known, "the Worker has the secret");
const missing = missingSecrets(known);
const MAKERS = { ADMIN_TOKEN: newToken, CREDENTIALS_KEY: newKey, VAPID_KEYS: newVapidKeys };
const made: Partial<Record<SecretName, string>> = Object.fromEntries(
  missing.map((name) => [name, MAKERS[name]()]),
);

console.log("Applying the migrations …");
// before the new Worker, which needs them; the one that still runs can live with what they add
await run("wrangler", ["d1", "migrations", "apply", databaseName, "--remote"]);

console.log("Deploying …");
const folder = mkdtempSync(join(tmpdir(), "denyut-deploy-"));
try {
  const secrets = join(folder, "secrets.json");
  const output = join(folder, "output.ndjson");
  const OWNER_ONLY = 0o600;
  writeFileSync(secrets, JSON.stringify(made), { mode: OWNER_ONLY });
  await attended(["deploy", ...(missing.length > 0 ? ["--secrets-file", secrets] : [])], output);
  const url = deployedTo(readFileSync(output, "utf8"));
  console.log(nextSteps({ url, adminToken: made.ADMIN_TOKEN ?? null }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function refuseLeftovers(names: readonly string[], where: string): void {
  const found = leftovers(names);
  if (found.length === 0) return;
  stop(
    `${where} ${found.join(", ")}: that belongs to tests and the local demo. Take it out first.`,
  );
}

/** Logged in, and to one account that is clear. */
async function logIn(): Promise<void> {
  let accounts = await whoami();
  if (!accounts) {
    if (!process.stdin.isTTY) {
      stop("Not logged in to Cloudflare. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.");
    }
    console.log("Opening Cloudflare's login page in the browser …");
    await attended(["login"]);
    accounts = await whoami();
    if (!accounts)
      stop("Still not logged in to Cloudflare. Run `npx wrangler login` and try again.");
  }
  if (accounts.length > 1 && !process.env.CLOUDFLARE_ACCOUNT_ID && !config.account_id) {
    const lines = accounts.map(
      ({ id: account, name }) => `  CLOUDFLARE_ACCOUNT_ID=${account} npm run deploy   # ${name}`,
    );
    stop(`You have several accounts at Cloudflare. Say which one:\n${lines.join("\n")}`);
  }
}

async function whoami(): Promise<Account[] | null> {
  try {
    return accountsOf(await run("wrangler", ["whoami", "--json"]));
  } catch {
    // it ends with 1 when nobody is logged in
    return null;
  }
}

async function findDatabase(): Promise<string | null> {
  return databaseIdOf(await run("wrangler", ["d1", "list", "--json"]), databaseName ?? "");
}

/** Empty for a Worker that was never deployed: wrangler then knows none of that name. */
async function secretNames(): Promise<string[]> {
  try {
    const list = await run("wrangler", ["secret", "list", "--format", "json"]);
    return (JSON.parse(list) as { name: string }[]).map(({ name }) => name);
  } catch (error) {
    if (neverDeployed(String(error))) return [];
    throw error;
  }
}

/** Runs wrangler where it may ask back. @param output where it writes what it did */
function attended(args: readonly string[], output?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, "node_modules/.bin/wrangler"), ...args], {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...toolEnvironment(), ...(output ? { WRANGLER_OUTPUT_FILE_PATH: output } : {}) },
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`wrangler ${args[0]} ended with ${code}`)),
    );
  });
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
