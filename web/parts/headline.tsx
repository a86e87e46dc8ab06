import type { ComponentChildren } from "preact";
import type { AccountName } from "../../functions/model/account.ts";
import type { Against } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Headline as HeadlineData } from "../../functions/present/views/overview.ts";
import type { PostLine } from "../../functions/present/views/posts.ts";
import { names, postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { streakWords } from "../language/streak.ts";
import { namesOf } from "./account-name.ts";
import { causeOf } from "./cause.ts";
import { sayValue } from "./figure-block.tsx";
import { headlineText, type Unknown } from "./headline-text.ts";
import { Rich } from "./rich.tsx";
import { usualDays } from "./silence.ts";

type Of<Kind extends HeadlineData["kind"]> = {
  chrome: Chrome;
  headline: Extract<HeadlineData, { kind: Kind }>;
  /** All accounts: where a platform has several, the handle tells them apart. */
  among: readonly AccountName[];
};

/**
 * The one thing to know now, and its evidence in a line.
 *
 * @param unknown why no account can be called as usual: then silence is not calm
 */
export function Headline(props: {
  chrome: Chrome;
  headline: HeadlineData;
  among?: readonly AccountName[];
  unknown?: Unknown;
  against?: Against;
}) {
  const { chrome, headline, among = [], unknown = null, against = "before" } = props;
  switch (headline.kind) {
    case "empty":
      return <Empty chrome={chrome} />;
    case "stopped":
      return <Stopped {...{ chrome, headline, among }} />;
    case "token":
      return <Token {...{ chrome, headline, among }} />;
    case "figures":
      return <Figures {...{ chrome, headline, among }} />;
    case "silence":
      return <Silence {...{ chrome, headline, among }} />;
    case "questions":
      return <Questions {...{ chrome, headline, among }} />;
    case "event":
      return <EventDue {...{ chrome, headline, among }} />;
    case "weak":
      return <Weak {...{ chrome, headline, among }} />;
    case "recovered":
      return <Recovered {...{ chrome, headline, among }} />;
    case "change":
      return <Changed {...{ chrome, headline, among, against }} />;
    case "calm":
      return <Calm {...{ chrome, headline, among, unknown }} />;
  }
}

/** @param tone the colour of the marked word; @param href where the evidence stands */
function Sentence(props: {
  text: string;
  tone?: "weak" | "good";
  href?: string;
  children: ComponentChildren;
}) {
  return (
    <>
      <h1 class={props.tone}>
        {props.href ? (
          <a class="plain" href={props.href}>
            <Rich text={props.text} />
          </a>
        ) : (
          <Rich text={props.text} />
        )}
      </h1>
      <div class="lead soft stack">{props.children}</div>
    </>
  );
}

/** Where each way in stands; the quickest first. */
const WAYS_IN = [
  ["file", "/data/bring#import"],
  ["account", "/data/bring#connect"],
  ["typed", "/data/bring#typed"],
  ["backup", "/restore"],
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
        {WAYS_IN.map(([step, href]) => (
          <a key={step} class="line" href={href}>
            <span class="link">{words.empty_steps[step]}</span>
            <span aria-hidden="true">›</span>
          </a>
        ))}
      </div>
    </Sentence>
  );
}

function Stopped({ chrome, headline, among }: Of<"stopped">) {
  const words = overviewWords[chrome.language];
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>
        {headline.refused
          ? words.stopped_refused
          : words.stopped_evidence(namesOf(chrome, headline.accounts, among))}{" "}
        {chrome.role !== "admin" && words.ask_admin_look}
      </p>
      {chrome.role === "admin" && (
        <a class="action" href="/data#accounts">
          {words.stopped_link}
        </a>
      )}
    </Sentence>
  );
}

function Token({ chrome, headline, among }: Of<"token">) {
  const words = overviewWords[chrome.language];
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>
        {words.token_evidence(namesOf(chrome, headline.accounts, among))}{" "}
        {chrome.role !== "admin" && words.ask_admin}
      </p>
      {chrome.role === "admin" && (
        <a class="action" href="/data#accounts">
          {words.token_link}
        </a>
      )}
    </Sentence>
  );
}

function Figures({ chrome, headline, among }: Of<"figures">) {
  const words = overviewWords[chrome.language];
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>
        {words.figures[headline.missing].evidence}{" "}
        {chrome.role !== "admin" && words.ask_admin_figures}
      </p>
      {chrome.role === "admin" && (
        <a class="action" href="/data/bring#typed">
          {words.figures_link}
        </a>
      )}
    </Sentence>
  );
}

function Silence({ chrome, headline, among }: Of<"silence">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>{words.silence_evidence(usualDays(speech, headline.usual_days))}</p>
    </Sentence>
  );
}

/** The list of those that wait leads to each on its platform. */
function Questions({ chrome, headline, among }: Of<"questions">) {
  const words = overviewWords[chrome.language];
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>{words.questions_evidence(namesOf(chrome, headline.accounts, among))}</p>
      <a class="action" href="/answers#waiting">
        {words.questions_link}
      </a>
    </Sentence>
  );
}

/** Its page says what is missing, and offers to plan it. */
function EventDue({ chrome, headline, among }: Of<"event">) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const { event_id, step, to } = headline;
  return (
    <Sentence text={headlineText(chrome, headline, among)} tone="weak">
      <p>{words.event_evidence(stepWords[chrome.language][step], speech.fullDay(to))}</p>
      <a class="action" href={`/events/${event_id}#steps`}>
        {words.event_link}
      </a>
    </Sentence>
  );
}

/** The whole of it leads to the evidence. */
function Weak({ chrome, headline, among }: Of<"weak">) {
  const words = overviewWords[chrome.language];
  const { streak } = headline;
  const kind = streak.format && names[chrome.language].formats[streak.format];
  const posts = postsInWords[chrome.language](streak.posts);
  const size = sizeInWords(chrome.language, streak.severity, words.usual_of_kind(kind));
  const cause = causeOf(streak);
  return (
    <Sentence
      text={headlineText(chrome, headline, among)}
      tone="weak"
      href={`/streaks/${streak.id}`}
    >
      <p>
        <Rich text={words.weak_evidence(posts, size)} />{" "}
        {cause === "unclear" ? null : streakWords[chrome.language].diagnosis[cause]}
      </p>
    </Sentence>
  );
}

function Recovered({ chrome, headline, among }: Of<"recovered">) {
  const words = overviewWords[chrome.language];
  return (
    <Sentence
      text={headlineText(chrome, headline, among)}
      tone="good"
      href={`/streaks/${headline.streak.id}`}
    >
      <p>{words.recovered_evidence}</p>
    </Sentence>
  );
}

function Changed({ chrome, headline, among, against }: Of<"change"> & { against: Against }) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const { metric, direction, before, value } = headline;
  return (
    <Sentence
      text={headlineText(chrome, headline, among)}
      tone={direction === "up" ? "good" : "weak"}
    >
      <p>
        <Rich
          text={words.change_evidence[against](
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

function Calm({ chrome, headline, among, unknown }: Of<"calm"> & { unknown: Unknown }) {
  const words = overviewWords[chrome.language];
  const text = headlineText(chrome, headline, among, unknown);
  if (unknown) {
    return (
      <Sentence text={text}>
        <p>{words.unknown_evidence[unknown]}</p>
      </Sentence>
    );
  }
  return (
    <Sentence text={text} tone="good">
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
