/** The view links that the admin may send, asked for when they are wanted. */
import { call } from "./call.ts";

type ViewLink = { name: string; url: string; only: string | null };

type LinkJson = {
  kind: string;
  name: string;
  url: string | null;
  accounts: { handle: string }[] | null;
  expires_at: string | null;
  revoked_at: string | null;
};

/** Those that open, and whose address can be shown. */
export async function viewLinks(): Promise<ViewLink[]> {
  const answer = await call("GET", "/api/links", null);
  const all = answer.ok ? (answer.json.links as LinkJson[]) : [];
  return all.flatMap(({ kind, name, url, accounts, expires_at, revoked_at }) => {
    const over = expires_at !== null && Date.parse(expires_at) <= Date.now();
    if (kind !== "view" || url === null || revoked_at !== null || over) return [];
    return [{ name, url, only: accounts?.map(({ handle }) => handle).join(", ") ?? null }];
  });
}
