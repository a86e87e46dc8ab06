/** A link with its QR code. */
import type { AccountName } from "../../model/account.ts";
import type { LinkKind } from "../../model/link.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

export type LinkLine = {
  id: number;
  kind: LinkKind;
  name: string;
  /** The address to share; `null` when it can't be shown again. */
  url: string | null;
  /** The accounts that it is limited to; `null`: all. */
  accounts: (AccountName & { id: number })[] | null;
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  last_used_on: Day | null;
  /** An export link that opens the dashboard too. */
  with_dashboard: boolean;
  /** A view link whose preview in a messenger may hold figures. */
  preview_figures: boolean;
};

export type LinkView = { screen: "link"; chrome: Chrome; link: LinkLine; qr: string | null };
