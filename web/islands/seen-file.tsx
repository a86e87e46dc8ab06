/** What a file would bring: shown before it is stored, with what has to be asked. */
import type { ComponentChildren } from "preact";
import { COUNTERS, DAY_METRICS } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { PreviewDay } from "../../functions/model/preview.ts";
import { WRITTEN_A_ROW } from "../../functions/model/room.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { SeenFile as Seen, SeenPost } from "../../functions/present/views/seen-file.ts";
import { accountInWords, fileInWords, importWords } from "../language/import.ts";
import { names } from "../language/names.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import {
  type Answers,
  type Bringing,
  isEmpty,
  isKnown,
  isOpen,
  rowsOfToday,
} from "./bring-file.ts";
import { Doubts, publishedInWords } from "./doubts.tsx";
import type { ImportProps } from "./import.tsx";
import { Skipped } from "./skipped.tsx";
import { TallyFacts } from "./tally-facts.tsx";
import type { Whose } from "./whose.ts";

export type SeenProps = ImportProps & {
  seen: Seen;
  file: Bringing;
  offers: Whose[];
  /** What the files before it in the list will write today, in rows of the database. */
  before: number;
  onAnswer: (answers: Answers) => void;
  onSpread: (spread: boolean) => void;
};

export function SeenFile(props: SeenProps) {
  const { language, seen, file } = props;
  const words = importWords[language];
  const speech = speechOf(props);
  const rows = file.cut?.looked_at.rows ?? null;
  return (
    <>
      <p class="small">{fileInWords(seen, language)}</p>
      <Doubts {...props} speech={speech} />
      {!isOpen(file) && <Facts {...props} speech={speech} />}
      {!isOpen(file) && !isEmpty(file) && isKnown(seen) && <p class="note">{words.nothing_new}</p>}
      {seen.first.length + seen.first_days.length > 0 && (
        <>
          <p class="small">{words.first}</p>
          <ul class="small firsts">
            {seen.first.map((post) => (
              <First
                key={`${post.external_id} ${post.url} ${post.published_at}`}
                language={language}
                speech={speech}
                post={post}
              />
            ))}
            {seen.first_days.map((day) => (
              <FirstDay key={day.date} language={language} speech={speech} day={day} />
            ))}
          </ul>
        </>
      )}
      {seen.partial && <p class="small">{words.partial}</p>}
      {rows !== null && <p class="small">{words.first_rows(rows)}</p>}
      <Room {...props} speech={speech} />
      <Skipped language={language} skipped={seen.skipped} />
      {seen.unused.length > 0 && <p class="small">{words.unused(seen.unused.join(", "))}</p>}
      <Change {...props} />
    </>
  );
}

/** A file that is more than the day has room for: said before it is stored, with a way to spread it. */
function Room({ language, seen, file, before, speech, onSpread }: SeenProps & { speech: Speech }) {
  const words = importWords[language];
  const rows = rowsOfToday(file, before);
  if (rows === null || !file.cut) return null;
  return (
    <div class="note">
      <p>
        {words.room(
          speech.count(file.cut.rows * WRITTEN_A_ROW),
          speech.count(seen.written_most),
          speech.count(seen.written_today + before),
        )}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={file.spread}
          onChange={({ currentTarget }) => onSpread(currentTarget.checked)}
        />
        {words.spread(speech.count(rows))}
      </label>
    </div>
  );
}

function Facts({ language, seen, speech }: SeenProps & { speech: Speech }) {
  const words = importWords[language];
  const { facts } = words;
  const pairs: [string, ComponentChildren][] = seen.accounts.map((account) => [
    `${facts.account} ${PLATFORM_NAMES[account.platform]}`,
    accountInWords(account, language),
  ]);
  if (seen.from !== null && seen.to !== null) {
    pairs.push([facts.period, speech.period(seen.from, seen.to)]);
  }
  const made = speech.instant(Date.parse(seen.read_at) / 1000);
  return (
    <dl class="pairs narrow-pairs">
      {pairs.map(([name, value]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
      <TallyFacts language={language} tally={seen} />
      <dt>{facts.made}</dt>
      <dd>
        {made} ({words.made_from[seen.read_at_from]})
      </dd>
    </dl>
  );
}

function First({ language, speech, post }: { language: Language; speech: Speech; post: SeenPost }) {
  const words = importWords[language];
  const { metrics, format } = names[language];
  const figures = COUNTERS.flatMap((counter) => {
    const value = post[counter];
    return value === null ? [] : `${metrics[counter]} ${speech.count(value)}`;
  });
  const day = post.published_precision === "day";
  return (
    <li>
      <b>{words.published(publishedInWords(speech, post.published_at, day))}</b>
      {post.format && ` · ${format[post.format]}`}
      {post.paid && ` · ${words.paid}`}
      <span class="clip">{post.caption ?? words.no_caption}</span>
      <span class="block">{figures.join(" · ")}</span>
    </li>
  );
}

function FirstDay({
  language,
  speech,
  day,
}: {
  language: Language;
  speech: Speech;
  day: PreviewDay;
}) {
  const { metrics } = names[language];
  const figures = (["followers", ...DAY_METRICS] as const).flatMap((metric) => {
    const value = day[metric];
    return value === null ? [] : `${metrics[metric]} ${speech.count(value)}`;
  });
  return (
    <li>
      <b>{speech.fullDay(day.date)}</b>
      <span class="block">{figures.join(" · ")}</span>
    </li>
  );
}

/** `2026-11-24T08:10`, in the person's own zone: how the field wants it. */
function localMinute(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The day of the file and the zone of its times, for whoever knows them better. */
function Change({ language, time_zone, seen, file, onAnswer }: SeenProps) {
  const words = importWords[language];
  return (
    <details class="more">
      <summary>{words.change}</summary>
      <label>
        {words.fields.read_at}
        <input
          type="datetime-local"
          value={localMinute(Date.parse(seen.read_at))}
          max={localMinute(Date.now())}
          onChange={({ currentTarget: { value } }) => {
            if (value) onAnswer({ read_at: new Date(value).toISOString() });
          }}
        />
      </label>
      <label>
        {words.fields.time_zone}
        <select
          value={file.answers.time_zone ?? ""}
          onChange={({ currentTarget: { value } }) => onAnswer({ time_zone: value })}
        >
          <option value="">
            {words.by_file} ({seen.time_zone})
          </option>
          <option value={time_zone}>{words.zone_library(time_zone)}</option>
          <option value="America/Los_Angeles">{words.zone_pacific}</option>
          <option value="UTC">UTC</option>
        </select>
      </label>
    </details>
  );
}
