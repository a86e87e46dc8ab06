/** Short links in a list, with what came by them, and the form of a new one. */
import { LONGEST_EVENT_TEXT } from "../../functions/model/event.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ShortLinkLine } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { speechOf } from "../language/speech.ts";
import { Field, More } from "../parts/field.tsx";

export function ShortLinks(props: {
  chrome: Chrome;
  links: readonly ShortLinkLine[];
  may_plan: boolean;
  event: number | null;
  /** What a new one leads to, unless another is typed. */
  target?: string;
}) {
  const { chrome, links, may_plan, event, target = "" } = props;
  const words = eventWords[chrome.language];
  if (links.length === 0 && !may_plan) return null;
  return (
    <section id="links">
      <h2>{words.links}</h2>
      {links.length === 0 && <p class="small soft">{words.no_links}</p>}
      <ul class="rows">
        {links.map((link) => (
          <li key={link.id}>
            <a class="line" href={`/short-links/${link.id}`}>
              <span>
                <code>/e/{link.slug}</code>
                <small class="under">{link.name}</small>
                <small class="under">{sourcesInWords(chrome, link)}</small>
              </span>
              <b>{words.clicks(link.clicks)}</b>
            </a>
          </li>
        ))}
      </ul>
      {may_plan && (
        <More title={words.new_link}>
          <ShortLinkForm chrome={chrome} event={event} typed={{ slug: "", target, name: "" }} />
        </More>
      )}
    </section>
  );
}

/** `Poster 12 · WhatsApp 8 · langsung 3`. */
export function sourcesInWords(chrome: Chrome, { sources, refused }: ShortLinkLine): string {
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  const said = sources
    .filter(({ clicks }) => clicks > 0)
    .map(({ source, clicks }) => `${sourceName(chrome, source)} ${speech.count(clicks)}`);
  return [...said, ...(refused ? [words.refused] : [])].join(" · ");
}

export const sourceName = (chrome: Chrome, source: string): string => {
  const words = eventWords[chrome.language];
  return source === "direct" ? words.direct : (words.sources[source] ?? source);
};

/** @param action of one that is there; left out: a new one, which alone says its slug */
export function ShortLinkForm(props: {
  chrome: Chrome;
  event: number | null;
  typed: { slug: string; target: string; name: string };
  action?: string;
}) {
  const { chrome, event, typed, action } = props;
  const words = eventWords[chrome.language];
  return (
    <form class="form" method="post" action={action ?? "/short-links"} autocomplete="off">
      {event !== null && <input type="hidden" name="event" value={event} />}
      {!action && (
        <>
          <Field
            label={words.slug}
            name="slug"
            value={typed.slug}
            placeholder={words.slug_hint}
            maxLength={39}
            autocapitalize="none"
            spellcheck={false}
            required
          />
          <p class="small soft">{words.slug_help}</p>
        </>
      )}
      <Field
        label={words.target}
        name="target"
        type="url"
        value={typed.target}
        placeholder="https://"
        required
      />
      <Field
        label={words.link_name}
        name="name"
        value={typed.name}
        maxLength={LONGEST_EVENT_TEXT}
        required
      />
      <button name="do" value="save" type="submit">
        {words.save_link}
      </button>
    </form>
  );
}
