/**
 * The posts as one table. On a phone each is two or three lines, the multiple of the usual at the right under its name; a wide
 * screen shows the same rows dense, and its headings sort.
 */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ListedPost, PostSort, PostsView } from "../../functions/present/views/posts.ts";
import { names } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";
import { firstLine, marksOf, Score } from "../parts/post-marks.tsx";
import { AS } from "../parts/table-roles.ts";
import { sortedBy } from "./posts-link.ts";

/** A column that sorts: the order of a first tap, and of a second where the other way round is an order too. */
type Column = { name: "times" | "published" | SortedFigure; first: PostSort; again?: PostSort };
type SortedFigure = "interactions" | "rate" | "reach" | "views";

const COLUMNS: readonly Column[] = [
  { name: "published", first: "newest", again: "oldest" },
  { name: "interactions", first: "interactions" },
  { name: "rate", first: "rate" },
  { name: "reach", first: "reach" },
  { name: "views", first: "views" },
  { name: "times", first: "best", again: "weakest" },
];

/** How many there are with the caption's. */
const ACROSS = COLUMNS.length + 1;

/** @param list the list that its headings sort; `null`: they sort nothing */
export function PostsTable(props: {
  chrome: Chrome;
  posts: readonly ListedPost[];
  list: PostsView | null;
}) {
  const { chrome, posts, list } = props;
  const words = postsWords[chrome.language];
  const sort = list?.sort;
  const unjudged =
    sort === "best" || sort === "weakest" ? posts.findIndex(({ score }) => score === null) : -1;
  return (
    <table class="list" {...AS.table}>
      <caption class="hidden">{words.title}</caption>
      <thead {...AS.rowgroup}>
        <tr {...AS.row}>
          <th scope="col" {...AS.columnheader}>
            {words.columns.post}
          </th>
          {COLUMNS.map((column) => (
            <Heading key={column.name} chrome={chrome} list={list} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...AS.rowgroup}>
        {posts.flatMap((post, index) => [
          index === unjudged && (
            <tr key="unjudged" {...AS.row}>
              <td {...AS.cell} colSpan={ACROSS} class="small aside">
                {words.unjudged_last}
              </td>
            </tr>
          ),
          <Row key={post.id} chrome={chrome} post={post} />,
        ])}
      </tbody>
    </table>
  );
}

function Heading(props: { chrome: Chrome; list: PostsView | null; column: Column }) {
  const { chrome, list, column } = props;
  const words = postsWords[chrome.language];
  if (!list) {
    return (
      <th scope="col" {...AS.columnheader} class={column.name}>
        {words.columns[column.name]}
      </th>
    );
  }
  const { name, first, again } = column;
  const sorted = list.sort === first ? "descending" : list.sort === again ? "ascending" : undefined;
  const next = list.sort === first && again ? again : first;
  const { engagement_rate, views } = names[chrome.language].explained;
  const explained =
    name === "rate" ? engagement_rate[list.choice.rate_base] : name === "views" ? views : null;
  return (
    <th scope="col" {...AS.columnheader} class={name} aria-sort={sorted}>
      <a href={sortedBy(list, next)} title={explained ?? words.sort_by(words.sorts[next])}>
        {words.columns[name]}
        {sorted && <span aria-hidden="true">{sorted === "descending" ? " ↓" : " ↑"}</span>}
      </a>
    </th>
  );
}

/** The caption's first line; a story has none, and is called what it is. */
function titleOf(chrome: Chrome, post: ListedPost): string {
  const { story } = names[chrome.language].format;
  const kind = post.format === "story" ? story.charAt(0).toUpperCase() + story.slice(1) : null;
  return firstLine(post.caption) ?? kind ?? postsWords[chrome.language].no_caption;
}

function Row({ chrome, post }: { chrome: Chrome; post: ListedPost }) {
  const { format, topics } = names[chrome.language];
  const speech = speechOf(chrome);
  const day = speech.shortDay(speech.dayOf(post.published_at));
  const about = [
    post.format && format[post.format],
    post.topic && topics[post.topic],
    ...marksOf(chrome, post),
  ];
  return (
    <tr {...AS.row}>
      <th scope="row" {...AS.rowheader}>
        <a class="clip" href={`/posts/${post.id}`}>
          {titleOf(chrome, post)}
        </a>
        <small>
          {PLATFORM_NAMES[post.platform]}
          <span class="unit"> · {day}</span>
          {about.filter(Boolean).map((one) => ` · ${one}`)}
        </small>
      </th>
      {/* on a phone the day stands with the platform */}
      <td {...AS.cell} class="spare">
        {day}
      </td>
      <Figures chrome={chrome} post={post} />
      <td {...AS.cell} class="times">
        <Score chrome={chrome} post={post} />
      </td>
    </tr>
  );
}

/** What a phone leaves out: figures that are not known, and views where reach says who saw it. */
function Figures({ chrome, post }: { chrome: Chrome; post: ListedPost }) {
  const words = postsWords[chrome.language];
  const speech = speechOf(chrome);
  const { interactions, engagement_rate: rate, reach, views } = post;
  return (
    <>
      <td {...AS.cell} class={interactions === null ? "spare" : ""}>
        {interactions === null ? (
          "–"
        ) : (
          <>
            {speech.short(interactions)}
            <span class="unit"> {words.interactions_unit(interactions)}</span>
            {post.interactions_partial && ` (${words.partial})`}
          </>
        )}
      </td>
      <td {...AS.cell} class={rate === null ? "spare" : ""}>
        {rate === null ? "–" : <Named name={words.rate} value={speech.percent(rate)} />}
      </td>
      <td {...AS.cell} class={reach === null ? "spare" : ""}>
        {reach === null ? "–" : <Named name={words.reach} value={speech.short(reach)} />}
      </td>
      <td {...AS.cell} class={views === null || reach !== null ? "spare" : ""}>
        {views === null ? "–" : <Named name={words.views} value={speech.short(views)} />}
      </td>
    </>
  );
}

/** On a phone each figure brings its name; on a wide screen the heading has it. */
function Named({ name, value }: { name: string; value: string }) {
  return (
    <>
      <span class="unit">{name} </span>
      {value}
    </>
  );
}
