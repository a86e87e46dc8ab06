/** The way to the form of a new trial, from wherever something of it is known. */
import type { AccountName } from "../../functions/model/account.ts";
import type { Claim } from "../../functions/model/claim.ts";
import type { TrialKind } from "../../functions/model/trial.ts";

/** `/trials/new?account=1&kind=hours&a=19:00`: what is not known is asked for there. */
export function trialHref(known: {
  /** Its number here, or its handle. */
  account?: number | string;
  platform?: string;
  kind?: TrialKind;
  a?: string;
  b?: string;
}): string {
  const query = new URLSearchParams(
    Object.entries(known).map(([name, value]) => [name, String(value)]),
  );
  return `/trials/new${query.size > 0 ? `?${query}` : ""}`;
}

/**
 * The trial that would tell what a claim cannot: whether it is the format or the hour. `null` where neither is asked.
 * @param account `null`: the claim is of all accounts together
 */
export function trialOfClaim(
  { factor, level, entangled_with }: Pick<Claim, "factor" | "level" | "entangled_with">,
  account: AccountName | null,
): string | null {
  const known = namedIn(account);
  const asked = [{ factor, level }, ...(entangled_with ? [entangled_with] : [])];
  const hours = asked.find((one) => one.factor === "hours");
  if (hours) return trialHref({ ...known, kind: "hours", a: middleOf(hours.level) });
  const format = asked.find((one) => one.factor === "format");
  return format ? trialHref({ ...known, kind: "formats", a: format.level }) : null;
}

/** An account as an address names it. */
export const namedIn = (account: AccountName | null): { account?: string; platform?: string } =>
  account === null ? {} : { account: account.handle, platform: account.platform };

/** A whole hour in the middle of a band: `18-21` is `19:00`. */
function middleOf(band: string): string {
  const [from = 0, to = 0] = band.split("-").map(Number);
  return `${String(Math.floor((from + to) / 2)).padStart(2, "0")}:00`;
}
