/** One post: what it said, its figures with their formulas, how it grew, and correcting it. */

import { FORMATS } from "../../functions/model/format.ts";
import { COUNTERS, type RateBase } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import { isStory } from "../../functions/model/post.ts";
import { TOPICS } from "../../functions/model/topic.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { PostView } from "../../functions/present/views/post.ts";
import { names } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Back } from "../parts/back.tsx";
import { Choose, More } from "../parts/field.tsx";
import { marksOf, Score } from "../parts/post-marks.tsx";
import { ReasonFields } from "../parts/reason-fields.tsx";
import { Growth, sourceWords } from "./post-growth.tsx";

export function postTitle({ chrome, post }: PostView): string {
  const speech = speechOf(chrome);
  const day = speech.day(speech.dayOf(post.published_at));
  return postsWords[chrome.language].post.title(PLATFORM_NAMES[post.platform], day);
}

export function Post({ view }: { view: PostView }) {
  const { chrome } = view;
  const shell = shellWords[chrome.language];
  return (
    <>
      <Back href={view.back} name={shell.tabs.posts} label={shell.back_to(shell.tabs.posts)} />
      <h1>{postTitle(view)}</h1>
      <About view={view} />
      <Caption view={view} />
      <div class="columns">
        <div>
          <Figures view={view} />
        </div>
        <div>
          <Rates view={view} />
          <Growth view={view} />
        </div>
        <div class="wide narrow">{chrome.role === "admin" && <Correct view={view} />}</div>
      </div>
    </>
  );
}

function About({ view: { chrome, post } }: { view: PostView }) {
  const words = postsWords[chrome.language];
  const { topics } = names[chrome.language];
  const speech = speechOf(chrome);
  const corrected = (what: "format" | "topic") =>
    post.corrected.includes(what) ? ` (${words.post.corrected})` : "";
  const about = [
    post.precision === "day" ? words.post.date_only : speech.clock(post.published_at),
    `@${post.account}`,
    post.format && names[chrome.language].format[post.format] + corrected("format"),
    post.topic && topics[post.topic] + corrected("topic"),
    ...marksOf(chrome, post),
    post.hidden && words.hidden,
  ];
  return (
    <>
      <p class="lead soft">{about.filter(Boolean).join(" · ")}</p>
      {post.removed_at !== null && (
        <p class="note">{words.post.removed_since(speech.moment(post.removed_at))}</p>
      )}
    </>
  );
}

function Caption({ view: { chrome, post } }: { view: PostView }) {
  const words = postsWords[chrome.language];
  return (
    <section class="prose">
      <p class="caption">{post.caption || words.no_caption}</p>
      {post.url !== null && (
        <p>
          <a class="action" href={post.url} target="_blank" rel="noopener noreferrer">
            {words.post.open(PLATFORM_NAMES[post.platform])} ↗
          </a>
        </p>
      )}
    </section>
  );
}

function Figures({ view: { chrome, post, source } }: { view: PostView }) {
  const words = postsWords[chrome.language].post;
  const { metrics } = names[chrome.language];
  const speech = speechOf(chrome);
  const shown = (value: number | null) =>
    value === null ? (
      <span class="absent">{words.not_available}</span>
    ) : (
      <b>{speech.count(value)}</b>
    );
  return (
    <section>
      <h2>{words.figures}</h2>
      <p class="small">
        {post.read_at === null ? words.never_read : words.read_at(speech.moment(post.read_at))}
        {source && ` · ${sourceWords(chrome, source)}`}
      </p>
      <div class="rows">
        <p class="line">
          <span>
            {metrics.interactions}
            <small class="under">
              {post.interactions_partial ? words.partial : words.interactions_formula}
            </small>
          </span>
          {shown(post.interactions)}
        </p>
        {COUNTERS.map((counter) => (
          <p key={counter} class="line">
            {counter === "views" ? (
              <span>
                {metrics.views}
                <small class="under">{names[chrome.language].explained.views}</small>
              </span>
            ) : (
              metrics[counter]
            )}
            {shown(post[counter])}
          </p>
        ))}
      </div>
    </section>
  );
}

