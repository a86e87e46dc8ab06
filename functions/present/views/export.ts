/** The human page of the export: what each file and column means. */
import type { Chrome } from "./chrome.ts";

export type ExportView = {
  screen: "export";
  chrome: Chrome;
  /** The address up to and with the last slash. */
  base: string;
};
