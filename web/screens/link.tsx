/** One link: what it opens, its address and QR code, how to pass it on. */

import { isoInstant } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { LinkView } from "../../functions/present/views/link.ts";
import { dataWords } from "../language/data.ts";
import { linkWords } from "../language/link.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { Copyable } from "../parts/copyable.tsx";
import { pushExample } from "../parts/push-example.ts";
import { Share } from "../parts/share.tsx";

export const linkTitle = ({ link }: LinkView): string => link.name;

export function Link({ view }: { view: LinkView }) {
  const { chrome, link } = view;
  const shell = shellWords[chrome.language];
  const words = linkWords[chrome.language];
  const tab = dataWords[chrome.language].title;
  return (
    <>
      <Back href="/data/links" name={tab} label={shell.back_to(tab)} />
      <h1>{link.name}</h1>
      <p class="lead soft">
        <b>{words.kinds[link.kind]}.</b> {words.may[link.kind]}
        {link.with_dashboard && ` ${words.with_dashboard}`}
        {link.preview_figures && ` ${words.preview_figures}`}
      </p>
      <div class="columns">
        <div>
          <Way view={view} />
        </div>
        <Facts view={view} />
      </div>
    </>
  );
}

/** The way in, while it is open. */
function Way({ view }: { view: LinkView }) {
  const { chrome, link } = view;
  const words = linkWords[chrome.language];
  const speech = speechOf(chrome);
  const { revoked_at, expires_at } = link;
  if (revoked_at !== null) {
    return <p class="note weak">{words.revoked(speech.moment(revoked_at))}</p>;
  }
  if (expires_at !== null && expires_at <= chrome.now) {
    return <p class="note weak">{words.expired(speech.moment(expires_at))}</p>;
  }
  if (link.url === null) return <p class="note">{words.hidden}</p>;
  if (link.kind === "push") return <Push view={view} url={link.url} />;
  return <Address view={view} url={link.url} />;
}

function Address({ view, url }: { view: LinkView; url: string }) {
  const { chrome, link, qr } = view;
  const words = linkWords[chrome.language];
  const text = words.share_text[
    link.kind === "export" || link.kind === "plan" ? link.kind : "view"
  ](chrome.library);
  return (
    <>
      <section>
        <h2>{words.address}</h2>
        <div class="copyable">
          <code>{url}</code>
          <Share language={chrome.language} url={url} text={text} name={words.share} />
        </div>
        {link.kind === "export" && (
          <a class="action" href={url}>
            {words.sheet}
          </a>
        )}
        <p class="small">{words.keep}</p>
      </section>
      {qr !== null && (
        <section>
          <h2>{words.qr}</h2>
          <div
            class="qr"
            role="img"
            aria-label={words.qr_label}
            // made by the Worker from the address alone
            dangerouslySetInnerHTML={{ __html: qr }}
          />
          <p class="small">{words.qr_help}</p>
        </section>
      )}
    </>
  );
}

/** A push link's address is the place to post to, with its token after `#`. */
function Push({ view: { chrome }, url }: { view: LinkView; url: string }) {
  const words = linkWords[chrome.language];
  const [address = "", token = ""] = url.split("#");
  return (
    <>
      <section>
        <h2>{words.token}</h2>
        <Copyable language={chrome.language} text={token} />
        <p class="small">{words.keep}</p>
      </section>
      <section>
        <h2>{words.send_to}</h2>
        <Copyable language={chrome.language} text={address} />
      </section>
      <section>
        <h2>{words.curl}</h2>
        <p class="soft small">{words.curl_help}</p>
        <Copyable
          language={chrome.language}
          text={pushExample(address, token, isoInstant(chrome.now))}
        />
        <a class="action" href="/api/docs">
          {words.more_api}
        </a>
      </section>
    </>
  );
}

function Facts({ view: { chrome, link } }: { view: LinkView }) {
  const words = linkWords[chrome.language];
  const speech = speechOf(chrome);
  const { created_at, expires_at, last_used_on } = link;
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl class="pairs">
        <dt>{words.created}</dt>
        <dd>{speech.instant(created_at)}</dd>
        <dt>{words.expires}</dt>
        <dd>{expires_at === null ? words.no_end : speech.instant(expires_at)}</dd>
        {link.accounts && (
          <>
            <dt>{words.limited}</dt>
            <dd>
              {link.accounts
                .map(({ platform, handle }) => `${PLATFORM_NAMES[platform]} @${handle}`)
                .join(", ")}
            </dd>
          </>
        )}
        <dt>{words.last_used}</dt>
        <dd>{last_used_on === null ? words.not_used : speech.day(last_used_on)}</dd>
      </dl>
    </section>
  );
}
