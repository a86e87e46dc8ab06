/** Part 10: every post of the month with its address and its figures. */
import type { ReportPost } from "../../functions/model/report.ts";
import { timesCell } from "./report-content.ts";
import { type Block, type Cell, line, textCell } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";

export function appendixBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  if (report.posts.length === 0) return [line(words.no_posts)];
  const { number, post, likes, comments, shares, interactions, rate, reach, views, score } =
    words.columns;
  return [
    {
      kind: "table",
      name: words.columns.posts,
      title: null,
      head: [number, post, likes, comments, shares, interactions, rate, reach, views, score],
      rows: report.posts.map((one, index) => postRow(speaker, one, index + 1)),
    },
    ...(report.posts_left_out > 0 ? [line(words.left_out_posts(report.posts_left_out))] : []),
  ];
}

function postRow(speaker: Speaker, post: ReportPost, number: number): Cell[] {
  const { words } = speaker;
  return [
    speaker.count(number),
    {
      ...textCell(speaker.caption(post) ?? words.no_caption, [aboutPost(speaker, post)]),
      href: post.url,
    },
    speaker.count(post.likes),
    speaker.count(post.comments),
    speaker.count(post.shares),
    speaker.count(post.interactions),
    speaker.percent(post.engagement_rate),
    speaker.count(post.reach),
    speaker.count(post.views),
    timesCell(speaker, post.score),
  ];
}

/** Whose, when, of what kind, and what is to be known besides. */
function aboutPost(speaker: Speaker, post: ReportPost): string {
  const { words, speech, names } = speaker;
  return [
    speaker.account(post.account),
    post.precision === "day"
      ? `${speech.day(post.published_on)}, ${words.hour_unknown}`
      : `${speech.day(post.published_on)}, ${speech.time(post.published_at)}`,
    post.format && names.format[post.format],
    post.topic && names.topics[post.topic],
    post.weak && words.weak,
    post.paid && words.paid,
    post.removed && words.removed,
  ]
    .filter(Boolean)
    .join(" · ");
}
