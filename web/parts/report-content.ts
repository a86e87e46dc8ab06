/** Part 4: what was published: by format and topic, the best and the weakest, streaks, and how regularly. */
import type { LookState } from "../../functions/model/look.ts";
import type {
  ReportAccount,
  ReportLevel,
  ReportPost,
  ReportRankedPost,
  ReportStreak,
} from "../../functions/model/report.ts";
import { differenceWords } from "../language/difference.ts";
import { streakWords } from "../language/streak.ts";
import { claimSentence, tieSentence } from "../language/works.ts";
import { type Block, type Cell, line, type TableBlock, textCell } from "./report-paper.ts";
import { sizeOf } from "./report-sentence.ts";
import type { Speaker } from "./report-speaker.ts";
import { trialBlocks } from "./report-trials.ts";

export function contentBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  return [
    ...(report.posts.length === 0 ? [line(words.no_posts)] : levels(speaker)),
    ...(report.posts.length === 0 ? [] : ranked(speaker)),
    { kind: "heading", text: words.streaks },
    ...(report.streaks.length === 0
      ? [line(words.no_streaks)]
      : [
          {
            kind: "list",
            numbered: false,
            items: report.streaks.map((streak) => streakItem(speaker, streak)),
          } satisfies Block,
        ]),
    ...trialBlocks(speaker),
    ...(report.accounts.length === 0 ? [] : [regularity(speaker)]),
    ...worksBlocks(speaker),
  ];
}

/** A line a claim; where nothing is claimed that is the answer, and where it is too early to say, that is. */
function worksBlocks(speaker: Speaker): Block[] {
  const { report, spoken } = speaker;
  const words = speaker.words.works;
  const { works = [] } = report;
  const title = { kind: "heading", text: words.title } satisfies Block;
  if (works.length === 0) return [title, line(words.unknown)];
  const items = works.flatMap(({ account, claims }) =>
    claims.map((claim) => ({
      text: words.claim(
        account === null ? words.all : speaker.account(account),
        // a paper marks nothing
        claimSentence(spoken, claim).replaceAll("*", ""),
      ),
      ...(claim.entangled_with ? { under: tieSentence(spoken, claim, claim.entangled_with) } : {}),
    })),
  );
  const without = (of: LookState): string[] =>
    works.flatMap(({ account, state, claims }) =>
      account !== null && claims.length === 0 && state === of ? speaker.account(account) : [],
    );
  const [alike, early, few] = [without("ready"), without("learning"), without("too_few")];
  return [
    title,
    ...(items.length > 0 ? [{ kind: "list", numbered: false, items } satisfies Block] : []),
    ...(alike.length > 0 ? [line(words.nothing(speaker.speech.list(alike)))] : []),
    ...(early.length > 0 ? [line(words.early(speaker.speech.list(early)))] : []),
    ...(few.length > 0 ? [line(words.too_few(speaker.speech.list(few)))] : []),
    ...(items.length > 0 ? [line(words.help, true)] : []),
  ];
}

function levels(speaker: Speaker): Block[] {
  const { report, words, names } = speaker;
  // a middle over accounts ten times apart is of none of them
  const mixed = new Set(report.posts.map(({ account }) => speaker.account(account))).size > 1;
  const table = <Level extends string>(
    title: string,
    name: string,
    all: readonly ReportLevel<Level | null>[],
    say: (level: Level | null) => string,
  ): TableBlock[] =>
    all.length === 0
      ? []
      : [
          {
            kind: "table",
            name: title,
            title,
            shape: "half",
            head: [name, words.columns.posts, ...(mixed ? [] : [words.columns.typical])],
            rows: all.map((level) => [
              textCell(say(level.level)),
              speaker.count(level.posts),
              ...(mixed ? [] : [typicalCell(speaker, level)]),
            ]),
          },
        ];
  const tables = [
    ...table(words.by_format, words.columns.format, report.formats, (format) =>
      format === null ? words.no_format : names.formats[format],
    ),
    ...table(words.by_topic, words.columns.topic, report.topics, (topic) =>
      topic === null ? words.no_topic : names.topics[topic],
    ),
  ];
  return [...tables, ...(mixed || tables.length === 0 ? [] : [line(words.typical_help, true)])];
}

