import { PLATFORMS } from "../../functions/model/platform.ts";
import type { EventPostLine, EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { names } from "../language/names.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";

type Props = { view: EventView; event: NonNullable<EventView["event"]> };

/** The posts about it, before it, on its day and after, by platform; and a person's word on which they are. */
export function EventPosts({ view, event }: Props) {
  const { chrome, posts, days, may_plan, candidates } = view;
  const words = eventWords[chrome.language];
  const parts: [string, EventPostLine[]][] = [
    [words.before, posts.filter(({ on }) => days && on < days.from)],
    [words.on_day, posts.filter(({ on }) => days && days.from <= on && on <= days.to)],
    [words.after, posts.filter(({ on }) => days && on > days.to)],
  ];
  return (
    <section id="posts">
      <h2>{words.posts}</h2>
      {posts.length === 0 && <p class="small soft">{words.no_posts}</p>}
      {parts.map(([name, some]) =>
        some.length === 0 ? null : (
          <div key={name}>
            <h3>{name}</h3>
            <ul class="rows posts">
              {byPlatform(some).map((post) => (
                <Post key={post.id} view={view} event={event} post={post} />
              ))}
            </ul>
          </div>
        ),
      )}
      {may_plan && candidates.length > 0 && <Candidates view={view} event={event} />}
    </section>
  );
}

const byPlatform = (posts: readonly EventPostLine[]): EventPostLine[] =>
  posts.toSorted(
    (a, b) => PLATFORMS.indexOf(a.account.platform) - PLATFORMS.indexOf(b.account.platform),
  );

function Post({ view, event, post }: Props & { post: EventPostLine }) {
  const { chrome, accounts, may_plan } = view;
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  const { formats } = names[chrome.language];
  const said = [
    accountName(post.account, accounts),
    speech.shortDay(post.on),
    post.format && formats[post.format],
    post.format === "live" && post.views !== null && words.viewers(post.views),
    post.reach !== null && words.reach(speech.count(post.reach)),
    post.interactions !== null && words.interactions(post.interactions),
    post.by_person && words.by_person,
  ];
  return (
    <li class="stacked">
      <a class="block" href={`/posts/${post.id}`}>
        <span class="clip">{post.caption ?? `#${post.id}`}</span>
      </a>
      <small>{said.filter(Boolean).join(" · ")}</small>
      {may_plan && (
        <form method="post" action={`/events/${event.id}`} class="taps">
          <input type="hidden" name="version" value={event.version} />
          <input type="hidden" name="post" value={post.id} />
          <button name="do" value="unlink" class="plain" type="submit">
            {words.unlink}
          </button>
        </form>
      )}
    </li>
  );
}

function Candidates({ view, event }: Props) {
  const { chrome, candidates, accounts } = view;
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <form method="post" action={`/events/${event.id}`} class="find-line">
      <input type="hidden" name="version" value={event.version} />
      <label>
        {words.link_label}
        <select name="post">
          {candidates.map((post) => (
            <option key={post.id} value={post.id}>
              {speech.shortDay(post.on)} · {accountName(post.account, accounts)} ·{" "}
              {(post.caption ?? `#${post.id}`).slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <button name="do" value="link" class="quiet" type="submit">
        {words.link}
      </button>
    </form>
  );
}
