/** How comments were answered, of the accounts that whoever asks may see and chose. */
import { agreement } from "../analyse/answers/agreement.ts";
import { answersFor } from "../analyse/answers/answering.ts";
import { workingClocks } from "../analyse/answers/working-clocks.ts";
import { standingIn } from "../model/account.ts";
import { almanacOf } from "../model/almanac-days-between.ts";
import { type Period, secondsIn } from "../model/day.ts";
import { isId } from "../model/id.ts";
import { waitingLines } from "../present/answer-lines.ts";
import { answersHeadline } from "../present/answers-headline.ts";
import type { AnswersRow, AnswersView, JustAnswered } from "../present/views/answers.ts";
import { listParked } from "../store/accounts.ts";
import { listAlmanac } from "../store/almanac.ts";
import { findChange } from "../store/changes.ts";
import { listCommented } from "../store/commented.ts";
import { findWorkingHours } from "../store/library.ts";
import { listLeftOut } from "../store/notes.ts";
import { listThreads, listWaiting } from "../store/threads.ts";
import type { Ctx } from "./env.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayTell } from "./planning.ts";
import { askedOf, chosenOf, todayOf } from "./reading.ts";

export async function answersView(c: Ctx): Promise<AnswersView> {
  const db = c.env.DB;
  const chosen = chosenOf(c);
  // asked in one round trip with whose they are
  const ids = chosen.then(({ accounts }) => accounts.map(({ id }) => id));
  const period = secondsIn(askedOf(c), c.get("time_zone"));
  const [
    { choice, visible, accounts },
    threads,
    { all: waits, listed },
    commented,
    { working_hours, working },
    just,
  ] = await Promise.all([
    chosen,
    listThreads(db, ids, period),
    listWaiting(db, ids),
    listCommented(db, ids),
    clocksOf(c, chosen),
    justOf(c),
  ]);
  const read = accounts.filter(({ id }) => commented.includes(id));
  const { all, accounts: each } = answersFor(
    threads,
    read.map(({ id }) => id),
    { now: c.get("now"), period, working },
  );
  const rows = read.map(
    ({ id, platform, handle }, index): AnswersRow => ({
      account: { platform, handle },
      ...(each[index] ?? all),
      waiting: waits.filter(({ account_id }) => account_id === id).length,
    }),
  );
  return {
    screen: "answers",
    chrome: chromeOf(c),
    choice,
    headline: answersHeadline(all, { accounts: visible.length, read: read.length }),
    working_hours,
    rows: rows.length > 1 ? [...rows, { account: null, ...all, waiting: waits.length }] : rows,
    unread: accounts
      .filter(({ id }) => !commented.includes(id))
      .map(({ platform, handle }) => ({ platform, handle })),
    waiting: waitingLines(listed, accounts),
    more_waiting: waits.length > listed.length,
    before: waits.filter(({ at }) => at < period.from).length,
    agreement: agreement(threads.filter(({ at }) => at >= period.from && at <= period.to)),
    may_settle: mayPlan(c),
    just,
  };
}

/** The working hours, and each account's clock that runs in them alone. Asked in one moment with whatever is asked beside it. */
async function clocksOf(c: Ctx, chosen: Promise<{ choice: Period }>) {
  const db = c.env.DB;
  const [{ choice }, working_hours, changes, notes, parked] = await Promise.all([
    chosen,
    findWorkingHours(db),
    listAlmanac(db),
    listLeftOut(db),
    listParked(db),
  ]);
  // a wait goes on after the period
  const within = { from: choice.from, to: todayOf(c) };
  const working = workingClocks({
    hours: working_hours,
    zone: c.get("time_zone"),
    within,
    almanac: almanacOf(changes, within.from, within.to),
    notes: notes.map((note) => ({
      ...note,
      left_out: true,
      accounts: standingIn(parked, note.accounts),
    })),
  });
  return { working_hours, working };
}

/** `?just=hours`, `?changed=`: what was just done, only to whoever may. */
async function justOf(c: Ctx): Promise<JustAnswered | null> {
  const { just, changed = "" } = c.req.query();
  if (!mayPlan(c)) return null;
  if (just === "hours") return { what: just };
  if (!isId(changed)) return null;
  const change = await findChange(c.env.DB, Number(changed));
  if (change?.what !== "comment" || !mayTell(c, change)) return null;
  return { what: change.after?.settled === true ? "settled" : "unsettled", change: change.id };
}