/** With fewer posts a median is one post's story. */
const FEWEST_POSTS = 3;

const typicalCell = (
  speaker: Speaker,
  { posts, interactions }: Pick<ReportLevel<unknown>, "posts" | "interactions">,
): Cell =>
  posts < FEWEST_POSTS
    ? { text: speaker.words.few_posts, value: null, absent: true }
    : speaker.count(interactions === null ? null : Math.round(interactions));

function ranked(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  const { best, weakest } = report;
  if (best.length + weakest.length === 0) return [line(words.no_ranked)];
  const table = (title: string, posts: readonly ReportRankedPost[]): TableBlock[] =>
    posts.length === 0
      ? []
      : [
          {
            kind: "table",
            name: title,
            title,
            shape: "words",
            head: [words.columns.post, words.columns.interactions, words.columns.score],
            rows: posts.map((post) => [
              textCell(speaker.caption(post) ?? words.no_caption, [
                postLine(speaker, post),
                whyInWords(speaker, post),
              ]),
              speaker.count(post.interactions),
              timesCell(speaker, post.score),
            ]),
          },
        ];
  return [
    ...table(words.best, best),
    ...table(words.weakest, weakest),
    line(words.ranked_help, true),
  ];
}

export const timesCell = (speaker: Speaker, score: number | null): Cell =>
  score === null
    ? { text: speaker.words.not_judged, value: null, absent: true }
    : { text: speaker.speech.times(score), value: score, as: "times" };

/** `Instagram · 12 Oktober · video pendek`. */
function postLine(speaker: Speaker, post: ReportPost): string {
  const { names, speech } = speaker;
  return [
    speaker.account(post.account),
    speech.day(post.published_on),
    post.format && names.format[post.format],
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Against what such posts of its account reach: how many saw it, and how they reacted. */
function whyInWords(speaker: Speaker, { why, reach: seen }: ReportRankedPost): string {
  const words = speaker.words.why;
  const { reach_ratio, reaction_ratio } = why;
  const reach = reach_ratio === null ? null : words.reach(speaker.times(reach_ratio));
  const reaction = reaction_ratio === null ? null : words.reaction(speaker.times(reaction_ratio));
  if (reach !== null && reaction !== null) return words.both(reach, reaction);
  return reach ?? reaction ?? (seen === null ? words.no_reach : words.few);
}

function streakItem(speaker: Speaker, streak: ReportStreak): { text: string; under?: string } {
  const { spoken } = speaker;
  const words = speaker.words.streak[streak.kind];
  const account = speaker.account(streak.account);
  const span = speaker.span(streak.started_at, streak.ended_at);
  if (streak.state === "withdrawn") return { text: words.withdrawn(account, span) };
  const text = words[streak.state](account, span, streak.posts, sizeOf(speaker, streak.severity));
  const { before } = streakWords[spoken.language];
  const differs = streak.differences.map((difference) => {
    const said = differenceWords(spoken, streak.posts, difference);
    return `${said.name}: ${said.now}, ${before(said.before)}`;
  });
  return differs.length === 0 ? { text } : { text, under: `${differs.join("; ")}.` };
}

function regularity(speaker: Speaker): Block {
  const { report, words } = speaker;
  const { account, posts, weeks, gap } = words.columns;
  return {
    kind: "table",
    name: words.regularity,
    title: words.regularity,
    head: [account, posts, weeks, gap],
    rows: report.accounts.map((one) => regularityRow(speaker, one)),
  };
}

function regularityRow(speaker: Speaker, account: ReportAccount): Cell[] {
  const { words } = speaker;
  const { posts, weeks_with, weeks, longest_gap_days } = account.consistency;
  const unknown: Cell = { text: words.unknown, value: null, absent: true };
  return [
    textCell(speaker.account(account)),
    speaker.count(posts),
    weeks_with === null || weeks === null ? unknown : textCell(words.weeks(weeks_with, weeks)),
    longest_gap_days === null
      ? unknown
      : { text: words.days(longest_gap_days), value: longest_gap_days, as: "count" },
  ];
}
