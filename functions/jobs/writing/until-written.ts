/** Writers that meet: the batch's guard lets one through, and the others read and derive again. */
import { lostTheRace } from "../../store/accounts.ts";

/** Writers that meet try again so many times; each of them lost to one that got through. */
const ATTEMPTS = 8;

/** The first wait is at most so long, in milliseconds; each further one up to twice as long. */
const FIRST_PAUSE_MS = 10;

/** By chance, so that those who met do not meet again. */
const pause = (tried: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_PAUSE_MS * 2 ** (tried - 1)));

/**
 * Reads, derives and writes until no other writer comes between.
 * @param attempt reads and derives; what it returns is written in one batch, an empty list not at all
 */
export async function untilWritten<Result>(
  db: D1Database,
  attempt: () => Promise<{ result: Result; statements: D1PreparedStatement[] }>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    const { result, statements } = await attempt();
    if (statements.length === 0) return result;
    try {
      await db.batch(statements);
      return result;
    } catch (error) {
      if (tried === ATTEMPTS || !lostTheRace(error)) throw error;
      await pause(tried);
    }
  }
}
