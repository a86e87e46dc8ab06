/** Konten: every post of the period, to be searched, sorted and filtered. */

import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import { POST_SORTS, type PostLine, type PostsView } from "../../functions/present/views/posts.ts";
import { names, postsInWords } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";
import { type Keep, linkTo, parametersOf } from "../links.ts";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Choose, Field } from "../parts/field.tsx";
import { firstLine, marksOf, Score } from "../parts/post-marks.tsx";

const PATH = "/posts";

/** What the address says of a list with its stories. */
const EVERY = "all";

export const postsTitle = ({ chrome }: PostsView): string => postsWords[chrome.language].title;

export function Posts({ view }: { view: PostsView }) {
  const { chrome, choice, posts, total } = view;
  const words = postsWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      <h1>{words.title}</h1>
      <ChoiceBar chrome={chrome} choice={choice} path={PATH} keep={keepOf(view)} rate />
      <Find view={view} />
      <section>
        <div class="row-between">
          <h2>{postsInWords[chrome.language](total)}</h2>
          <span class="small">{shownAs(view)}</span>
        </div>
        {view.format === "posts" && view.stories > 0 && (
          <p class="small">
            {words.stories(view.stories, speech.count(view.stories))}{" "}
            <a class="link" href={linkTo(PATH, choice, { ...keepOf(view), format: EVERY })}>
              {words.show_stories}
            </a>
          </p>
        )}
        {posts.length === 0 ? (
          <Nothing view={view} />
        ) : (
          <ul class="rows posts">
            {posts.map((post) => (
              <Line key={post.id} chrome={chrome} post={post} />
            ))}
          </ul>
        )}
        <Pages view={view} />
      </section>
      <Downloads chrome={chrome} choice={choice} posts={keepOf(view)} />
    </>
  );
}

/** What the links of this list carry beside the period and the platforms. The cursor is not kept: it belongs to one order. */
const keepOf = ({ q, sort, format, topic }: PostsView): Keep => ({
  q,
  sort: sort === "newest" ? null : sort,
  format: format === "posts" ? null : (format ?? EVERY),
  topic,
});

const isFiltered = ({ q, format, topic }: PostsView): boolean =>
  q !== "" || (format !== null && format !== "posts") || topic !== null;

/** How the list is sorted and filtered, in a line. */
function shownAs({ chrome, sort, format, topic }: PostsView): string {
  const { formats, topics } = names[chrome.language];
  const kind = format !== null && format !== "posts" ? formats[format] : null;
  return [postsWords[chrome.language].sorts[sort], kind, topic && topics[topic]]
    .filter(Boolean)
    .join(" · ");
}

function Find({ view }: { view: PostsView }) {
  const { chrome, choice, q, sort, format, topic, formats, topics } = view;
  const words = postsWords[chrome.language];
  const { formats: formatNames, topics: topicNames } = names[chrome.language];
  return (
    <search>
      <form class="find" method="get" action={PATH}>
        {parametersOf(choice).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="find-line">
          <Field label={words.search} type="search" name="q" value={q} maxLength={200} />
          <button type="submit">{words.search_button}</button>
        </div>
        <details class="more">
          <summary>
            {words.sort} · {words.filter}
          </summary>
          <Choose
            label={words.sort}
            name="sort"
            value={sort}
            options={POST_SORTS.map((one) => [one, words.sorts[one]])}
          />
          <div class="fields">
            <Choose
              label={words.format}
              name="format"
              value={format === "posts" ? "" : (format ?? EVERY)}
              options={[
                ...(formats.includes("story")
                  ? ([
                      ["", words.posts_only],
                      [EVERY, words.with_stories],
                    ] as const)
                  : ([["", words.all_formats]] as const)),
                ...formats.map((one) => [one, formatNames[one]] as const),
              ]}
            />
            <Choose
              label={words.topic}
              name="topic"
              value={topic ?? ""}
              options={[
                ["", words.all_topics],
                ...topics.map((one) => [one, topicNames[one]] as const),
              ]}
            />
          </div>
          <p class="actions">
            <button class="quiet" type="submit">
              {words.apply}
            </button>
            {isFiltered(view) && (
              <a class="action" href={linkTo(PATH, choice)}>
                {words.clear}
              </a>
            )}
          </p>
        </details>
      </form>
    </search>
  );
}

/** The caption's first line; a story has none, and is called what it is. */
function titleOf(chrome: Chrome, post: PostLine): string {
  const { story } = names[chrome.language].format;
  const kind = post.format === "story" ? story.charAt(0).toUpperCase() + story.slice(1) : null;
  return firstLine(post.caption) ?? kind ?? postsWords[chrome.language].no_caption;
}

function Line({ chrome, post }: { chrome: Chrome; post: PostLine }) {
  const words = postsWords[chrome.language];
  const { format, topics } = names[chrome.language];
  const speech = speechOf(chrome);
  const { interactions, engagement_rate: rate, reach, views } = post;
  const about = [
    PLATFORM_NAMES[post.platform],
    speech.shortDay(speech.dayOf(post.published_at)),
    post.format && format[post.format],
    post.topic && topics[post.topic],
    ...marksOf(chrome, post),
  ];
  const seen =
    reach !== null
      ? words.reach(speech.short(reach))
      : views !== null && words.views(speech.short(views));
  const figures = [
    interactions !== null &&
      words.interactions(interactions, speech.short(interactions)) +
        (post.interactions_partial ? ` (${words.partial})` : ""),
    rate !== null && words.rate(speech.percent(rate)),
    seen,
  ];
  return (
    <li>
      <a class="line" href={`/posts/${post.id}`}>
        <span class="post">
          <span class="clip">{titleOf(chrome, post)}</span>
          <small>{about.filter(Boolean).join(" · ")}</small>
          <small>{figures.filter(Boolean).join(" · ")}</small>
        </span>
        <span>
          <Score chrome={chrome} post={post} />
        </span>
      </a>
    </li>
  );
}

function Nothing({ view }: { view: PostsView }) {
  const words = postsWords[view.chrome.language];
  const filtered = isFiltered(view);
  const admin = view.chrome.role === "admin";
  return (
    <div class="stack lead">
      <p>{filtered ? words.none : words.empty}</p>
      <p class="soft">
        {filtered ? words.none_help : admin ? words.empty_help : words.empty_viewer}
      </p>
      {filtered ? (
        <p>
          <a class="action" href={linkTo(PATH, view.choice)}>
            {words.clear}
          </a>
        </p>
      ) : (
        admin && (
          <p>
            <a class="action" href="/data">
              {words.to_data}
            </a>
          </p>
        )
      )}
    </div>
  );
}

function Pages({ view }: { view: PostsView }) {
  const { chrome, choice, next_cursor } = view;
  const words = postsWords[chrome.language];
  const later = /[?&]cursor=/.test(chrome.path);
  if (!next_cursor && !later) return null;
  return (
    <nav class="row-between" aria-label={words.title}>
      {later ? (
        <a class="action" href={linkTo(PATH, choice, keepOf(view))}>
          {words.first}
        </a>
      ) : (
        <span />
      )}
      {next_cursor && (
        <a
          class="action"
          rel="next"
          href={linkTo(PATH, choice, { ...keepOf(view), cursor: next_cursor })}
        >
          {words.next} ›
        </a>
      )}
    </nav>
  );
}
