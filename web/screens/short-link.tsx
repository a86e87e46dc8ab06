/** One short link: where it leads, its codes for each place, its clicks. */
import type { ShortLinkView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { Back } from "../parts/back.tsx";
import { Copyable } from "../parts/copyable.tsx";
import { Faults } from "../parts/faults.tsx";
import { More } from "../parts/field.tsx";
import { ShortLinkForm, sourceName, sourcesInWords } from "./short-links.tsx";

export const shortLinkTitle = ({ chrome, link }: ShortLinkView): string =>
  link?.name ?? eventWords[chrome.language].new_link;

export function ShortLinkPage({ view }: { view: ShortLinkView }) {
  const { chrome, link, event, may_plan, typed } = view;
  const words = eventWords[chrome.language];
  const { back_to } = shellWords[chrome.language];
  return (
    <>
      <Back
        href={event === null ? "/events" : `/events/${event}`}
        name={words.title}
        label={back_to(words.title)}
      />
      <h1>{shortLinkTitle(view)}</h1>
      <Refused view={view} />
      {link && (
        <>
          <div class="lead soft stack">
            <p>
              <b>{words.clicks(link.clicks)}</b>
            </p>
            <p>{sourcesInWords(chrome, link)}</p>
          </div>
          <section>
            <Copyable language={chrome.language} text={link.url} />
            <p class="small">→ {link.target}</p>
          </section>
          <Codes view={view} />
        </>
      )}
      {may_plan && (
        <section>
          <ShortLinkForm
            chrome={chrome}
            event={event}
            typed={typed}
            {...(link ? { action: `/short-links/${link.id}` } : {})}
          />
        </section>
      )}
      {may_plan && link && (
        <section>
          <More title={words.remove_link}>
            <p class="small soft">{words.remove_link_help}</p>
            <form method="post" action={`/short-links/${link.id}`} class="form">
              <button name="do" value="remove" class="quiet danger" type="submit">
                {words.remove_link}
              </button>
            </form>
          </More>
        </section>
      )}
    </>
  );
}

function Codes({ view: { chrome, codes } }: { view: ShortLinkView }) {
  const words = eventWords[chrome.language];
  return (
    <section>
      <h2>{words.codes}</h2>
      <p class="small soft">{words.codes_help}</p>
      {codes.map(({ source, url, qr, clicks }) => (
        <More key={source} title={`${sourceName(chrome, source)} · ${words.clicks(clicks)}`}>
          <div
            class="qr"
            role="img"
            aria-label={words.qr_label(sourceName(chrome, source))}
            // made by the Worker from the address alone
            dangerouslySetInnerHTML={{ __html: qr }}
          />
          <Copyable language={chrome.language} text={url} />
        </More>
      ))}
    </section>
  );
}

function Refused({ view: { chrome, faults } }: { view: ShortLinkView }) {
  const words = eventWords[chrome.language];
  return (
    <Faults
      language={chrome.language}
      lead={planWords[chrome.language].plan.refused}
      faults={faults}
      nameOf={(path) => words.fields[path] ?? path}
    />
  );
}
