/** The mix that the library wishes for: a share a topic, or a format. */
import { MIX_LEVELS, MIXED_BY, type MixLevel } from "../../functions/model/target-mix.ts";
import type { TargetMixView } from "../../functions/present/views/works.ts";
import { formWords } from "../language/forms.ts";
import { shellWords } from "../language/shell.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Field } from "../parts/field.tsx";
import { mixLevelName } from "./works-mix.tsx";

export const targetMixTitle = ({ chrome }: TargetMixView): string =>
  worksScreenWords[chrome.language].wish.title;

export function TargetMixPage({ view }: { view: TargetMixView }) {
  const { chrome, by, typed, faults, saved } = view;
  const { wish: words, mix } = worksScreenWords[chrome.language];
  const nameOf = (level: MixLevel) => mixLevelName(chrome.language, by, level);
  const levels = MIX_LEVELS[by];
  const over = faults.some(({ code }) => code === "over_a_hundred");
  // together they are too much: each that adds to it is marked
  const isWrong = (level: MixLevel) =>
    faults.some(({ path }) => path === level) ||
    (over && /[1-9]/.test((typed[level] ?? "").normalize("NFKC")));
  return (
    <>
      {saved && (
        <p class="note" role="status">
          {formWords[chrome.language].saved}{" "}
          <a class="action" href={`/works?mix=${by}#mix`}>
            {words.see}
          </a>
        </p>
      )}
      <Back
        href={`/works?mix=${by}`}
        name={words.back}
        label={shellWords[chrome.language].back_to(words.back)}
      />
      <h1>{words.title}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      <nav class="options" aria-label={words.title}>
        {MIXED_BY.map((one) => (
          <a key={one} href={`/works/mix?by=${one}`} aria-current={one === by ? "true" : undefined}>
            {mix.by[one]}
          </a>
        ))}
      </nav>
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        nameOf={(path) => {
          const level = levels.find((one) => one === path);
          return level ? nameOf(level) : words.sum;
        }}
      />
      <form class="form lead narrow" method="post" action="/works/mix" autocomplete="off">
        <input type="hidden" name="by" value={by} />
        <div class="fields">
          {levels.map((level) => (
            <Field
              key={level}
              label={words.percent(nameOf(level))}
              name={level}
              inputMode="numeric"
              maxLength={6}
              value={typed[level] ?? ""}
              aria-invalid={isWrong(level) || undefined}
            />
          ))}
        </div>
        <button type="submit">{words.save}</button>
      </form>
    </>
  );
}
