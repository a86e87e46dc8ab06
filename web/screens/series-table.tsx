import type { SeriesView } from "../../functions/present/views/series.ts";
import { seriesWords } from "../language/series.ts";
import { isKnown } from "../parts/series-props.ts";
import { accountName, type BucketLine } from "../parts/series-words.ts";

/** The newest first: that is what a person looks for. The read-out finds its words here too. */
export function SeriesTable({ view, lines }: { view: SeriesView; lines: BucketLine[] }) {
  const words = seriesWords[view.chrome.language];
  const shown = view.series.filter(isKnown);
  return (
    <details class="more">
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              {shown.map((one) => (
                <th key={one.platform + one.account} scope="col">
                  {accountName(one, view.series)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.toReversed().map(({ date, when, values }) => (
              <tr key={date}>
                <th scope="row">{when}</th>
                {values.map((value, index) => (
                  <td key={`${shown[index]?.platform} ${shown[index]?.account}`}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
