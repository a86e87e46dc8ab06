/** What deploying decides: pure, so that it can be tested without an account at Cloudflare. */

/** Vars that belong to tests and to the local demo. With NOW the clock would stand still; with a platform's address the figures would be invented, and with the receivers' nobody told. */
const LOCAL_ONLY = [
  "NOW",
  "FACEBOOK_URL",
  "INSTAGRAM_URL",
  "X_URL",
  "TIKTOK_URL",
  "TIKTOK_BUSINESS_URL",
  "RECEIVERS_URL",
];

/** The names among these vars or secrets that must not be deployed. */
export const leftovers = (names: readonly string[]): string[] =>
  LOCAL_ONLY.filter((name) => names.includes(name));

export type Account = { id: string; name: string };

/** wrangler's `whoami --json`: the accounts one may deploy to; `null` when nobody is logged in. */
export function accountsOf(whoami: string): Account[] | null {
  const { loggedIn, accounts } = JSON.parse(whoami) as { loggedIn: boolean; accounts?: Account[] };
  return loggedIn ? (accounts ?? []) : null;
}

/** The id of the database of this name; `null` when there is none. @param list wrangler's `d1 list --json` */
export function databaseIdOf(list: string, name: string): string | null {
  const databases = JSON.parse(list) as { name: string; uuid: string }[];
  return databases.find((one) => one.name === name)?.uuid ?? null;
}

/** wrangler.toml with the database's id under its name. wrangler itself writes it only into JSON. */
export function withDatabaseId(toml: string, name: string, id: string): string {
  if (/^database_id\s*=/m.test(toml)) {
    return toml.replace(/^database_id\s*=.*$/m, `database_id = "${id}"`);
  }
  const line = `database_name = "${name}"`;
  if (!toml.includes(line)) throw new Error(`wrangler.toml has no line ${line}`);
  return toml.replace(line, `${line}\ndatabase_id = "${id}"`);
}

/**
 * Does wrangler say that there is no Worker of the name? Anything else that is not found must not pass for it: a new
 * CREDENTIALS_KEY over the old one would make every stored credential unreadable.
 */
export const neverDeployed = (message: string): boolean =>
  /Worker "[^"]*"( \(env: .*\))? not found\./.test(message);

const SECRETS = ["ADMIN_TOKEN", "CREDENTIALS_KEY", "VAPID_KEYS"] as const;
export type SecretName = (typeof SECRETS)[number];

/** The secrets that have to be made. @param list names that the Worker has already */
export const missingSecrets = (list: readonly string[]): SecretName[] =>
  SECRETS.filter((name) => !list.includes(name));

/** Where it was deployed to. @param output wrangler's output file, a JSON object a line */
export function deployedTo(output: string): string | null {
  for (const line of output.split("\n").filter((one) => one !== "")) {
    const entry = JSON.parse(line) as { type: string; targets?: string[] };
    const target = entry.type === "deploy" ? entry.targets?.find(isAddress) : undefined;
    if (target) return target.startsWith("http") ? target : `https://${target}`;
  }
  return null;
}

/** A target may also be a cron line. */
const isAddress = (target: string): boolean => /^(https:\/\/)?[\w.-]+\.[a-z]+\/?$/i.test(target);

export type Outcome = { url: string | null; adminToken: string | null };

/** Nobody can look how long one is that was put there by hand. */
const another = (why: string): string =>
  `${why}, random and of 32 characters or more:  npx wrangler secret put ADMIN_TOKEN`;

/** What to do next, in plain words. */
export function nextSteps({ url, adminToken }: Outcome): string {
  const address = url ?? "the address that wrangler printed above";
  const token = adminToken
    ? `Your admin token, shown this once: keep it in a password manager.

    ${adminToken}

  ${another("Lost it? Make another")}`
    : another("Your admin token is the one from the first deploy; a new one");
  return `
Denyut is running: ${address}

  ${token}

Next:
  1. Open ${url ? new URL("/login", url).href : "/login there"} and log in with the admin token.
  2. On the Data tab, give the library its name, then connect an account or import a platform's CSV file.
  3. On the Data tab, make a view link, and send it to management: it opens without an account.
  4. Make an export link for spreadsheets, and a push token if a cron of yours delivers figures.

After changes to the code: npm run deploy again. It applies new migrations before it deploys.
`;
}
