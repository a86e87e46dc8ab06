/** How a post grew: the curve, and its readings a page at a time. */
import { COUNTERS } from "../../functions/model/metric.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { PostView } from "../../functions/present/views/post.ts";
import { names } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";
import { More } from "../parts/field.tsx";
import { GrowthLine } from "../parts/growth-line.tsx";

export function Growth({ view }: { view: PostView }) {
  const { chrome, post, curve } = view;
  const words = postsWords[chrome.language].post;
  const speech = speechOf(chrome);
  const points = curve.points.flatMap(({ read_at, interactions }) =>
    interactions === null
      ? []
      : [{ hours: (read_at - post.published_at) / 3600, value: interactions }],
  );
  const newest = points.at(-1);
  if (!newest) return null;
  return (
    <section>
      <h2>{words.growth}</h2>
      {points.length === 1 ? (
        <p class="soft lead">{words.one_reading}</p>
      ) : (
        <GrowthLine
          points={points}
          newest={speech.count(newest.value)}
          start={words.published}
          end={ageWords(view, newest.hours)}
          label={words.growth_label(
            speech.count(newest.value),
            curve.whole
              ? speech.count(points.length)
              : words.more_than(speech.count(points.length)),
          )}
        />
      )}
      <More title={words.readings} id={READINGS} open={isPaged(chrome)}>
        <ReadingsTable view={view} />
        <ReadingsPages view={view} />
      </More>
    </section>
  );
}

function ageWords({ chrome }: PostView, hours: number): string {
  const words = postsWords[chrome.language].post;
  const [unit, value] = hours < 72 ? [words.hours, hours] : [words.days, hours / 24];
  const whole = Math.max(0, Math.round(value));
  return unit(whole, speechOf(chrome).count(whole));
}

const READINGS = "readings";

/** Is it another page of the readings than the newest? */
const isPaged = ({ path }: Chrome): boolean => /[?&]readings=./.test(path);

function ReadingsPages({ view: { chrome, post, older } }: { view: PostView }) {
  const words = postsWords[chrome.language].post;
  const paged = isPaged(chrome);
  if (older === null && !paged) return null;
  const to = (query: string) => `/posts/${post.id}${query}#${READINGS}`;
  return (
    <nav class="row-between" aria-label={words.readings}>
      {paged ? (
        <a class="action" href={to("")}>
          {words.newest}
        </a>
      ) : (
        <span />
      )}
      {older !== null && (
        <a class="action" rel="next" href={to(`?readings=${older}`)}>
          {words.older} ›
        </a>
      )}
    </nav>
  );
}

function ReadingsTable({ view }: { view: PostView }) {
  const { chrome, readings, earlier } = view;
  const words = postsWords[chrome.language].post;
  const { metrics } = names[chrome.language];
  const speech = speechOf(chrome);
  const known = COUNTERS.filter((counter) => readings.some((reading) => reading[counter] !== null));
  const cell = (value: number | null) => (value === null ? "–" : speech.count(value));
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.read}</th>
            <th scope="col">{metrics.interactions}</th>
            {known.map((counter) => (
              <th key={counter} scope="col">
                {metrics[counter]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map((reading, index) => (
            <tr key={reading.read_at}>
              <th scope="row">
                {speech.instant(reading.read_at)}
                {reading.import && (
                  <small class="block">{sourceWords(chrome, reading.import)}</small>
                )}
              </th>
              <td>{cell(reading.interactions)}</td>
              {known.map((counter) => (
                <td key={counter}>
                  {cell(reading[counter])}
                  {(reading[counter] ?? 0) < ((readings[index + 1] ?? earlier)?.[counter] ?? 0) && (
                    <small class="block">{words.lowered}</small>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const sourceWords = (chrome: Chrome, kind: string): string =>
  postsWords[chrome.language].post[kind === "typed" || kind === "merged" ? kind : "from_file"];
