/** What `npm start` remembers between two starts, beside the local database. Readable by its owner alone. */
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { newToken, SHORTEST_ADMIN_TOKEN } from "../../functions/model/token.ts";
import { ROOT } from "../build.ts";

export type State = {
  ADMIN_TOKEN?: string;
  CREDENTIALS_KEY?: string;
  VAPID_KEYS?: string;
  /** The demo's load: the instant its history ends at, and how many requests are in. */
  demo?: { now: number; sent: number; done: boolean };
  /** The links that were made here, by kind. */
  links?: Partial<Record<"view" | "plan" | "export" | "push", { id: number; text: string }>>;
};

/** Where the local database lives. */
export const stateFolder = (): string =>
  resolve(ROOT, process.env.DENYUT_STATE || join(".wrangler", "state"));

const OWNER_ONLY = 0o600;
const fileOf = (folder: string): string => join(folder, "denyut.json");

export function readState(folder: string): State {
  try {
    return JSON.parse(readFileSync(fileOf(folder), "utf8")) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new Error(`${fileOf(folder)} can't be read: ${(error as Error).message}`);
  }
}

export function saveState(folder: string, state: State): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder), `${JSON.stringify(state, null, 2)}\n`, { mode: OWNER_ONLY });
  // `mode` counts only for a new file
  chmodSync(fileOf(folder), OWNER_ONLY);
}

/** From the environment, else `.dev.vars`, else as kept, else new. */
export function secretsOf(
  state: State,
): Required<Pick<State, "ADMIN_TOKEN" | "CREDENTIALS_KEY" | "VAPID_KEYS">> {
  const given = { ...devVars(), ...process.env };
  return {
    ADMIN_TOKEN: given.ADMIN_TOKEN || state.ADMIN_TOKEN || newToken(),
    CREDENTIALS_KEY: given.CREDENTIALS_KEY || state.CREDENTIALS_KEY || newKey(),
    VAPID_KEYS: given.VAPID_KEYS || state.VAPID_KEYS || newVapidKeys(),
  };
}

/** Why this token is no lock; `null`: it is one. */
export const refusalOf = (adminToken: string): string | null =>
  adminToken.length >= SHORTEST_ADMIN_TOKEN
    ? null
    : `ADMIN_TOKEN has ${adminToken.length} characters and needs at least ${SHORTEST_ADMIN_TOKEN}: it opens everything, and a short one can be guessed. Leave it out to have one made.`;

/** Base64 of 32 random bytes: an AES key. */
export const newKey = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");

/** By which push services know who sends: a P-256 pair, the public point and the private number, base64url. */
export function newVapidKeys(): string {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const { d } = privateKey.export({ format: "jwk" });
  const uncompressed = Buffer.from([4]);
  const point = Buffer.concat([
    uncompressed,
    ...[x, y].map((one) => Buffer.from(one ?? "", "base64url")),
  ]);
  return `${point.toString("base64url")}.${d}`;
}

function devVars(): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(join(ROOT, ".dev.vars"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}
