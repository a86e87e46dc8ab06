/** Events made, changed, removed, taken back: each a change that is noted with who made it. */
import type { EventFields, LinkSaid } from "../../model/event.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { fault, Problem } from "../../model/problem.ts";
import { listAccounts } from "../../store/accounts.ts";
import type { EventRow } from "../../store/events.ts";
import { listPostsById } from "../../store/posts.ts";
import type { Planning } from "./rewrite.ts";
import {
  type EventState,
  noSuchEvent,
  rewriteEvent,
  sameDays,
  sameEventVersion,
} from "./rewrite-event.ts";

export const createEvent = async (
  db: D1Database,
  planning: Planning,
  fields: EventFields,
): Promise<EventRow> =>
  standing(
    await rewriteEvent(db, planning, null, (_, id) => ({
      row: { ...fields, id, version: 1, changed_at: planning.now, effect: null },
      said: [],
      plans: [],
    })),
  );

/**
 * Only what is named changes.
 * @param version the one that the person saw
 * @throws {Problem} `not_found`; `conflict` where somebody changed it since; `invalid` where it would end before it starts
 */
export const changeEvent = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
  said: Partial<EventFields>,
): Promise<EventRow> =>
  standing(
    await rewriteEvent(db, planning, id, (before) => {
      const state = seen(before, version);
      const row = { ...state.row, ...said };
      if (row.ends_at !== null && row.ends_at < row.starts_at) {
        throw new Problem("invalid", "the event would end before it starts", [
          fault("ends_at", "ends_before_start"),
        ]);
      }
      // what was judged was judged of other days
      const effect = sameDays(row, state.row) ? row.effect : null;
      return next(state, { row: { ...row, effect } }, planning);
    }),
  );

/** @throws {Problem} as `changeEvent` */
export const removeEvent = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<void> => {
  await rewriteEvent(db, planning, id, (before) => {
    seen(before, version);
    return null;
  });
};

/**
 * What a person says of a post: that it is about the event, that it is not, for ever; `undefined`: the rule decides again.
 * @throws {Problem} `invalid` for a post that is not known or not shown, or not of an account that the link opens
 */
export const sayOfPost = async (
  db: D1Database,
  planning: Planning,
  id: number,
  { version, post, linked }: { version: number; post: number; linked: boolean | undefined },
): Promise<EventRow> => {
  const [[found], accounts] = await Promise.all([listPostsById(db, [post]), listAccounts(db)]);
  const account = accounts.find(
    ({ id, hidden_at }) => id === found?.account_id && hidden_at === null,
  );
  const isOpen = planning.allowed?.includes(account?.id ?? 0) ?? true;
  if (!account || found?.hidden_at !== null || !isOpen) {
    throw new Problem("invalid", "there is no such post", [fault("post", "no_such_post")]);
  }
  return standing(
    await rewriteEvent(db, planning, id, (before) => {
      const state = seen(before, version);
      const others = state.said.filter((one) => one.post !== post);
      const said = linked === undefined ? others : [...others, { post, linked }];
      return next(state, { said }, planning);
    }),
  );
};

/**
 * Takes a change of an event back, as long as it is the event's newest; plans that had lost it have it again.
 * @returns the event's id
 * @throws {Problem} `conflict` where it was changed since
 */
export const undoEventChange = async (
  db: D1Database,
  planning: Planning,
  { subject, before: b, after: a }: PersonChange,
): Promise<number> => {
  const was = b as KeptEvent | null;
  const is = a as KeptEvent | null;
  // a post may have been taken away since
  const known = new Set(
    (await listPostsById(db, was?.said.map(({ post }) => post) ?? [])).map(({ id }) => id),
  );
  await rewriteEvent(db, planning, subject, (stands) => {
    if ((stands?.row.version ?? null) !== (is?.version ?? null)) {
      throw new Problem("conflict", "this was changed again since", [
        fault("version", "stale_version"),
      ]);
    }
    if (!was) return null;
    const { said, plans, ...fields } = was;
    const version = (is ?? was).version + 1;
    const effect = stands && sameDays(stands.row, fields) ? stands.row.effect : null;
    return {
      row: { ...fields, id: subject, version, changed_at: planning.now, effect },
      said: said.filter(({ post }) => known.has(post)),
      plans: stands?.plans ?? plans,
    };
  });
  return subject;
};

/** An event as a change keeps it. */
type KeptEvent = Omit<EventRow, "changed_at" | "effect"> & { said: LinkSaid[]; plans: number[] };

const next = (state: EventState, more: Partial<EventState>, { now }: Planning): EventState => {
  const { row, ...rest } = { ...state, ...more };
  return { ...rest, row: { ...row, version: state.row.version + 1, changed_at: now } };
};

/** What stands, if it is what the person saw. */
function seen(before: EventState | null, version: number): EventState {
  if (!before) throw noSuchEvent();
  sameEventVersion(before.row, version);
  return before;
}

function standing(row: EventRow | null): EventRow {
  if (!row) throw new Error("an event that was changed comes back");
  return row;
}
