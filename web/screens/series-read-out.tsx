import type { SeriesView } from "../../functions/present/views/series.ts";
import { seriesWords } from "../language/series.ts";
import { isKnown } from "../parts/series-props.ts";
import { accountName, type BucketLine, newestKnown } from "../parts/series-words.ts";

/** More accounts than these are scrolled through. */
const MOST_SEEN = 4;

/**
 * One bucket of all panels, in words, above them: of the newest that are whole, until the browser reads another. The slider
 * is the keyboard's way, and needs the browser.
 */
export function ReadOut({ view, lines }: { view: SeriesView; lines: BucketLine[] }) {
  const words = seriesWords[view.chrome.language];
  const at = newestKnown(view, lines);
  const shown = view.series.filter(isKnown);
  const values = (
    <dl>
      {shown.map((one, index) => (
        <div key={one.platform + one.account}>
          <dt>{accountName(one, view.series)}</dt>
          <dd>{lines[at]?.values[index]}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <div class="read-out">
      <div role="status">
        <b>{lines[at]?.when}</b>
        {shown.length > MOST_SEEN ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section tabIndex={0} aria-label={words.values}>
            {values}
          </section>
        ) : (
          <section>{values}</section>
        )}
      </div>
      <label hidden>
        <span class="hidden">{words.read[view.grain]}</span>
        <input type="range" min="0" max={lines.length - 1} value={at} />
      </label>
    </div>
  );
}
