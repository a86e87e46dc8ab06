/** The posts of a streak: drawn among those before it, read as captions, and all of them in a table. */
import { againstUsual } from "../../functions/model/usual.ts";
import type { EvidencePost, StreakView } from "../../functions/present/views/streak.ts";
import { names } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { EvidenceDots } from "../parts/evidence-dots.tsx";
import { More } from "../parts/field.tsx";
import { firstLine, Times } from "../parts/post-marks.tsx";

/** As many as are read on a phone; a run that became the usual has more. */
const SHOWN = 8;

export function StreakPosts({ view }: { view: StreakView }) {
  const { chrome, posts, streak, low, high } = view;
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const inside = posts.filter((post) => post.in_streak).reverse();
  return (
    <section>
      <h2>{words.posts}</h2>
      <figure>
        <EvidenceDots
          posts={posts}
          low={low}
          high={high}
          weak={streak.kind === "weak"}
          label={words.dots_label(speech.count(posts.length), speech.count(inside.length))}
        />
        <figcaption class="small">
          {words.dots_caption} {words.usual_range(speech.times(low), speech.times(high))}
        </figcaption>
      </figure>
      {inside.length > 0 && (
        <>
          <p class="small column-name">{words.columns.times}</p>
          <PostLines view={view} posts={inside.slice(0, SHOWN)} />
          {inside.length > SHOWN && (
            <More title={words.more_posts(speech.count(inside.length - SHOWN))}>
              <PostLines view={view} posts={inside.slice(SHOWN)} />
            </More>
          )}
        </>
      )}
      <More title={words.table}>
        <p class="soft small">{words.table_help}</p>
        <EvidenceTable view={view} />
      </More>
    </section>
  );
}

/** The caption's first line; of a post that says nothing, that it does. */
const titleOf = ({ chrome }: StreakView, { caption }: EvidencePost): string =>
  firstLine(caption) ?? postsWords[chrome.language].no_caption;

function whenAndAbout({ chrome }: StreakView, post: EvidencePost): string {
  const { format, interactions } = post;
  const speech = speechOf(chrome);
  const count =
    interactions !== null &&
    postsWords[chrome.language].interactions(interactions, speech.count(interactions));
  const day = speech.shortDay(speech.dayOf(post.published_at));
  return [day, format && names[chrome.language].format[format], count].filter(Boolean).join(" · ");
}

function PostLines({ view, posts }: { view: StreakView; posts: readonly EvidencePost[] }) {
  const { chrome } = view;
  const words = streakWords[chrome.language];
  return (
    <ul class="rows posts">
      {posts.map((post) => (
        <li key={post.id}>
          <a class="line" href={`/posts/${post.id}`}>
            <span class="post">
              <span class="clip">{titleOf(view, post)}</span>
              <small>{whenAndAbout(view, post)}</small>
            </span>
            <span>
              {post.times === null ? (
                <small>{words.not_judged}</small>
              ) : (
                <Times
                  chrome={chrome}
                  times={post.times}
                  against={againstUsual(post.times, view)}
                />
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every post that the judgement rests on, oldest first: the sum is followed from one to the next. */
function EvidenceTable({ view }: { view: StreakView }) {
  const { chrome, streak, posts } = view;
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <div class="scroll">
      <table class="told">
        <thead>
          <tr>
            <th scope="col">{words.columns.post}</th>
            <th scope="col">{words.columns.times}</th>
            <th scope="col">{words.sum[streak.kind]}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <th scope="row">
                <a href={`/posts/${post.id}`}>
                  {post.in_streak && (
                    <>
                      <span aria-hidden="true">● </span>
                      <span class="hidden">{words.in_streak}: </span>
                    </>
                  )}
                  {titleOf(view, post)}
                </a>
                <small>{whenAndAbout(view, post)}</small>
              </th>
              <td>{post.times === null ? words.not_judged : speech.times(post.times)}</td>
              <td>{post.sum === null ? "–" : speech.decimal(post.sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
