/** Copies an address, and shares it by the phone's own sheet; without either the link to WhatsApp stays. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { formWords } from "../language/forms.ts";

export type ShareProps = { language: Language; url: string; text: string | null };

export default function share(root: HTMLElement, { language, url, text }: ShareProps): void {
  const copy = root.querySelector<HTMLButtonElement>("[data-copy]");
  if (copy) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(url);
      copy.textContent = formWords[language].copied;
    });
  }
  const link = root.querySelector<HTMLAnchorElement>("[data-share]");
  if (!link || text === null || !("share" in navigator)) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // closing the sheet is not an error
    navigator.share({ text, url }).catch(() => {});
  });
}
