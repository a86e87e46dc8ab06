import { GRAINS } from "../../functions/model/day.ts";
import type { Choice, Chrome } from "../../functions/present/views/chrome.ts";
import { downloadWords } from "../language/downloads.ts";
import { type Keep, linkTo } from "../links.ts";
import { More } from "./field.tsx";

/** The figures on the screen, for Excel. @param posts what the list of posts was searched and filtered by */
export function Downloads({
  chrome,
  choice,
  posts,
}: {
  chrome: Chrome;
  choice: Choice;
  posts?: Keep;
}) {
  const words = downloadWords[chrome.language];
  return (
    <section class="no-print">
      <More title={words.title}>
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
      </More>
    </section>
  );
}
