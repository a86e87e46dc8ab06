/** How sure a streak is: how often chance alone would show one, the sum that raised the flag, and what was adjusted for. */
import type { StreakView } from "../../functions/present/views/streak.ts";
import { chanceSentence } from "../language/chance.ts";
import { names } from "../language/names.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { More } from "../parts/field.tsx";
import { Rich } from "../parts/rich.tsx";
import { SumLine } from "../parts/sum-line.tsx";

/** Folded: who asks what to do need not read it, and who doubts finds it whole. */
export function Sure({ view }: { view: StreakView }) {
  const { chrome, streak, posts, threshold } = view;
  const { language } = chrome;
  const words = streakWords[language];
  const speech = speechOf(chrome);
  const peak = Math.max(0, ...posts.map((post) => post.sum ?? 0));
  const newest = posts.findLast((post) => post.sum !== null)?.sum ?? 0;
  const chance = chanceSentence(language, streak.false_alarm_every, streak.posts_per_week);
  return (
    <section>
      <h2>{words.sure}</h2>
      <More title={words.sure_more}>
        <p class="soft">
          <Rich text={chance} /> <a href="/method">{shellWords[language].footer.method}</a>
        </p>
        <figure>
          <SumLine
            sums={posts.map((post) => post.sum)}
            threshold={threshold}
            weak={streak.kind === "weak"}
            name={`${words.threshold}: ${speech.decimal(threshold)}`}
            newest={speech.decimal(newest)}
            label={words.sum_label[streak.kind](speech.decimal(peak), speech.decimal(threshold))}
          />
          <figcaption class="small">
            {words.sum[streak.kind]}. {words.sum_caption[streak.kind]} {words.sum_unit}
          </figcaption>
        </figure>
        <Adjusted view={view} />
      </More>
    </section>
  );
}

function Adjusted({ view: { chrome, formats } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  if (formats.length < 2) return null;
  return (
    <>
      <h3>{words.adjusted}</h3>
      <p class="soft">{words.adjusted_why}</p>
      <div class="rows narrow">
        {formats.map(({ format, times, posts }) => (
          <p key={format} class="line">
            {names[chrome.language].formats[format]}
            <span>
              <b>{speech.times(times)}</b>{" "}
              <small>{words.format_posts(posts, speech.count(posts))}</small>
            </span>
          </p>
        ))}
      </div>
    </>
  );
}
