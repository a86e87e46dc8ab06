import { AGAINST } from "../../functions/model/day.ts";
import { RATE_BASES } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES, PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import { type Choice, type Chrome, PRESETS } from "../../functions/present/views/chrome.ts";
import { names } from "../language/names.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { type Keep, linkTo, parametersOf } from "../links.ts";

/** The platforms after a tap on one of them. None left means all. */
function toggled(choice: Choice, platform: Platform): Platform[] | null {
  const chosen = choice.platforms ?? [];
  const next = chosen.includes(platform)
    ? chosen.filter((other) => other !== platform)
    : PLATFORMS.filter((other) => other === platform || chosen.includes(other));
  return next.length === 0 || next.length === choice.offered.length ? null : next;
}

type Props = {
  chrome: Chrome;
  choice: Choice;
  /** The page that the links lead back to. */
  path: string;
  /** Its further parameters. */
  keep?: Keep;
  /** Does the page show an engagement rate? */
  rate?: boolean;
  /** Does the page compare figures with another period? */
  compares?: boolean;
};

/** Period, platforms and rate base as plain links, own dates as a form. */
export function ChoiceBar({
  chrome,
  choice,
  path,
  keep = {},
  rate = false,
  compares = false,
}: Props) {
  const words = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const platforms = choice.platforms
    ? speech.list(choice.platforms.map((platform) => PLATFORM_NAMES[platform]))
    : words.all_platforms;
  return (
    <section class="choice" aria-label={words.period_label}>
      <div class="presets">
        {PRESETS.map((preset) => (
          <a
            key={preset}
            href={linkTo(path, { ...choice, preset }, keep)}
            // begins with what is seen, so that it can be called by voice
            aria-label={`${words.presets[preset]} (${words.preset_names[preset]})`}
            aria-current={preset === choice.preset ? "true" : undefined}
          >
            {words.presets[preset]}
          </a>
        ))}
      </div>
      <details>
        <summary>
          <span>
            {speech.period(choice.from, choice.to)} · {platforms}
          </span>
          <span class="link">{words.change}</span>
        </summary>
        {choice.offered.length > 1 && <PlatformLinks {...{ chrome, choice, path, keep }} />}
        {rate && <RateLinks {...{ chrome, choice, path, keep }} />}
        {compares && <AgainstLinks {...{ chrome, choice, path, keep }} />}
        <DatesForm {...{ chrome, choice, path, keep }} />
      </details>
    </section>
  );
}

type Inner = Required<Omit<Props, "rate" | "compares">>;

function PlatformLinks({ chrome, choice, path, keep }: Inner) {
  const words = shellWords[chrome.language];
  return (
    <div class="options">
      <span>{words.platforms}</span>
      <a
        href={linkTo(path, { ...choice, platforms: null }, keep)}
        aria-current={choice.platforms === null ? "true" : undefined}
      >
        {words.all}
      </a>
      {choice.offered.map((platform) => (
        <a
          key={platform}
          href={linkTo(path, { ...choice, platforms: toggled(choice, platform) }, keep)}
          aria-current={choice.platforms?.includes(platform) ? "true" : undefined}
        >
          {PLATFORM_NAMES[platform]}
        </a>
      ))}
    </div>
  );
}

function RateLinks({ chrome, choice, path, keep }: Inner) {
  return (
    <div class="options">
      <span>{shellWords[chrome.language].rate_per}</span>
      {RATE_BASES.map((rate_base) => (
        <a
          key={rate_base}
          href={linkTo(path, { ...choice, rate_base }, keep)}
          aria-current={rate_base === choice.rate_base ? "true" : undefined}
        >
          {names[chrome.language].rate_bases[rate_base]}
        </a>
      ))}
    </div>
  );
}

function AgainstLinks({ chrome, choice, path, keep }: Inner) {
  const words = shellWords[chrome.language];
  return (
    <div class="options">
      <span>{words.against}</span>
      {AGAINST.map((against) => (
        <a
          key={against}
          href={linkTo(path, { ...choice, against }, keep)}
          aria-current={against === choice.against ? "true" : undefined}
        >
          {words.againsts[against]}
        </a>
      ))}
    </div>
  );
}

function DatesForm({ chrome, choice, path, keep }: Inner) {
  const words = shellWords[chrome.language];
  // the form's own fields say the period
  const kept = parametersOf(choice, { ...keep, period: null, from: null, to: null });
  return (
    <form class="dates" method="get" action={path}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {words.from}
        <input type="date" name="from" value={choice.from} max={choice.to} required />
      </label>
      <label>
        {words.to}
        <input type="date" name="to" value={choice.to} required />
      </label>
      <button type="submit">{words.show}</button>
    </form>
  );
}
