import { GRAINS } from "../../functions/model/day.ts";
import type { Choice, Chrome } from "../../functions/present/views/chrome.ts";
import { downloadWords } from "../language/downloads.ts";
import { type Keep, linkTo } from "../links.ts";
import { More } from "./field.tsx";

type Props = {
  chrome: Chrome;
  choice: Choice;
  /** What the list of posts was searched and filtered by; left out: there is none. */
  posts?: Keep;
};

/** The figures on the screen, for Excel. */
export const Downloads = (props: Props) => (
  <section class="no-print">
    <More title={downloadWords[props.chrome.language].title}>
      <DownloadLinks {...props} />
    </More>
  </section>
);

export function DownloadLinks({ chrome, choice, posts }: Props) {
  const words = downloadWords[chrome.language];
  return (
    <>
      <p class="small">{words.note}</p>
      <ul class="rows">
        {posts && (
          <li>
            <a class="action" href={linkTo("/download-posts.csv", choice, posts)} download>
              {words.posts}
            </a>
          </li>
        )}
        {GRAINS.map((grain) => (
          <li key={grain}>
            <a class="action" href={linkTo("/download.csv", choice, { grain })} download>
              {words.grains[grain]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
