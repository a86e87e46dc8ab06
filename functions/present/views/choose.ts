/** After a platform's own consent page: which page or account is it? */
import type { Platform } from "../../model/platform.ts";
import type { Chrome } from "./chrome.ts";

export type ChooseView = {
  screen: "choose";
  chrome: Chrome;
  platform: Platform;
  /** Goes back with the choice. */
  state: string;
  accounts: { platform: Platform; external_id: string; handle: string; name: string | null }[];
};
