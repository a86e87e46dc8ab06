/** A sentence of the report's summary, by the rule that held, with the figures that made it. */
import type { ReportPost, ReportSentence, ReportStreak } from "../../functions/model/report.ts";
import { chanceInWords } from "../language/chance.ts";
import { postsInWords } from "../language/names.ts";
import { sentenceWords } from "../language/report-sentences.ts";
import { sizeInWords } from "../language/size.ts";
import { namesOf } from "./account-name.ts";
import type { Pair } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";

export type Said = { text: string; evidence: Pair[]; note: string | null };

/** A change of more than a doubling is said as a multiple. */
const DOUBLED = 1;

export function sentenceOf(speaker: Speaker, sentence: ReportSentence): Said {
  const { speech, spoken, month, report } = speaker;
  const words = sentenceWords[spoken.language];
  const named = words.evidence;
  const account = speaker.account;
  switch (sentence.rule) {
    case "no_figures":
      return said(words.no_figures(month));
    case "posted":
      return posted(speaker, sentence);
    case "silent_month":
      return said(words.silent_month(namesOf(spoken, sentence.accounts, report.accounts), month), [
        [named.silent, sentence.accounts.map(account).join(", ")],
      ]);
    case "changed":
      return changed(speaker, sentence);
    case "steady":
      return said(words.steady(sentence.accounts), comparedPairs(speaker));
    case "followers": {
      const { start, end, change } = sentence;
      const [from, to] = [speech.count(start), speech.count(end)];
      const by = speech.count(Math.abs(change));
      return said(
        change === 0
          ? words.followers.same(to)
          : words.followers[change > 0 ? "more" : "fewer"](by, from, to),
        [
          [named.start, from],
          [speaker.running ? named.last_day : named.end, to],
          [named.change, speech.signed(change)],
        ],
      );
    }
    case "weak":
      return weak(speaker, sentence.streak);
    case "recovered": {
      const { streak } = sentence;
      return said(
        words.recovered(
          account(streak.account),
          speaker.dayOf(streak.ended_at ?? streak.started_at),
          speaker.dayOf(streak.started_at),
        ),
        streakEvidence(speaker, streak),
      );
    }
    case "best_post":
      return best(speaker, sentence.post);
    case "events": {
      const { events, visitors } = sentence;
      const after = visitors === null ? words.events.unknown : words.events.visitors(visitors);
      return said(`${words.events.some(events)}${after}.`, [
        [named.events, speech.count(events)],
        [named.visitors, visitors === null ? speaker.words.unknown : speech.count(visitors)],
      ]);
    }
  }
}

const said = (text: string, evidence: Pair[] = [], note: string | null = null): Said => ({
  text,
  evidence,
  note,
});

type Of<Rule extends ReportSentence["rule"]> = Extract<ReportSentence, { rule: Rule }>;

function posted(speaker: Speaker, { posts, before, accounts, interactions }: Of<"posted">): Said {
  const { speech, month, spoken } = speaker;
  const words = sentenceWords[spoken.language];
  const last = speaker.month_before;
  const text = [
    posts === 0 ? words.posted.none(month) : words.posted.some(month, posts, accounts),
    before === null ? "" : words.posted[posts === 0 ? "none_before" : "before"](before, last),
    interactions ? words.posted.interactions(interactions, posts) : "",
    ".",
  ].join("");
  const unknown = speaker.words.unknown;
  return said(text, [
    [`${words.evidence.posts}, ${month}`, speech.count(posts)],
    [`${words.evidence.posts}, ${last}`, before === null ? unknown : speech.count(before)],
    [words.evidence.interactions, interactions === null ? unknown : speech.count(interactions)],
  ]);
}

function changed(speaker: Speaker, one: Of<"changed">): Said {
  const { spoken, speech, say, month } = speaker;
  const words = sentenceWords[spoken.language];
  const { measure, direction, ratio } = one;
  const account = speaker.account(one.account);
  const [before, value] = [say(measure, one.before), say(measure, one.value)];
  const text =
    direction === "up" && ratio !== null && ratio > DOUBLED
      ? words.changed_times(measure, account, speech.decimal(ratio + 1), before, value)
      : words.changed[direction](measure, account, before, value);
  return said(
    text,
    [
      [speaker.month_before, before],
      [month, value],
      // of a rate it would be percentage points, which nobody asks for
      ...(measure === "engagement_rate"
        ? []
        : [[words.evidence.change, speech.signed(one.value - one.before)] as const]),
    ],
    words.sure,
  );
}

/** What was held against the month before and did not move: a pair an account and measure. */
const comparedPairs = ({ report, words, account, say }: Speaker): Pair[] =>
  report.accounts.flatMap((one) =>
    one.figures.flatMap(({ measure, value, before: { before, meaning } }): Pair[] =>
      meaning === "same" && value !== null && before !== null
        ? [
            [
              `${account(one)}, ${words.measures[measure].toLowerCase()}`,
              words.from_to(say(measure, before), say(measure, value)),
            ],
          ]
        : [],
    ),
  );

const plain = (marked: string): string => marked.replaceAll("*", "");

export const sizeOf = ({ spoken }: Speaker, severity: number): string =>
  plain(sizeInWords(spoken.language, severity));

function weak(speaker: Speaker, streak: ReportStreak): Said {
  const words = sentenceWords[speaker.spoken.language];
  const account = speaker.account(streak.account);
  const size = sizeOf(speaker, streak.severity);
  const { started_at, ended_at, posts } = streak;
  const text =
    ended_at === null
      ? words.weak(account, speaker.dayOf(started_at), posts, size)
      : words.weak_over(account, speaker.span(started_at, ended_at), posts, size);
  return said(text, streakEvidence(speaker, streak));
}

function streakEvidence(speaker: Speaker, streak: ReportStreak): Pair[] {
  const { spoken, speech } = speaker;
  const named = sentenceWords[spoken.language].evidence;
  const { posts, over } = chanceInWords(streak.false_alarm_every);
  return [
    [named.from, speaker.dayOf(streak.started_at)],
    ...(streak.ended_at === null ? [] : [[named.last, speaker.dayOf(streak.ended_at)] as const]),
    [named.posts, speech.count(streak.posts)],
    [named.chance, `${over ? "> " : ""}${postsInWords[spoken.language](posts)}`],
  ];
}

function best(speaker: Speaker, post: ReportPost): Said {
  const { spoken, speech } = speaker;
  const words = sentenceWords[spoken.language];
  const caption = speaker.caption(post);
  const unknown = speaker.words.unknown;
  const text = [
    words.best_post(caption, speaker.account(post.account), speech.day(post.published_on)),
    post.interactions === null ? "" : words.best_got(post.interactions),
    post.score === null || post.score <= 1 ? "" : words.best_times(speaker.times(post.score)),
    ".",
  ].join("");
  const count = (value: number | null) => (value === null ? unknown : speech.count(value));
  return said(text, [
    [words.evidence.published, speech.day(post.published_on)],
    [words.evidence.interactions, count(post.interactions)],
    [words.evidence.reach, count(post.reach)],
    [words.evidence.views, count(post.views)],
    [
      words.evidence.score,
      post.score === null ? unknown : speaker.words.times(speaker.times(post.score)),
    ],
  ]);
}
