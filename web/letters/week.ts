/** The week in a text that a person sends on: the sentence, three figures, one thing to do, one link. At most 700 letters. */
import type { OverviewView } from "../../functions/present/views/overview.ts";

export const weekText = (view: OverviewView, address: string): string =>
  `${view.chrome.library}\n${address}`;
