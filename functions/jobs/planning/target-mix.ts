/** The mix that the library wishes for: set by people, each change noted with who made it. */
import { MIXED_BY, type MixedBy, type MixLevel, type TargetMix } from "../../model/target-mix.ts";
import { saveChanges } from "../../store/changes.ts";
import { touchLibrary } from "../../store/library.ts";
import { findTargetMix, saveTargetMix } from "../../store/target-mix.ts";
import { untilWritten } from "../writing/until-written.ts";
import type { Planning } from "./rewrite.ts";

/** The library's row, the change and the entry of that. */
const ROWS_OF_A_MIX = 3;

/** @param shares by topic or by format, whole; none: no wish any more */
export const setTargetMix = (
  db: D1Database,
  { now, author }: Pick<Planning, "now" | "author">,
  by: MixedBy,
  shares: Partial<Record<MixLevel, number>>,
): Promise<TargetMix | null> =>
  untilWritten(db, async () => {
    const before = await findTargetMix(db);
    const was = before?.[by] ?? {};
    if (JSON.stringify(was) === JSON.stringify(shares)) return { result: before, statements: [] };
    const { [by]: _was, ...others } = before ?? {};
    const after = none(shares) ? others : { ...others, [by]: shares };
    const kept: TargetMix | null = none(after) ? null : after;
    const change = {
      at: now,
      ...author,
      what: "target_mix",
      subject: MIXED_BY.indexOf(by) + 1,
      before: none(was) ? null : { by, shares: was },
      after: none(shares) ? null : { by, shares },
    } as const;
    return {
      result: kept,
      statements: [
        saveTargetMix(db, before, kept),
        ...saveChanges(db, [change]),
        touchLibrary(db, null, { written: ROWS_OF_A_MIX }),
      ],
    };
  });

const none = (of: object): boolean => Object.keys(of).length === 0;
