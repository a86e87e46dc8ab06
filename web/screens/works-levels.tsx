/** Every level that was compared, in fixed order and in grey, as a dot and a whisker on one axis: a table that is a picture. */
import type { Claim, Factor } from "../../functions/model/claim.ts";
import { FEWEST_AT_LEVEL, type LevelSeen } from "../../functions/model/look.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { WorksView } from "../../functions/present/views/works.ts";
import { postsInWords } from "../language/names.ts";
import { levelName, sizesInWords, worksWords } from "../language/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { More } from "../parts/field.tsx";
import { AS } from "../parts/table-roles.ts";
import { Whisker } from "../parts/whisker.tsx";
import { TICKS } from "../parts/works-scale.ts";

export function WorksLevels(props: { view: WorksView; levels: readonly LevelSeen[] }) {
  const { chrome, look } = props.view;
  const claims = look?.claims ?? [];
  const words = worksScreenWords[chrome.language].levels;
  const factors = [...Map.groupBy(props.levels, ({ factor }) => factor)];
  return (
    <section>
      <More title={words.title} id="levels">
        <p class="small narrow">
          {words.lead} {props.levels.some(isBeside(claims)) && words.unclaimed}
        </p>
        <table class="levels" {...AS.table}>
          <caption class="hidden">{words.title}</caption>
          <thead {...AS.rowgroup}>
            <tr {...AS.row}>
              <th scope="col" {...AS.columnheader}>
                {words.level}
              </th>
              <th scope="col" {...AS.columnheader}>
                {words.times}
                <span class="ticks" aria-hidden="true">
                  {TICKS.map((tick) => (
                    <span key={tick}>{tick < 1 ? (tick < 0.5 ? "¼" : "½") : tick}×</span>
                  ))}
                </span>
              </th>
            </tr>
          </thead>
          {factors.map(([factor, levels]) => (
            <Factors key={factor} chrome={chrome} factor={factor} levels={levels} />
          ))}
        </table>
      </More>
    </section>
  );
}

/** Does its range, as it is shown, leave out 1, though nothing is claimed of it? */
const isBeside =
  (claims: readonly Claim[]) =>
  ({ factor, level, posts, size, state }: LevelSeen): boolean =>
    size !== null &&
    posts >= FEWEST_AT_LEVEL &&
    (state === "asked" || state === "mirror") &&
    (size.low > 1 || size.high < 1) &&
    !claims.some((claim) => claim.factor === factor && claim.level === level);

function Factors(props: { chrome: Chrome; factor: Factor; levels: readonly LevelSeen[] }) {
  const { chrome, factor, levels } = props;
  return (
    <tbody {...AS.rowgroup}>
      <tr class="factor" {...AS.row}>
        <th scope="rowgroup" colSpan={2} {...AS.rowheader}>
          {worksWords[chrome.language].factors[factor]}
        </th>
      </tr>
      {levels.map((one) => (
        <tr key={one.level} {...AS.row}>
          <th scope="row" {...AS.rowheader}>
            {capital(levelName(chrome, factor, one.level))}
            <small>{postsInWords[chrome.language](one.posts)}</small>
          </th>
          <td {...AS.cell}>
            <Seen chrome={chrome} level={one} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Seen({ chrome, level }: { chrome: Chrome; level: LevelSeen }) {
  const words = worksScreenWords[chrome.language].levels;
  const { factor, size, state, posts } = level;
  if (factor === "rhythm") return <small>{towards(chrome, level)}</small>;
  if (posts < FEWEST_AT_LEVEL || state === "few") return <small>{words.few}</small>;
  if (state === "entangled" || size === null) return <small>{apartFrom(chrome, level)}</small>;
  const { ratio, low, high } = sizesInWords(chrome.language, size);
  return (
    <>
      <Whisker size={size} />
      <small>{words.size(ratio, low, high)}</small>
    </>
  );
}

function apartFrom(chrome: Chrome, { entangled_with: tie }: LevelSeen): string {
  const words = worksScreenWords[chrome.language].levels;
  return tie ? words.apart(levelName(chrome, tie.factor, tie.level)) : words.apart_from_others;
}

/** Of the rhythm the direction alone: its ratio is for 2.7 times as many posts, which nobody can picture. */
function towards(chrome: Chrome, { size }: LevelSeen): string {
  const words = worksScreenWords[chrome.language].levels;
  if (!size || (size.low <= 1 && size.high >= 1)) return words.no_direction;
  return words.towards[size.ratio > 1 ? 1 : -1];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
