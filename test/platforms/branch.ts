/**
 * A second, smaller library: the other page in a list to choose from, the account that a wrong token belongs to, and a
 * neighbour that must go on being read when the first fails.
 */
import { DEMO_ACCOUNTS, type DemoAccount } from "../demo/accounts.ts";

const NAME = "Perpustakaan Kecamatan Gadingrejo";

/** How it is called on each platform, and how many follow it. */
const BRANCH = {
  instagram: ["perpus.gadingrejo", "17841400000000001", 310, 520],
  facebook: ["perpusgadingrejo", "104500000000001", 900, 1_240],
  tiktok: ["perpus.gadingrejo", "7100000000000000001", 40, 190],
  x: ["perpus_gadingrejo", "1100000000000000001", 120, 164],
} as const;

/** Posts half as often as the main library, and nothing out of the usual ever happened to it. */
export const BRANCH_ACCOUNTS: readonly DemoAccount[] = DEMO_ACCOUNTS.map((account) => {
  const [handle, external_id, before, now] = BRANCH[account.platform];
  return {
    ...account,
    seed: `branch ${account.platform}`,
    handle,
    external_id,
    name: NAME,
    followers: { before, now },
    pace: account.pace * 2,
    incidents: [],
  };
});
