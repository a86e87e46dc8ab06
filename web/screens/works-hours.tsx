/** Weekday by hours: how many posts went out, and palely how they did. It names no best hour. */
import { HOUR_BANDS } from "../../functions/model/hour-band.ts";
import type { Cell, LevelSeen } from "../../functions/model/look.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { WorksView } from "../../functions/present/views/works.ts";
import { speechOf } from "../language/speech.ts";
import { levelName, tieSentence } from "../language/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { DEEPEST, TONES, toneOf } from "../parts/works-scale.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** So many letters tell the days apart. */
const SHORT = 3;

export function WorksHours({ view: { chrome, hours, look } }: { view: WorksView }) {
  const words = worksScreenWords[chrome.language].hours;
  const judged = hours.some(({ ratio }) => ratio !== null);
  const any = hours.some(({ posts }) => posts > 0);
  const nameOf = (weekday: number) => levelName(chrome, "weekday", String(weekday));
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="small lead">{any ? (judged ? words.judged : words.counted) : words.none}</p>
      {any && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={words.title}>
          <table class="grid">
            <caption class="hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="hidden">{words.band}</span>
                </th>
                {WEEKDAYS.map((weekday) => (
                  <th key={weekday} scope="col">
                    <span aria-hidden="true">{nameOf(weekday).slice(0, SHORT)}</span>
                    <span class="hidden">{nameOf(weekday)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HOUR_BANDS.map((band) => (
                <tr key={band}>
                  <th scope="row">{levelName(chrome, "hours", band)}</th>
                  {hours
                    .filter((cell) => cell.hours === band)
                    .map((cell) => (
                      <Square key={cell.weekday} chrome={chrome} cell={cell} judged={judged} />
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {judged && <Scale chrome={chrome} />}
      {judged && <Tied chrome={chrome} levels={look?.levels ?? []} />}
    </section>
  );
}

function Square(props: { chrome: Chrome; cell: Cell; judged: boolean }) {
  const { chrome, cell, judged } = props;
  const words = worksScreenWords[chrome.language].hours;
  if (cell.posts === 0) return <td class="no">–</td>;
  return (
    <td class={toneOf(cell.ratio)}>
      {cell.posts}
      <span class="hidden"> {words.posts}</span>
      {judged && (
        <small>
          {cell.ratio !== null && (
            <>
              {speechOf(chrome).decimal(cell.ratio)}
              <span class="hidden"> {words.times}</span>
            </>
          )}
        </small>
      )}
    </td>
  );
}

/** Hours at which nearly always the same goes out: what their colour says is not theirs alone. */
function Tied({ chrome, levels }: { chrome: Chrome; levels: readonly LevelSeen[] }) {
  return (
    <>
      {levels.map(
        (level) =>
          level.factor === "hours" &&
          level.entangled_with && (
            <p key={level.level} class="small lead">
              {tieSentence(chrome, level, level.entangled_with)}
            </p>
          ),
      )}
    </>
  );
}

/** What the colours stand for, with their numbers. */
function Scale({ chrome }: { chrome: Chrome }) {
  const steps = [-TONES, -2, -1, 0, 1, 2, TONES];
  return (
    <p class="scale-of" aria-hidden="true">
      {steps.map((step) => {
        const ratio = DEEPEST ** (step / TONES);
        return (
          <span key={step} class={toneOf(ratio)}>
            {speechOf(chrome).decimal(ratio)}
          </span>
        );
      })}
    </p>
  );
}
