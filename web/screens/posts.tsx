/** Konten: every post of the period, to be searched, sorted and filtered. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { PostSort, PostsView } from "../../functions/present/views/posts.ts";
import { answerWords } from "../language/answers.ts";
import { names, postsInWords } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";
import { topicWords } from "../language/topics.ts";
import { claimLine } from "../language/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { linkTo } from "../links.ts";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Rich } from "../parts/rich.tsx";
import { worksLink } from "../parts/works-link.ts";
import { Find } from "./posts-find.tsx";
import { EVERY, isFiltered, keepOf, PATH, sortedBy } from "./posts-link.ts";
import { PostsTable } from "./posts-table.tsx";

export const postsTitle = ({ chrome }: PostsView): string => postsWords[chrome.language].title;

export function Posts({ view }: { view: PostsView }) {
  const { chrome, choice, posts, total, sort } = view;
  const words = postsWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      <h1>{words.title}</h1>
      <ChoiceBar chrome={chrome} choice={choice} path={PATH} keep={keepOf(view)} rate />
      <Find view={view} />
      <WorksEntry view={view} />
      <section>
        <div class="row-between">
          <h2>{postsInWords[chrome.language](total)}</h2>
          <span class="small">{shownAs(view)}</span>
        </div>
        {posts.length > 0 && <Chips view={view} />}
        {BY_SCORE.includes(sort) && <p class="small">{words.by_score}</p>}
        {view.format === "posts" && view.stories > 0 && (
          <p class="small">
            {words.stories(view.stories, speech.count(view.stories))}{" "}
            <a class="action" href={linkTo(PATH, choice, { ...keepOf(view), format: EVERY })}>
              {words.show_stories}
            </a>
          </p>
        )}
        {posts.length === 0 ? (
          <Nothing view={view} />
        ) : (
          <PostsTable chrome={chrome} posts={posts} list={view} />
        )}
        <Pages view={view} />
      </section>
      <p class="actions">
        <a class="action" href={linkTo("/answers", choice)}>
          {answerWords[chrome.language].link}
        </a>
        {(chrome.role === "admin" || chrome.role === "plan") && (
          <a class="action" href="/topics">
            {topicWords[chrome.language].link}
          </a>
        )}
      </p>
      <Downloads chrome={chrome} choice={choice} posts={keepOf(view)} />
    </>
  );
}

/** What works here, in a line; the whole of it is a tap away. */
function WorksEntry({ view: { chrome, works } }: { view: PostsView }) {
  const words = worksScreenWords[chrome.language];
  return (
    <a class="line" href={works ? worksLink(works.of) : "/works"}>
      <span>
        {words.title}
        {works && (
          <small class="block">
            {works.claim ? (
              <>
                {works.of && `${PLATFORM_NAMES[works.of.platform]}: `}
                <Rich text={claimLine(chrome, works.claim)} />
              </>
            ) : (
              words.line[works.state]
            )}
          </small>
        )}
      </span>
      <span class="link" aria-hidden="true">
        ›
      </span>
    </a>
  );
}

/** The orders that a tap away answers: what is new, what went well, what went badly. The last two go by the multiple of each account's own usual, the one order that is fair between platforms. */
const CHIPS = ["newest", "best", "weakest"] as const satisfies PostSort[];
const BY_SCORE: readonly PostSort[] = ["best", "weakest"];

function Chips({ view }: { view: PostsView }) {
  const words = postsWords[view.chrome.language];
  return (
    <nav class="options" aria-label={words.sort}>
      {CHIPS.map((sort) => (
        <a
          key={sort}
          href={sortedBy(view, sort)}
          aria-current={sort === view.sort ? "true" : undefined}
        >
          {words.sorts[sort]}
        </a>
      ))}
    </nav>
  );
}

/** How the list is filtered, and sorted where no chip says it, in a line. */
function shownAs({ chrome, sort, format, topic }: PostsView): string {
  const { formats, topics } = names[chrome.language];
  const kind = format !== null && format !== "posts" ? formats[format] : null;
  const order = CHIPS.some((chip) => chip === sort)
    ? null
    : postsWords[chrome.language].sorts[sort];
  return [order, kind, topic && topics[topic]].filter(Boolean).join(" · ");
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
            <a class="action" href="/data/bring">
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
