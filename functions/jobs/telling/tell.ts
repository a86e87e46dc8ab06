/**
 * Tells people of notices, and of the week. What is to be told follows from the notices as they are stored, so that a crash
 * loses nothing; each message is taken up before it is sent and noted after: one that broke off between is sent again, once its
 * lease is over.
 */
import { outsideQuiet, triedAgain, weekToTell } from "../../analyse/telling.ts";
import { calendarOf, dayOf } from "../../model/day.ts";
import type { StandingClaim } from "../../model/look.ts";
import type { Delivery, Letter, Written } from "../../model/recipient.ts";
import type { Instant } from "../../model/snapshot.ts";
import { contentOf, streakIn } from "../../present/letters.ts";
import { toStreakLine } from "../../present/streak-line.ts";
import type { LetterContent } from "../../present/views/letter.ts";
import type { StreakLine } from "../../present/views/streak.ts";
import {
  claimLetters,
  type DueLetter,
  dropLetters,
  forgetLetters,
  type LetterKey,
  listDue,
  listUntold,
  type Noted,
  noteLetters,
  postponeLetters,
  saveLetters,
} from "../../store/outbox.ts";
import {
  endOver,
  type Heard,
  listRecipientsById,
  type RecipientRow,
  saveHeard,
} from "../../store/recipients.ts";
import { listStreaksById } from "../../store/streaks.ts";
import type { TellEnv } from "./post.ts";
import { type From, sendTo } from "./reach.ts";
import { type Bundle, sortOut } from "./sort-out.ts";

export type Telling = From & {
  now: Instant;
  time_zone: string;
  /** Those that stand now. */
  claims: readonly StandingClaim[];
  /** What it says, in the recipient's language. */
  say: (content: LetterContent, recipient: RecipientRow) => Promise<Written>;
  /** The week as this recipient may see it; `null`: none is told this time. */
  week: ((recipient: RecipientRow) => Promise<LetterContent>) | null;
  /** So many times six messages at most. */
  waves: number;
};

/** A Worker has six connections at a time. */
const AT_ONCE = 6;
/** Nobody takes it up meanwhile; longer than any message takes. */
const LEASE_SECONDS = 10 * 60;

/**
 * Two questions in one round trip where there is nothing to tell, and no row written. A wave takes six queries more, and six
 * requests; the first week of a wave what an Overview takes.
 */
export async function tell(db: D1Database, env: TellEnv, telling: Telling): Promise<void> {
  const [queued, known] = await Promise.all([enqueue(db, telling), dueNow(db, telling)]);
  // what was queued may be due at once
  let due = queued ? await dueNow(db, telling) : known;
  const weeks = new Set<number | null>();
  for (let wave = 1; await tellSome(db, env, telling, { due, weeks }); wave += 1) {
    if (wave === telling.waves) return;
    due = await dueNow(db, telling);
  }
}

/** The week is the cron's to tell. */
const dueNow = async (db: D1Database, { now, time_zone, week }: Telling): Promise<DueLetter[]> =>
  (await listDue(db, now, dayOf(now, time_zone))).filter(
    ({ kind }) => week !== null || kind !== "weekly",
  );

/** An Overview takes ten queries: the week is made once at a time, for all who see the same by it. */
function hasRoom({ recipient: { link }, letters }: Bundle, weeks: Set<number | null>): boolean {
  if (letters[0]?.kind !== "weekly") return true;
  if (weeks.size === 0) weeks.add(link);
  return weeks.has(link);
}

/** What became true, or is over, and for whom; at night it waits for the morning. Answers whether there was any. */
async function enqueue(db: D1Database, { now, time_zone, week }: Telling): Promise<boolean> {
  const untold = await listUntold(db, now, week && weekToTell(now, time_zone));
  const letters = untold.map(({ quiet_from, quiet_to, ...letter }) => ({
    ...letter,
    due_at: outsideQuiet(now, { from: quiet_from, to: quiet_to }, time_zone),
  }));
  if (letters.length === 0) return false;
  await db.batch([endOver(db, now), forgetLetters(db, now), ...saveLetters(db, letters)]);
  return true;
}

