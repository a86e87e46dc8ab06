/** The human page of the export: what each file and column means. */
import type { Chrome } from "./chrome.ts";

export type ExportView = {
  screen: "export";
  chrome: Chrome;
  /** The address up to and with the last slash. */
  base: string;
  /** The address that opens the dashboard, where the link does; `null`: it does not. */
  dashboard: string | null;
};
