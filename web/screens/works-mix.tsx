/** What was published by topic or by format, beside the mix that the library wishes for. */
import type { MixRow } from "../../functions/model/content-mix.ts";
import type { Format } from "../../functions/model/format.ts";
import { MIXED_BY, type MixedBy, type MixLevel } from "../../functions/model/target-mix.ts";
import type { Topic } from "../../functions/model/topic.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { WorksView } from "../../functions/present/views/works.ts";
import { names, postsInWords } from "../language/names.ts";
import { speechOf } from "../language/speech.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { worksLink } from "../parts/works-link.ts";

/** As a list names it. */
export function mixLevelName(language: Language, by: MixedBy, level: MixLevel | null): string {
  if (level === null) return worksScreenWords[language].mix.unknown[by];
  const { topics, formats } = names[language];
  const name = by === "topic" ? topics[level as Topic] : formats[level as Format];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function WorksMix({ view }: { view: WorksView }) {
  const { chrome, mix, of, may_wish } = view;
  const words = worksScreenWords[chrome.language].mix;
  const speech = speechOf(chrome);
  const wished = mix.rows.some((row) => row.wished !== null);
  return (
    <section id="mix">
      <h2>{words.title}</h2>
      <nav class="options" aria-label={words.title}>
        {MIXED_BY.map((by) => (
          <a
            key={by}
            href={`${worksLink(of, by)}#mix`}
            aria-current={by === mix.by ? "true" : undefined}
          >
            {words.by[by]}
          </a>
        ))}
      </nav>
      {mix.rows.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <>
          <p class="small">
            {words.since(speech.day(mix.since), postsInWords[chrome.language](mix.posts))}{" "}
            {wished && words.count}
          </p>
          <ul class="mixed">
            {mix.rows.map((row) => (
              <Row key={row.level} view={view} row={row} />
            ))}
          </ul>
        </>
      )}
      {may_wish && (
        <p>
          <a class="action" href={`/works/mix?by=${mix.by}`}>
            {wished ? words.change : words.set}
          </a>
        </p>
      )}
    </section>
  );
}

function Row({ view, row }: { view: WorksView; row: MixRow }) {
  const { chrome, mix } = view;
  const words = worksScreenWords[chrome.language].mix;
  const speech = speechOf(chrome);
  const share = mix.posts === 0 ? 0 : row.posts / mix.posts;
  return (
    <li>
      {mixLevelName(chrome.language, mix.by, row.level)}
      <Share share={share} wished={row.wished} />
      <small>
        {words.of(speech.count(row.posts), speech.count(mix.posts), speech.share(share))}
        {row.wished !== null && `; ${words.wished(speech.share(row.wished))}`}
      </small>
    </li>
  );
}

/** A bar of the whole width for all posts, and an upright line where the wish is. */
function Share({ share, wished }: { share: number; wished: number | null }) {
  const round = (fraction: number) => Math.round(fraction * 1000) / 10;
  return (
    <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" y="2" width="100" height="6" />
      <rect y="2" width={round(share)} height="6" />
      {wished !== null && <path class="wish" d={`M${round(wished)} 0V10`} />}
    </svg>
  );
}

/** Twelve columns: it takes the width of the whole screen. */
export function MixMonths({ view }: { view: WorksView }) {
  const { chrome, mix } = view;
  const words = worksScreenWords[chrome.language].mix;
  const speech = speechOf(chrome);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={words.months}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.by[mix.by]}</th>
            {mix.months.map(({ month }) => (
              <th key={month} scope="col">
                {speech.shortMonth(`${month}-01`)} {month.slice(2, 4)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mix.rows.map((row) => (
            <tr key={row.level}>
              <th scope="row">{mixLevelName(chrome.language, mix.by, row.level)}</th>
              {row.months.map((posts, index) => {
                const all = mix.months[index]?.posts ?? 0;
                return (
                  <td key={mix.months[index]?.month}>
                    {speech.count(posts)}
                    {posts > 0 && <small class="block">{speech.share(posts / all)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.all}</th>
            {mix.months.map(({ month, posts }) => (
              <td key={month}>{speech.count(posts)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
