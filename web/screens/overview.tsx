import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type {
  AccountState,
  Dots as DotsData,
  OverviewView,
} from "../../functions/present/views/overview.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Dots } from "../parts/dots.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { FigureBlock } from "../parts/figure-block.tsx";
import { Headline } from "../parts/headline.tsx";
import { plain } from "../parts/rich.tsx";

/** What there is to know now, then every figure against its past. */
export function Overview({ view }: { view: OverviewView }) {
  const { chrome, choice, headline, blocks, streaks } = view;
  if (headline.kind === "empty") return <Headline {...{ chrome, headline }} />;
  return (
    <>
      <div class="columns">
        <div>
          <Headline {...{ chrome, headline }} unknown={isUnknown(view)} />
        </div>
        {view.dots && <DotsPicture view={view} dots={view.dots} />}
      </div>
      <ChoiceBar {...{ chrome, choice }} path="/" rate />
      <div class="columns">
        {blocks.map((block, index) => (
          <FigureBlock
            key={block.metric}
            {...{ chrome, choice, block, streaks }}
            first={index === 0}
          />
        ))}
        <Norms view={view} />
        <Rhythm view={view} />
        <Streaks view={view} />
      </div>
      <Downloads {...{ chrome, choice }} />
    </>
  );
}

/** No account is known well enough to be called as usual. */
const isUnknown = ({ norms }: OverviewView): boolean =>
  norms.length > 0 && norms.every(({ state }) => state === "learning" || state === "too_few");

function DotsPicture({ view, dots }: { view: OverviewView; dots: DotsData }) {
  const words = overviewWords[view.chrome.language];
  const below = dots.posts.filter(({ times }) => times !== null && times < dots.low).length;
  const posts = postsInWords[view.chrome.language](dots.posts.length);
  return (
    <figure>
      <Dots dots={dots} label={words.dots_label(posts, PLATFORM_NAMES[dots.platform], below)} />
      <figcaption class="row-between small">
        <span>{words.last_posts(posts)}</span>
        {dots.streak_id !== null && (
          <a class="action" href={`/streaks/${dots.streak_id}`}>
            {words.evidence_link}
          </a>
        )}
      </figcaption>
    </figure>
  );
}

/** `Instagram`, and the handle where a platform has more than one account. */
const accountName = (
  account: { platform: keyof typeof PLATFORM_NAMES; handle: string },
  all: readonly { platform: string }[],
): string =>
  PLATFORM_NAMES[account.platform] +
  (all.filter(({ platform }) => platform === account.platform).length > 1
    ? ` · ${account.handle}`
    : "");

function Norms({ view }: { view: OverviewView }) {
  const words = overviewWords[view.chrome.language];
  if (view.norms.length === 0) return null;
  const sayState = (norm: AccountState): string =>
    norm.state === "learning" ? words.learning(norm.judged, norm.needed) : words.states[norm.state];
  return (
    <section>
      <h2>{words.norms}</h2>
      <ul class="rows">
        {view.norms.map((norm) => (
          <li key={norm.platform + norm.handle} class="line">
            <span>
              {accountName(norm, view.norms)}
              {norm.state === "watch" && <small class="block">{words.watch}</small>}
              {norm.state === "new_normal" && <small class="block">{words.new_normal}</small>}
            </span>
            <span class={norm.state === "weak" || norm.state === "watch" ? "weak" : "soft"}>
              {norm.state === "weak" ? <b>▼ {sayState(norm)}</b> : sayState(norm)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rhythm({ view }: { view: OverviewView }) {
  const words = overviewWords[view.chrome.language];
  if (view.consistency.length === 0) return null;
  return (
    <section>
      <h2>{words.rhythm}</h2>
      <ul class="rows">
        {view.consistency.map((row) => (
          <li key={row.platform + row.handle} class="line">
            <span>
              {accountName(row, view.consistency)}
              <small class="block">
                {[
                  words.weeks(row.weeks_with, row.weeks),
                  row.longest_gap_days === null ? null : words.gap(row.longest_gap_days),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            <span>
              <b>{postsInWords[view.chrome.language](row.posts)}</b>
              {row.days_since_last !== null && (
                <small class="block">{words.since_last(row.days_since_last)}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Streaks({ view }: { view: OverviewView }) {
  const words = overviewWords[view.chrome.language];
  return (
    <section>
      <h2>{words.streaks}</h2>
      {view.streaks.length === 0 ? (
        <p class="soft lead">{words.streaks_none}</p>
      ) : (
        <div class="rows">
          {view.streaks.map((streak) => (
            <StreakRow key={streak.id} view={view} streak={streak} />
          ))}
        </div>
      )}
    </section>
  );
}

function StreakRow({ view, streak }: { view: OverviewView; streak: StreakLine }) {
  const { language } = view.chrome;
  const words = overviewWords[language];
  const speech = speechOf(view.chrome);
  const weak = streak.kind === "weak";
  const when = streak.ended_on
    ? speech.period(streak.started_on, streak.ended_on)
    : `${speech.shortDay(streak.started_on)} – ${words.ongoing}`;
  return (
    <a class="line" href={`/streaks/${streak.id}`}>
      <span>
        {PLATFORM_NAMES[streak.platform]}
        <small class="block">
          {when} · {postsInWords[language](streak.posts)}
        </small>
        <small class="block">
          {streak.state === "withdrawn" && streak.reason !== null
            ? words.left_out(streak.reason)
            : plain(sizeInWords(language, streak.severity))}
        </small>
      </span>
      {streak.state === "withdrawn" ? (
        <span class="soft">{words.withdrawn}</span>
      ) : (
        <span class={weak ? "weak" : "good"}>
          {weak ? "▼" : "▲"} {words.streak_kinds[streak.kind]}
        </span>
      )}
    </a>
  );
}
