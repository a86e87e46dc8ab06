import type { Handlers } from "./addresses.ts";
import { viewPage } from "./page.ts";
import { recipientsView } from "./recipient-reading.ts";

export const messages = {
  "GET /messages": async (c) => viewPage(c, await recipientsView(c)),
} satisfies Handlers;
