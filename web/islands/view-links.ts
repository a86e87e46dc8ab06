/** The view links that the admin may send, asked for when they are wanted. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { call, refusalText } from "./call.ts";

export type ViewLink = { name: string; url: string; only: string | null };

type LinkJson = {
  kind: string;
  name: string;
  url: string | null;
  accounts: { handle: string }[] | null;
  expires_at: string | null;
  revoked_at: string | null;
};

/** Those that open, and whose address can be shown; or, in words, why it is not known which they are. */
export async function viewLinks(language: Language): Promise<ViewLink[] | string> {
  const answer = await call("GET", "/api/links", null);
  if (!answer.ok) return refusalText(answer, language);
  return (answer.json.links as LinkJson[]).flatMap(
    ({ kind, name, url, accounts, expires_at, revoked_at }) => {
      const over = expires_at !== null && Date.parse(expires_at) <= Date.now();
      if (kind !== "view" || url === null || revoked_at !== null || over) return [];
      return [{ name, url, only: accounts?.map(({ handle }) => handle).join(", ") ?? null }];
    },
  );
}
