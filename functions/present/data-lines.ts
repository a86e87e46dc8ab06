/** What the Data tab lists and its part of the API answers: accounts, links, imports, days left out. */
import type { Account, AccountName } from "../model/account.ts";
import type { LinkKind } from "../model/link.ts";
import { accountUrl } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import type { AccountLine, ImportLine } from "./views/data.ts";
import type { LinkLine } from "./views/link.ts";

export const toAccountLine = (
  account: Account,
  {
    posts,
    first_post_on,
    first_day_on,
  }: Pick<AccountLine, "posts" | "first_post_on" | "first_day_on">,
): AccountLine => ({
  id: account.id,
  platform: account.platform,
  handle: account.handle,
  name: account.name,
  url: accountUrl(account.platform, account.handle),
  external_id: account.external_id,
  followers: account.followers,
  followers_at: account.followers_at,
  last_read_at: account.last_read_at,
  posts,
  first_post_on,
  first_day_on,
});

type KnownLink = Omit<LinkLine, "url" | "accounts"> & { accounts: number[] | null };

/**
 * @param url its address, where it can be shown
 * @param known all accounts; the link is limited to some of them by their ids
 */
export const toLinkLine = (
  {
    id,
    kind,
    name,
    accounts,
    created_at,
    expires_at,
    revoked_at,
    last_used_on,
    with_dashboard,
    preview_figures,
  }: KnownLink,
  url: string | null,
  known: readonly (AccountName & { id: number })[],
): LinkLine => ({
  id,
  kind,
  name,
  url,
  accounts:
    accounts &&
    known
      .filter((account) => accounts.includes(account.id))
      .map(({ id, platform, handle }) => ({ id, platform, handle })),
  created_at,
  expires_at,
  revoked_at,
  last_used_on,
  with_dashboard,
  preview_figures,
});

/** Where the holder goes with it; a push token goes into the cron's own settings, with the address it posts to. */
export function toLinkUrl(origin: string, kind: LinkKind, token: string): string | null {
  switch (kind) {
    case "view":
    case "plan":
      return `${origin}/v/${token}`;
    case "export":
      return `${origin}/export/v1/${token}/`;
    case "push":
      return `${origin}/api/snapshots#${token}`;
    case "admin":
      return null;
  }
}

type KnownImport = Omit<ImportLine, "undoing"> & {
  read_at: Instant;
  time_zone: string;
  /** Parts of its file are still remembered. */
  held: boolean;
};

export const toImportLine = ({ time_zone: _zone, held, ...row }: KnownImport): ImportLine => ({
  ...row,
  undoing: row.undone_at !== null && held,
});