/** Some of what is due; answers whether there may be more. */
async function tellSome(
  db: D1Database,
  env: TellEnv,
  telling: Telling,
  { due, weeks }: { due: readonly DueLetter[]; weeks: Set<number | null> },
): Promise<boolean> {
  const { now, time_zone } = telling;
  if (due.length === 0) return false;
  const [recipients, streaks] = await Promise.all([
    listRecipientsById(db, [...new Set(due.map(({ recipient }) => recipient))]),
    streaksOf(db, due, time_zone),
  ]);
  const { drop, later, send } = sortOut(due, recipients, telling);
  const chosen = send.filter((bundle) => hasRoom(bundle, weeks)).slice(0, AT_ONCE);
  const aside = [...dropLetters(db, drop), ...postponeLetters(db, later)];
  if (aside.length > 0) await db.batch(aside);
  const claimed = await claimLetters(
    db,
    chosen.flatMap(({ letters }) => letters),
    now + LEASE_SECONDS,
  );
  const mine = chosen.flatMap(({ recipient, letters }): Bundle[] => {
    const own = letters.filter((letter) => claimed.some((key) => isSame(key, letter)));
    return own.length === 0 ? [] : [{ recipient, letters: own }];
  });
  const told = await Promise.all(mine.map((bundle) => tellOne(env, telling, bundle, streaks)));
  const notes = [
    ...noteLetters(
      db,
      told.flatMap(({ noted }) => noted),
    ),
    ...saveHeard(
      db,
      told.flatMap(({ heard }) => heard ?? []),
    ),
  ];
  if (notes.length > 0) await db.batch(notes);
  return mine.length > 0;
}

const isSame = (a: LetterKey, b: LetterKey): boolean =>
  a.recipient === b.recipient &&
  a.subject === b.subject &&
  a.since === b.since &&
  a.state === b.state;

async function streaksOf(
  db: D1Database,
  due: readonly DueLetter[],
  time_zone: string,
): Promise<StreakLine[]> {
  const ids = due.flatMap(({ stands }) => streakIn(stands) ?? []);
  if (ids.length === 0) return [];
  const day = calendarOf(time_zone);
  return (await listStreaksById(db, [...new Set(ids)])).flatMap((row) => {
    const account = due.find(({ stands }) => streakIn(stands) === row.id)?.account;
    return account ? toStreakLine(row, account, day) : [];
  });
}

type Told = { noted: Noted[]; heard: Heard | null };

async function tellOne(
  env: TellEnv,
  telling: Telling,
  { recipient, letters }: Bundle,
  streaks: readonly StreakLine[],
): Promise<Told> {
  const { now, time_zone, week, say, claims } = telling;
  const [first] = letters;
  if (!first) return { noted: [], heard: null };
  const content =
    first.kind === "weekly"
      ? ((await week?.(recipient)) ?? null)
      : contentOf(letters, streaks, claims);
  if (!content) {
    const nothing = { outcome: "void", fault: null, due_at: now, done_at: now, sent_on: null };
    return { noted: letters.map((one) => ({ ...keyOf(one), ...nothing }) as Noted), heard: null };
  }
  const letter: Letter = {
    ...(await say(content, recipient)),
    tag: tagOf(first),
    subject: `${recipient.id} ${first.subject}`,
    kind: first.kind,
    state: first.state,
    at: first.since,
  };
  const short = letters.some(({ fault }) => fault === "too_large");
  const delivery = await sendTo(env, recipient, letter, telling, short);
  const noted = letters.map((one) => ({
    ...keyOf(one),
    ...afterwards(delivery, one, now, dayOf(now, time_zone)),
  }));
  return { noted, heard: heardOf(recipient, delivery, noted, now) };
}

/** The same of the same message whenever it is sent. */
const tagOf = ({ subject, since, state }: LetterKey): string =>
  `${subject} ${since} ${state}`.replaceAll(" ", "-");

const keyOf = ({ recipient, subject, since, state }: LetterKey): LetterKey => ({
  recipient,
  subject,
  since,
  state,
});

/** What the same again would not mend. */
const FOR_GOOD = ["gone", "refused", "redirected", "no_key"];

function afterwards(
  delivery: Delivery,
  { tries, fault: before }: Pick<DueLetter, "tries" | "fault">,
  now: Instant,
  today: string,
): Omit<Noted, keyof LetterKey> {
  const over = { due_at: now, done_at: now };
  if (delivery.ok) return { ...over, outcome: "sent", fault: null, sent_on: today };
  const { fault, retry_after } = delivery;
  const shortened = fault === "too_large" && before !== "too_large";
  const again = shortened ? now : triedAgain(tries + 1, now, retry_after);
  if (again === null || FOR_GOOD.includes(fault) || (fault === "too_large" && !shortened)) {
    return { ...over, outcome: "given_up", fault, sent_on: null };
  }
  return { outcome: null, fault, due_at: again, done_at: null, sent_on: null };
}

function heardOf(
  { id, wait_until }: RecipientRow,
  delivery: Delivery,
  noted: readonly Noted[],
  now: Instant,
): Heard {
  const fault = delivery.ok ? null : delivery.fault;
  const again = Math.max(now, ...noted.map(({ due_at }) => due_at));
  return {
    id,
    at: now,
    fault,
    wait_until: fault === "throttled" ? again : wait_until,
    // it is not there any more: nothing else is sent to it
    ended_at: fault === "gone" ? now : null,
  };
}
