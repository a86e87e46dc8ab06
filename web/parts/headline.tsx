import type { ComponentChildren } from "preact";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Headline as HeadlineData } from "../../functions/present/views/overview.ts";
import type { PostLine } from "../../functions/present/views/posts.ts";
import { chanceSentence } from "../language/chance.ts";
import { names, postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { causeOf } from "./cause.ts";
import { sayValue } from "./figure-block.tsx";
import { plain, Rich } from "./rich.tsx";

type Of<Kind extends HeadlineData["kind"]> = {
  chrome: Chrome;
  headline: Extract<HeadlineData, { kind: Kind }>;
};

/**
 * The one thing to know now, and its evidence in a line.
 *
 * @param unknown no account is known well enough yet: then silence is not calm
 */
export function Headline(props: { chrome: Chrome; headline: HeadlineData; unknown?: boolean }) {
  const { chrome, headline, unknown = false } = props;
  switch (headline.kind) {
    case "empty":
      return <Empty chrome={chrome} />;
    case "stopped":
      return <Stopped {...{ chrome, headline }} />;
    case "stale":
      return <Stale {...{ chrome, headline }} />;
    case "weak":
      return <Weak {...{ chrome, headline }} />;
    case "recovered":
      return <Recovered {...{ chrome, headline }} />;
    case "change":
      return <Changed {...{ chrome, headline }} />;
    case "calm":
      return <Calm {...{ chrome, headline, unknown }} />;
  }
}

/** @param tone the colour of the marked word */
function Sentence(props: { text: string; tone?: "weak" | "good"; children: ComponentChildren }) {
  return (
    <>
      <h1 class={props.tone}>
        <Rich text={props.text} />
      </h1>
      <div class="lead soft stack">{props.children}</div>
    </>
  );
}

/** Where on the Data tab each way in stands; the quickest first. */
const WAYS_IN = [
  ["file", "import"],
  ["account", "connect"],
  ["typed", "typed"],
] as const;

function Empty({ chrome }: { chrome: Chrome }) {
  const words = overviewWords[chrome.language];
  if (chrome.role !== "admin") {
    return (
      <Sentence text={words.empty}>
        <p>{words.empty_viewer}</p>
      </Sentence>
    );
  }
  return (
    <Sentence text={words.empty}>
      <p>{words.empty_evidence}</p>
      <div class="rows">
        {WAYS_IN.map(([step, id]) => (
          <a key={step} class="line" href={`/data#${id}`}>
            <span class="link">{words.empty_steps[step]}</span>
            <span aria-hidden="true">›</span>
          </a>
        ))}
      </div>
    </Sentence>
  );
}

function Stopped({ chrome, headline }: Of<"stopped">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <Sentence text={words.stopped(speech.day(speech.dayOf(headline.since)))} tone="weak">
      <p>
        {headline.refused
          ? words.stopped_refused
          : words.stopped_evidence(speech.list(headline.accounts))}
      </p>
      <a class="action" href="/data">
        {words.stopped_link}
      </a>
    </Sentence>
  );
}

function Stale({ chrome, headline }: Of<"stale">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <Sentence text={words.stale(speech.day(speech.dayOf(headline.since)))} tone="weak">
      <p>{words.stale_evidence}</p>
      {chrome.role === "admin" && (
        <a class="action" href="/data">
          {words.stale_link}
        </a>
      )}
    </Sentence>
  );
}

function Weak({ chrome, headline: { streak } }: Of<"weak">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const kind = streak.format && names[chrome.language].formats[streak.format];
  const posts = postsInWords[chrome.language](streak.posts);
  const size = sizeInWords(chrome.language, streak.severity, words.usual_of_kind(kind));
  const chance = chanceSentence(chrome.language, streak.false_alarm_every, streak.posts_per_week);
  const cause = causeOf(streak);
  return (
    <Sentence
      text={words.weak(PLATFORM_NAMES[streak.platform], speech.day(streak.started_on))}
      tone="weak"
    >
      <p>
        <Rich text={words.weak_evidence(posts, size)} />{" "}
        {cause === "unclear" ? null : streakWords[chrome.language].diagnosis[cause]}
      </p>
      <p class="small">{plain(chance)}</p>
    </Sentence>
  );
}

function Recovered({ chrome, headline: { streak } }: Of<"recovered">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const since = streak.ended_on ?? streak.started_on;
  return (
    <Sentence
      text={words.recovered(PLATFORM_NAMES[streak.platform], speech.day(since))}
      tone="good"
    >
      <p>{words.recovered_evidence}</p>
      <a class="action" href={`/streaks/${streak.id}`}>
        {words.evidence_link}
      </a>
    </Sentence>
  );
}

function Changed({ chrome, headline }: Of<"change">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const { metric, platform, direction, before, value } = headline;
  const sentence = words.change[direction](words.metric_short[metric], PLATFORM_NAMES[platform]);
  return (
    <Sentence text={sentence} tone={direction === "up" ? "good" : "weak"}>
      <p>
        <Rich
          text={words.change_evidence(
            sayValue(speech, metric, before),
            sayValue(speech, metric, value),
          )}
        />
        {/* a follower count is told as it is: nothing says how often it moves so by chance */}
        {metric !== "followers" && ` ${words.change_sure}`}
      </p>
    </Sentence>
  );
}

function Calm({ chrome, headline, unknown }: Of<"calm"> & { unknown: boolean }) {
  const words = overviewWords[chrome.language];
  if (unknown) {
    return (
      <Sentence text={words.unknown}>
        <p>{words.unknown_evidence}</p>
      </Sentence>
    );
  }
  return (
    <Sentence text={words.calm} tone="good">
      <p>{words.calm_evidence}</p>
      {headline.best && <Best chrome={chrome} post={headline.best} />}
    </Sentence>
  );
}

function Best({ chrome, post }: { chrome: Chrome; post: PostLine }) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <a class="line" href={`/posts/${post.id}`}>
      <span>
        <small>
          {words.best} {PLATFORM_NAMES[post.platform]},{" "}
          {speech.shortDay(speech.dayOf(post.published_at))}
        </small>
        <span class="excerpt">{post.caption ?? words.no_caption}</span>
      </span>
      {post.score !== null && <b>{speech.times(post.score)}</b>}
    </a>
  );
}
