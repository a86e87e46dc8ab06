/** A screen is shared: by one tap on top, and further below with what the receiver will see. */
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ShareableView } from "../../functions/present/views/share.ts";
import type { SendProps } from "../islands/send.ts";
import { sharingWords } from "../language/sharing.ts";
import { speechOf } from "../language/speech.ts";
import { sharedPath } from "../share/address.ts";
import { chartTold } from "../share/chart-told.ts";
import { toldOf } from "../share/share-text.ts";
import { textOf } from "../share/told.ts";
import { More } from "./field.tsx";
import { Island } from "./island.tsx";

function sendPropsOf(view: ShareableView): SendProps {
  const { chrome } = view;
  const speech = speechOf(chrome);
  const made = speech.fullDay(speech.dayOf(chrome.now));
  return {
    language: chrome.language,
    told: toldOf(view),
    chart: chartTold(view),
    made: sharingWords[chrome.language].made(made),
    origin: chrome.origin,
    path: sharedPath(view),
  };
}

const textFor = ({ told, origin, path }: SendProps): string => textOf(told, origin + path);

/** Needs no script, and sends nothing by itself: WhatsApp asks whom it is for. */
const whatsApp = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** One tap: the phone's own sheet with text and picture, else WhatsApp with the text. */
export function ShareScreen({ view }: { view: ShareableView }) {
  const props = sendPropsOf(view);
  return (
    <Island name="send" props={props}>
      <a
        class="action"
        data-send
        href={whatsApp(textFor(props))}
        target="_blank"
        rel="noopener noreferrer"
      >
        {sharingWords[view.chrome.language].share}
      </a>
    </Island>
  );
}

/** What the receiver will see, to be read before it is sent; the admin may send a view link instead of the plain address. */
export function ShareSeen({ view }: { view: ShareableView }) {
  const { language, role } = view.chrome;
  const words = sharingWords[language];
  const text = textFor(sendPropsOf(view));
  return (
    <section class="no-print" id="share">
      <More title={words.title}>
        <p class="soft small" data-receives>
          {words.receives_text}
        </p>
        <div class="copyable">
          <code class="message">{text}</code>
          <p class="actions">
            <button class="quiet" type="button" data-copy-text hidden>
              {words.copy}
            </button>
            <button class="quiet" type="button" data-save-picture hidden>
              {words.save}
            </button>
            <a class="button quiet" href={whatsApp(text)} target="_blank" rel="noopener noreferrer">
              WhatsApp
            </a>
          </p>
        </div>
        <p class="said" role="status" />
        {role === "admin" && <WithLink {...view.chrome} />}
      </More>
    </section>
  );
}

/** Its links are asked for when it is opened: what holds a token stands on no page that is kept. */
function WithLink({ language }: Chrome) {
  const words = sharingWords[language];
  return (
    <details class="more" data-view-links>
      <summary>{words.with_link}</summary>
      <p class="soft small">{words.with_link_help}</p>
      <ul class="rows" />
      <a class="action" href="/data/links">
        {words.links}
      </a>
    </details>
  );
}
