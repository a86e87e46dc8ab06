import type { AccountName } from "../../functions/model/account.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";

/** `Instagram`, and the handle where the platform has more than one of these accounts. */
export const accountName = (
  { platform, handle }: AccountName,
  among: readonly { platform: string }[],
): string =>
  PLATFORM_NAMES[platform] +
  (among.filter((one) => one.platform === platform).length > 1 ? ` · ${handle}` : "");
