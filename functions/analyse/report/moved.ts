/** Whether a month's figures are still what a report says they are. */
import type { Report, ReportFigure } from "../../model/report.ts";
import { MATTERS } from "../comparison.ts";

type Figures = { id: number; figures: readonly Pick<ReportFigure, "measure" | "value">[] };

/** What does not grow by itself once the month is over: any difference is a correction. */
const COUNTED: readonly ReportFigure["measure"][] = ["posts", "followers"];

/**
 * A post goes on drawing a reaction now and then, which changes nothing of what was signed: reach, views, reactions and rates
 * moved where they did by a tenth. Posts that came to be known or went, follower counts that were corrected, what was unknown
 * and is not any more, an account more or less: that did too.
 * @param now the same months' figures of the accounts that the report is of, and of those that have something in it since
 */
export function haveMoved(report: Pick<Report, "accounts">, now: readonly Figures[]): boolean {
  if (
    now.some(({ id, figures }) => !report.accounts.some((one) => one.id === id) && isKnown(figures))
  )
    return true;
  return report.accounts.some((account) => {
    const own = now.find(({ id }) => id === account.id);
    return account.figures.some(({ measure, value }) =>
      moved(measure, value, own?.figures.find((one) => one.measure === measure)?.value ?? null),
    );
  });
}

const isKnown = (figures: Figures["figures"]): boolean =>
  figures.some(({ value }) => value !== null);

function moved(measure: ReportFigure["measure"], was: number | null, is: number | null): boolean {
  if (was === is) return false;
  if (was === null || is === null || COUNTED.includes(measure)) return true;
  return Math.abs(is - was) >= MATTERS * Math.abs(was);
}
