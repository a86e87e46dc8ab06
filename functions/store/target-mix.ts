import type { TargetMix } from "../model/target-mix.ts";

/** `null`: nobody wished anything. */
export async function findTargetMix(db: D1Database): Promise<TargetMix | null> {
  const row = await db
    .prepare("select target_mix from library where id = 1")
    .first<{ target_mix: string | null }>();
  return row?.target_mix ? (JSON.parse(row.target_mix) as TargetMix) : null;
}

/** @param before as it was read: where it is another by now, the database refuses the whole batch */
export const saveTargetMix = (db: D1Database, before: TargetMix | null, mix: TargetMix | null) =>
  db
    .prepare(
      "update library set target_mix = ?1, version = iif(target_mix is ?2, version, null) where id = 1",
    )
    .bind(mix && JSON.stringify(mix), before && JSON.stringify(before));
