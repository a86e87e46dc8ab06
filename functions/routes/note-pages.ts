/** A note's page, and that of a new one. */
import type { Handlers } from "./addresses.ts";
import { noteView } from "./note-reading.ts";
import { page, viewPage } from "./page.ts";
import { idOf } from "./reading.ts";

export const notePages = {
  "GET /notes/new": async (c) => viewPage(c, await noteView(c, { id: null })),

  "GET /notes/:id": (c) => page(c, () => noteView(c, { id: idOf(c) })),
} satisfies Handlers;
