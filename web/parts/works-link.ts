/** Where the links of what works lead: whose posts, and at which level. */

import type { AccountName } from "../../functions/model/account.ts";
import type { Factor } from "../../functions/model/claim.ts";
import type { MixedBy } from "../../functions/model/target-mix.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { WorksOf } from "../../functions/present/views/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { accountName } from "./account-name.ts";

const whose = (of: WorksOf): Record<string, string> =>
  of ? { platform: of.platform, account: of.handle } : { accounts: "all" };

export function worksLink(of: WorksOf, by: MixedBy = "topic"): string {
  const query = new URLSearchParams({ ...whose(of), ...(by === "topic" ? {} : { mix: by }) });
  return `/works?${query}`;
}

export const memberLink = (of: WorksOf, factor: Factor, level: string): string =>
  `/works/posts?${new URLSearchParams({ ...whose(of), factor, level })}`;

/** `Instagram`, or `Di semua akun`. */
export const whoseName = (
  { language }: Chrome,
  of: WorksOf,
  among: readonly AccountName[],
): string => (of ? accountName(of, among) : worksScreenWords[language].together);