function Rates({ view: { chrome, post, streak } }: { view: PostView }) {
  const words = postsWords[chrome.language].post;
  const speech = speechOf(chrome);
  const rates: [RateBase, number | null, number | null, string][] = [
    [
      "followers",
      post.engagement_rate,
      post.followers_at_publish,
      post.followers_estimated ? words.followers_estimated : words.followers_name,
    ],
    ["reach", post.engagement_rate_by_reach, post.reach, words.reach_name],
    ["views", post.engagement_rate_by_views, post.views, words.views_name],
  ];
  return (
    <section>
      <h2>{words.rates}</h2>
      <div class="rows">
        {rates.map(([base, rate, of, name]) => (
          <p key={base} class="line">
            <span>
              {words.by[base]}
              <small class="under">{names[chrome.language].explained.engagement_rate[base]}</small>
              <small class="under">
                {rate === null || of === null || post.interactions === null
                  ? words.no_rate(post.interactions === null ? words.interactions_name : name)
                  : words.formula(
                      speech.count(post.interactions),
                      words.interactions_name,
                      speech.count(of),
                      name,
                    )}
              </small>
            </span>
            {rate === null ? (
              <span class="absent">{words.not_available}</span>
            ) : (
              <b>{speech.percent(rate)}</b>
            )}
          </p>
        ))}
        <p class="line">
          <span>
            {words.score}
            <small class="under">
              {post.excused === null ? words.score_formula : words.left_out(post.excused)}
            </small>
          </span>
          {!post.young && post.score === null ? (
            <span class="absent">{notJudged(chrome, post)}</span>
          ) : (
            <span>
              <Score chrome={chrome} post={post} />
            </span>
          )}
        </p>
      </div>
      {streak && (
        <p>
          <a class="action" href={`/streaks/${streak.id}`}>
            {words.streak} ›
          </a>
        </p>
      )}
    </section>
  );
}

/** What is left out, paid for, gone, hidden or a story is never judged; the rest is not judged yet. */
function notJudged(chrome: Chrome, post: PostView["post"]): string {
  const words = postsWords[chrome.language].post;
  const out = post.excused !== null || post.paid || post.removed || post.hidden;
  return out || isStory(post) ? words.never_judged : words.not_judged;
}

function Correct({ view: { chrome, post } }: { view: PostView }) {
  const words = postsWords[chrome.language];
  const { formats, topics } = names[chrome.language];
  const call = {
    language: chrome.language,
    method: "PATCH",
    path: `/api/posts/${post.id}`,
  } as const;
  // only what a person corrected is chosen; the rest stays as proposed
  const chosen = (what: "format" | "topic" | "paid", value: string | null) =>
    post.corrected.includes(what) ? (value ?? "") : "";
  const proposal = ["", words.post.proposal] as const;
  return (
    <section>
      <More title={words.post.correct}>
        <p class="soft small">{words.post.correct_help}</p>
        <ApiForm {...call}>
          <Choose
            label={words.topic}
            name="topic"
            empty="null"
            value={chosen("topic", post.topic)}
            options={[proposal, ...TOPICS.map((topic) => [topic, topics[topic]] as const)]}
          />
          <Choose
            label={words.format}
            name="format"
            empty="null"
            value={chosen("format", post.format)}
            options={[proposal, ...FORMATS.map((format) => [format, formats[format]] as const)]}
          />
          <Choose
            label={words.post.paid}
            name="paid"
            empty="null"
            as="boolean"
            value={chosen("paid", String(post.paid))}
            options={[proposal, ["true", words.post.yes], ["false", words.post.no]]}
          />
          <button type="submit">{words.post.save}</button>
        </ApiForm>
        <ApiForm {...call}>
          <input type="hidden" name="hidden" value={String(!post.hidden)} data-as="boolean" />
          <p class="soft small">{words.post.hide_help}</p>
          <button class="quiet" type="submit">
            {post.hidden ? words.post.show : words.post.hide}
          </button>
        </ApiForm>
        <p class="small">
          {words.post.id}: <code>{post.external_id}</code>
        </p>
      </More>
      <More title={words.post.excuse}>
        <p class="soft small">{words.post.excuse_help}</p>
        <ApiForm language={chrome.language} method="POST" path="/api/excused">
          <input type="hidden" name="post" value={post.id} data-as="number" />
          <ReasonFields language={chrome.language} reason={post.excused} />
        </ApiForm>
      </More>
    </section>
  );
}
