import type { Language } from "../../functions/present/views/chrome.ts";
import { formWords } from "../language/forms.ts";
import { Island } from "./island.tsx";

type Props = {
  language: Language;
  url: string;
  /** The ready text that goes with the address; `null`: only copying is offered. */
  text: string | null;
  name?: string;
};

/** Copy, and share: by the phone's own sheet, else by WhatsApp. */
export function Share({ language, url, text, name = "WhatsApp" }: Props) {
  return (
    <Island name="share" props={{ language, url, text }}>
      <p class="actions">
        <button class="quiet" type="button" data-copy hidden>
          {formWords[language].copy}
        </button>
        {text !== null && (
          <a
            class="button quiet"
            data-share
            href={`https://wa.me/?text=${encodeURIComponent(`${text} ${url}`)}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {name}
          </a>
        )}
      </p>
    </Island>
  );
}
