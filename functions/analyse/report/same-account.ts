import type { AccountName } from "../../model/account.ts";

export const isSame = (a: AccountName, b: AccountName): boolean =>
  a.platform === b.platform && a.handle === b.handle;
