import type { MethodView } from "../../functions/present/views/method.ts";
import { methodWords } from "../language/method.ts";
import { shellWords } from "../language/shell.ts";
import { worksMethod } from "../language/works-method.ts";
import { Back } from "../parts/back.tsx";
import { Rich } from "../parts/rich.tsx";

/** How the figures and streaks are computed: a page of words. */
export function Method({ view: { chrome } }: { view: MethodView }) {
  const words = methodWords[chrome.language];
  const shell = shellWords[chrome.language];
  return (
    <div class="narrow">
      <Back href="/" name={shell.tabs.overview} label={shell.back_to(shell.tabs.overview)} />
      <h1>{shell.footer.method}</h1>
      <p class="lead soft">{words.lead}</p>
      {[...words.sections, ...worksMethod[chrome.language]].map(({ title, texts, id }) => (
        <section key={title} class="prose" id={id}>
          <h2>{title}</h2>
          {texts.map((text) => (
            <p key={text} class="soft">
              <Rich text={text} />
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
