/** The turn to write: taken by those who have met, one after the other. By the database's own clock, which all share. */

/** Longer than any write takes, in seconds; then the turn is the next one's. */
const TURN_SECONDS = 5;

/** Takes the turn if nobody has it. @returns whether it is the holder's */
export async function takeTurn(db: D1Database, holder: string): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `insert into turn (id, holder, until) values (1, ?1, unixepoch('subsec') + ${TURN_SECONDS})
       on conflict (id) do update set holder = excluded.holder, until = excluded.until
       where turn.until <= unixepoch('subsec')`,
    )
    .bind(holder)
    .run();
  return meta.changes > 0;
}

export const endTurn = (db: D1Database, holder: string) =>
  db.prepare("delete from turn where holder = ?1").bind(holder);
