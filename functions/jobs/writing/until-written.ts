/**
 * Writers that meet: the batch's guard lets one through; the others take turns, read again and derive again. Were they all
 * to try at once, each round would let only one through. The queries of an invocation are counted: one for which another attempt is too
 * much is told to come back, which has fifty of its own.
 */
import { fault, Problem } from "../../model/problem.ts";
import { lostTheRace } from "../../store/failures.ts";
import { queriesOf } from "../../store/gathered.ts";
import { endTurn, takeTurn } from "../../store/turn.ts";

/** The turn is asked for so often, in some six seconds. */
const ASKED_FOR = 10;
/** D1's fifty of an invocation, less what is asked behind an answer. */
const MOST_QUERIES = 50 - 4;
/** The first wait is about so long, in milliseconds; each further one so much longer. */
const FIRST_PAUSE_MS = 50;
const LONGER = 1.6;

/** What an attempt came to, and how it is written: in one batch, an empty list not at all. */
type Attempt<Result> = () => Promise<{ result: Result; statements: D1PreparedStatement[] }>;

/**
 * Reads, derives and writes until no other writer comes between. A writer that meets nobody asks nothing more.
 * @throws {Problem} `unavailable` where too many write; nothing was stored
 */
export async function untilWritten<Result>(
  db: D1Database,
  attempt: Attempt<Result>,
): Promise<Result> {
  const before = queriesOf(db);
  const alone = await written(db, attempt, []);
  if (alone) return alone.result;
  const holder = crypto.randomUUID();
  const asked = queriesOf(db);
  // the other attempt asks as much as this one, and ends the turn
  await waitForTurn(db, holder, MOST_QUERIES - asked - (asked - before) - 1);
  let done: { result: Result } | null = null;
  try {
    done = await written(db, attempt, [endTurn(db, holder)]);
  } finally {
    if (!done) await endTurn(db, holder).run();
  }
  // somebody who came just now, and asked nobody for the turn, was faster
  if (!done) throw busy();
  return done.result;
}

/** @param more goes with what is written; @returns `null` where another writer came between */
async function written<Result>(
  db: D1Database,
  attempt: Attempt<Result>,
  more: readonly D1PreparedStatement[],
): Promise<{ result: Result } | null> {
  const { result, statements } = await attempt();
  const batch = [...statements, ...more];
  if (batch.length === 0) return { result };
  try {
    await db.batch(batch);
    return { result };
  } catch (error) {
    if (lostTheRace(error)) return null;
    throw error;
  }
}

/** @param most times that it may be asked for */
async function waitForTurn(db: D1Database, holder: string, most: number): Promise<void> {
  for (let asked = 0; asked < Math.min(ASKED_FOR, most); asked += 1) {
    if (asked > 0) {
      // by chance, so that those who met do not meet again
      const pause = FIRST_PAUSE_MS * LONGER ** (asked - 1) * (0.5 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (await takeTurn(db, holder)) return;
  }
  throw busy();
}

const busy = (): Problem =>
  new Problem("unavailable", "too many write at once; nothing was stored, send it again", [
    fault("", "busy"),
  ]);
