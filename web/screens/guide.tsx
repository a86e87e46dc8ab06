/** How to bring a platform's figures in: by file, or by a token, step by step. */

import type { ComponentChildren } from "preact";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { GuideView } from "../../functions/present/views/guide.ts";
import { dataWords } from "../language/data.ts";
import { guideWords, type Step, type Way } from "../language/guide.ts";
import { shellWords } from "../language/shell.ts";
import { Back } from "../parts/back.tsx";
import { Copyable } from "../parts/copyable.tsx";
import { Rich } from "../parts/rich.tsx";

export const guideTitle = ({ chrome, platform }: GuideView): string =>
  guideWords[chrome.language].title(PLATFORM_NAMES[platform]);

export function Guide({ view }: { view: GuideView }) {
  const { chrome, platform } = view;
  const shell = shellWords[chrome.language];
  const words = guideWords[chrome.language];
  const guide = words.platforms[platform];
  const tab = dataWords[chrome.language].title;
  return (
    <div class="narrow">
      <Back href="/data" name={tab} label={shell.back_to(tab)} />
      <h1>{words.title(PLATFORM_NAMES[platform])}</h1>
      <p class="lead soft">{words.lead}</p>
      <section>
        <h2>{words.file}</h2>
        <p class="soft lead">{words.file_about}</p>
        <Steps language={chrome.language} steps={guide.file} />
        <p class="note">{guide.file_note}</p>
        <a class="action" href="/data/bring#import">
          {words.to_import}
        </a>
      </section>
      <p class="note">{words.button(PLATFORM_NAMES[platform])}</p>
      {guide.ways.map((way) => (
        <WayIn key={way.title} language={chrome.language} way={way}>
          <a class="action" href="/data/bring#connect">
            {words.to_connect}
          </a>
        </WayIn>
      ))}
      <section class="prose">
        <h2>{words.facts}</h2>
        <dl class="terms">
          {(["gives", "gives_not", "cost", "lasts"] as const).map((fact) => (
            <>
              <dt key={fact}>{words[fact]}</dt>
              <dd>{guide[fact]}</dd>
            </>
          ))}
        </dl>
        <p class="note">{words.safe}</p>
        <p class="small">{words.changing}</p>
      </section>
    </div>
  );
}

type WayProps = { language: Language; way: Way; children: ComponentChildren };

function WayIn({ language, way, children }: WayProps) {
  return (
    <section>
      <h2>{way.title}</h2>
      <p class="soft lead">
        <Rich text={way.about} />
      </p>
      <Steps language={language} steps={way.steps} />
      {children}
    </section>
  );
}

function Steps({ language, steps }: { language: Language; steps: Step[] }) {
  return (
    <ol class="steps">
      {steps.map(({ text, to, copy }) => (
        <li key={text}>
          <Rich text={text} />
          {to && (
            <a class="action block" href={to} target="_blank" rel="noopener noreferrer">
              {new URL(to).host.replace("www.", "")} ↗
            </a>
          )}
          {copy && <Copyable language={language} text={copy} />}
        </li>
      ))}
    </ol>
  );
}
