/** What a file leaves open: said, or asked. A choice asks the server again what the file then is. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DateOrder } from "../../functions/model/import.ts";
import { PLATFORM_NAMES, type Platform } from "../../functions/model/platform.ts";
import type { SeenChoice, SeenDoubt } from "../../functions/present/views/seen-file.ts";
import { importWords } from "../language/import.ts";
import type { Speech } from "../language/speech.ts";
import { whoInWords } from "../language/who.ts";
import type { SeenProps } from "./seen-file.tsx";
import { platformsOf } from "./whose.ts";

type Props = SeenProps & { speech: Speech };

/** `Sen, 9 Nov 2026, 20.10 WIB`; only the day of a post that says no more. */
export function publishedInWords(speech: Speech, iso: string, day: boolean): string {
  const at = Date.parse(iso) / 1000;
  const said = speech.fullDay(speech.dayOf(at));
  return day ? said : `${said} ${speech.clock(at)}`;
}

export function Doubts(props: Props) {
  const { language, seen, file } = props;
  const words = importWords[language].doubts;
  const said = seen.doubts.filter(({ ask }) => ask === null);
  return (
    <>
      {file.asked.map((doubt) => (
        <Question key={doubt.ask?.parameter} {...props} doubt={doubt} />
      ))}
      {said.map(({ code, rows }) => (
        <p key={code} class="note">
          {textOf(words[code], rows)}
        </p>
      ))}
    </>
  );
}

const textOf = (words: string | ((rows: number) => string), rows: number): string =>
  typeof words === "string" ? words : words(rows);

function Question(props: Props & { doubt: SeenDoubt }) {
  const { language, doubt, file, onAnswer } = props;
  const { code, rows, ask, must } = doubt;
  if (!ask) return null;
  const legend = textOf(importWords[language].doubts[code], rows);
  if (ask.choices.length < 2 && code !== "no_account") return <p class="note">{legend}</p>;
  const chosen = file.answers[ask.parameter] ?? ask.chosen;
  return (
    <fieldset class={must && chosen === null ? "asked open" : "asked"}>
      <legend>{legend}</legend>
      {code === "no_account" ? (
        <WhichAccount {...props} />
      ) : (
        ask.choices.map((choice) => (
          <label key={choice.value} class="tick">
            <input
              type="radio"
              name={`${file.key} ${ask.parameter}`}
              checked={choice.value === chosen}
              onChange={() => onAnswer({ [ask.parameter]: choice.value })}
            />
            <span>{choiceInWords(props, doubt, choice)}</span>
          </label>
        ))
      )}
    </fieldset>
  );
}

function choiceInWords(
  { language, speech, time_zone, seen }: Props,
  { code, ask }: SeenDoubt,
  { value, published_at }: SeenChoice,
): string {
  const words = importWords[language];
  const day = code === "date_order" || code === "year_guessed";
  // a file of days has nothing that was published
  const said = seen.first_days.length > 0 ? words.first_day : words.published;
  const when = published_at === null ? null : said(publishedInWords(speech, published_at, day));
  const name = () => {
    switch (ask?.parameter) {
      case "date_order":
        return words.orders[value as DateOrder];
      case "time_zone":
        if (value === time_zone) return words.zone_library(time_zone);
        return value === "America/Los_Angeles" ? words.zone_pacific : value;
      case "account":
        return `@${value}`;
      default:
        return speech.fullDay(speech.dayOf(Date.parse(value) / 1000));
    }
  };
  return when === null ? name() : `${name()}: ${when}`;
}

/** An account that is known here, or the name of one that is not. */
function WhichAccount({ language, seen, offers, file, onAnswer }: Props) {
  const words = importWords[language];
  const [fresh, setFresh] = useState<Platform | null>(null);
  const [handle, setHandle] = useState("");
  const platforms = platformsOf(seen);
  // what was typed, by the name that it turned out to be
  const [own] = file.answers.account ? seen.accounts : [];
  const select = useRef<HTMLSelectElement>(null);
  // what was typed stands in the list now, and its field goes
  useLayoutEffect(() => {
    if (!own || !fresh) return;
    setFresh(null);
    select.current?.focus({ preventScroll: true });
  }, [own?.platform, own?.handle]);
  const value = fresh ? `${fresh}/` : own ? `${own.platform}/${own.handle}` : "";
  const choose = (text: string) => {
    const [platform, name] = text.split("/") as [Platform, string];
    setFresh(name === "" ? platform : null);
    if (name) onAnswer({ platform, account: name });
  };
  return (
    <>
      <select
        ref={select}
        aria-label={words.fields.account}
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="" disabled>
          {words.choose}
        </option>
        {offers.map((one) => (
          <option key={`${one.platform}/${one.handle}`} value={`${one.platform}/${one.handle}`}>
            {whoInWords(one)}
          </option>
        ))}
        {platforms.map((platform) => (
          <option key={platform} value={`${platform}/`}>
            {words.new_account(PLATFORM_NAMES[platform])}
          </option>
        ))}
      </select>
      {fresh && (
        <>
          <label>
            {words.handle}
            <input
              value={handle}
              autocapitalize="none"
              spellcheck={false}
              maxLength={200}
              onInput={({ currentTarget }) => setHandle(currentTarget.value)}
            />
          </label>
          <button
            type="button"
            class="quiet"
            disabled={handle.trim() === ""}
            onClick={() => onAnswer({ platform: fresh, account: handle.trim() })}
          >
            {words.use}
          </button>
        </>
      )}
    </>
  );
}
