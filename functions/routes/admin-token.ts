/**
 * The one admin token. It is the environment's ADMIN_TOKEN, until another is made here: the Worker cannot change its own secret,
 * so the database keeps the SHA-256 of the new one, and of the one that it took the place of. As long as the environment has that
 * very one, the new one holds and the environment's opens nothing; any other secret (`wrangler secret put ADMIN_TOKEN`) holds
 * at once, and the one that was made here opens nothing any more: it is forgotten, so that it does not come back with the older
 * secret. So there is always exactly one.
 */
import { fault, Problem } from "../model/problem.ts";
import { loginName, newToken, SHORTEST_ADMIN_TOKEN, sha256 } from "../model/token.ts";
import { lostTheRace } from "../store/failures.ts";
import { type AdminToken, forgetAdminToken, saveAdminToken } from "../store/library.ts";
import { revokeLogins } from "../store/links.ts";
import type { Ctx } from "./env.ts";

export type Admin = {
  /** SHA-256 of the token that holds, hex. */
  hash: string;
  /** SHA-256 of the environment's, hex. */
  environment: string;
  /** What a login by it is called: one by another is over. */
  login: string;
  /** The environment's own holds, and can be guessed. */
  short: boolean;
};

/** `null`: there is no admin token at all. */
export async function adminOf(
  env: { ADMIN_TOKEN?: string | undefined },
  made: AdminToken | null,
): Promise<Admin | null> {
  const token = env.ADMIN_TOKEN;
  if (!token) return null;
  const environment = await sha256(token);
  const replaced = made !== null && alike(made.replaced, environment);
  return replaced
    ? { hash: made.made, environment, login: await loginName(made.made), short: false }
    : {
        hash: environment,
        environment,
        login: await loginName(token),
        short: token.length < SHORTEST_ADMIN_TOKEN,
      };
}

/**
 * What was made here, as long as it holds. The first request that finds another secret in the environment forgets it for good.
 * Where the database takes nothing in now, a later one does: nobody is kept out by that.
 */
export async function stillMade(
  c: Ctx,
  admin: Admin | null,
  made: AdminToken | null,
): Promise<AdminToken | null> {
  if (made === null || admin === null || alike(made.replaced, admin.environment)) return made;
  try {
    await forgetAdminToken(c.env.DB, made).run();
    return null;
  } catch {
    return made;
  }
}

/** Two digests compared in constant time. */
function alike(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  const [one, other] = [encoder.encode(a), encoder.encode(b)];
  return one.byteLength === other.byteLength && crypto.subtle.timingSafeEqual(one, other);
}

/**
 * Is it the admin's own token? One that is short enough to be guessed is no lock, and opens nothing; who knows it is told.
 * @param hash SHA-256 of what came, hex
 */
export function isAdminToken(admin: Admin | null, hash: string): boolean {
  if (!admin || !alike(admin.hash, hash)) return false;
  if (admin.short) {
    throw new Problem(
      "unavailable",
      `ADMIN_TOKEN has fewer than ${SHORTEST_ADMIN_TOKEN} characters, can be guessed and opens nothing; set another: npx wrangler secret put ADMIN_TOKEN`,
      [fault("", "short_admin_token")],
    );
  }
  return true;
}

/**
 * A new admin token, and every login by the old one over. It is given once: only its digest is kept.
 * @returns the token, and what a login by it is called
 * @throws {Problem} `conflict` where another was made in the same moment
 */
export async function renewAdminToken(c: Ctx): Promise<{ token: string; login: string }> {
  const admin = c.get("admin");
  if (!admin) throw new Error("nobody is the admin where there is no token");
  const token = newToken();
  const made = await sha256(token);
  const seen = c.get("admin_made")?.made ?? null;
  try {
    await c.env.DB.batch([
      saveAdminToken(c.env.DB, { made, replaced: admin.environment }, seen),
      revokeLogins(c.env.DB, c.get("now")),
    ]);
  } catch (error) {
    if (!lostTheRace(error)) throw error;
    throw new Problem("conflict", "another admin token was made in this very moment");
  }
  return { token, login: await loginName(made) };
}
