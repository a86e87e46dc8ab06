/** What people changed, for the admin: as a page and as JSON. */
import { instantOrNull } from "../model/day.ts";
import { isId } from "../model/id.ts";
import type { PersonChange } from "../model/person-change.ts";
import { fault, Problem } from "../model/problem.ts";
import type { ChangedLine } from "../present/views/changes.ts";
import { listChanges } from "../store/changes.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, viewPage } from "./page.ts";

/** Changes of one page. */
const MOST_CHANGES = 100;

export const changes = {
  "GET /changes": async (c) => {
    const { rows, next } = await pageOf(c);
    const lines = rows.map(toChangedLine);
    return viewPage(c, { screen: "changes", chrome: chromeOf(c), changes: lines, next });
  },

  "GET /api/changes": async (c) => {
    const { rows, next } = await pageOf(c);
    const lines = rows.map(({ at, ...change }) => ({ ...change, at: instantOrNull(at) }));
    return c.json({ changes: lines, next: next && `/api/changes?before=${next}` }, 200, NO_STORE);
  },
} satisfies Handlers;

async function pageOf(c: Ctx): Promise<{ rows: PersonChange[]; next: number | null }> {
  const before = c.req.query("before");
  if (before !== undefined && !isId(before)) {
    throw new Problem("invalid", "before must be a change's id", [fault("before", "not_a_count")]);
  }
  const rows = await listChanges(c.env.DB, before ? Number(before) : null, MOST_CHANGES);
  return { rows, next: rows.length === MOST_CHANGES ? (rows.at(-1)?.id ?? null) : null };
}

function toChangedLine({
  id,
  at,
  who,
  link,
  what,
  subject,
  before,
  after,
}: PersonChange): ChangedLine {
  const said = after ?? before ?? {};
  const name = [said.title, said.text, said.name_id, said.slug, said.topic].find(
    (one) => typeof one === "string",
  );
  const done = before === null ? "made" : after === null ? "removed" : "changed";
  return { id, at, who, admin: link === null, what, subject, name: name ?? null, done };
}
