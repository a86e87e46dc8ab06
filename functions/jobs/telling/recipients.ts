/** Who is told: taken in, changed, taken out, tried. */
import { fault, Problem } from "../../model/problem.ts";
import {
  type Delivery,
  type Letter,
  type NoticeKind,
  type Quiet,
  type Reach,
  reachText,
  type Written,
} from "../../model/recipient.ts";
import type { Instant } from "../../model/snapshot.ts";
import { sha256 } from "../../model/token.ts";
import { type RecipientRow, saveHeard, saveRecipient } from "../../store/recipients.ts";
import type { TellEnv } from "./post.ts";
import { type From, sealedReach, sendTo } from "./reach.ts";

export type NewRecipient = {
  reach: Reach;
  name: string;
  language: "id" | "en";
  kinds: readonly NoticeKind[];
  weekly: boolean;
  quiet: Quiet;
  /** The viewer's link; `null`: the admin's. */
  link: number | null;
  origin: string;
  now: Instant;
};

/**
 * The same device or address again is the same one, with what is said of it now.
 * @throws {Problem} `unavailable` without CREDENTIALS_KEY, `conflict` where there are too many
 */
export async function takeIn(
  db: D1Database,
  env: TellEnv,
  { reach, quiet, now, ...said }: NewRecipient,
): Promise<RecipientRow> {
  const hash = await sha256(reachText(reach));
  const sealed = await sealedReach(env, reach);
  if (sealed === null) {
    throw new Problem(
      "unavailable",
      "it cannot be kept: the secret CREDENTIALS_KEY is missing; npm run deploy makes it",
      [fault("", "no_seal_key")],
    );
  }
  const row = await saveRecipient(db, {
    ...said,
    way: reach.way,
    kinds: [...said.kinds],
    quiet_from: quiet.from,
    quiet_to: quiet.to,
    hash,
    sealed,
    created_at: now,
  });
  if (!row) {
    throw new Problem("conflict", "this would be one more than can be told; remove one first", [
      fault("", "too_many_recipients"),
    ]);
  }
  return row;
}

/** Sends a message that says that messages arrive. One that had ended and takes it goes on. */
export async function tryOut(
  db: D1Database,
  env: TellEnv,
  row: RecipientRow,
  said: Written,
  from: From & { now: Instant },
): Promise<Delivery> {
  const letter: Letter = {
    ...said,
    tag: `test-${from.now}`,
    subject: `${row.id} test`,
    kind: "test",
    state: "opened",
    at: from.now,
  };
  const delivery = await sendTo(env, row, letter, from);
  await db.batch(
    saveHeard(db, [
      {
        id: row.id,
        at: from.now,
        wait_until: delivery.ok ? 0 : row.wait_until,
        fault: delivery.ok ? null : delivery.fault,
        ended_at: delivery.ok
          ? null
          : delivery.fault === "gone"
            ? (row.ended_at ?? from.now)
            : row.ended_at,
      },
    ]),
  );
  return delivery;
}
