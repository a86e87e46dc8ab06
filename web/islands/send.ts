/** Sends a screen: by the phone's own sheet with its picture, else by the link to WhatsApp that stands there; copies and saves too. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { sharingWords } from "../language/sharing.ts";
import { openedBy } from "../share/address.ts";
import type { ToldChart } from "../share/chart-told.ts";
import { type Told, textOf } from "../share/told.ts";
import { showToast } from "./said.ts";
import type { ViewLink } from "./view-links.ts";

export type SendProps = {
  language: Language;
  told: Told;
  chart: ToldChart;
  /** `Dibuat Sen, 23 Nov 2026 dengan Denyut`. */
  made: string;
  origin: string;
  path: string;
};

/** A picture as a phone takes it; larger ones are not sent. Bytes. */
const LARGEST_PICTURE = 300_000;

export default function send(root: HTMLElement, props: SendProps): void {
  const words = sharingWords[props.language];
  const plain = textOf(props.told, props.origin + props.path);
  let drawn: Promise<File | null> | undefined;
  /** Drawn when a finger comes down, so that it is there when the sheet is asked for: that has to follow the tap closely. */
  const picture = () => {
    drawn ??= draw(props);
    return drawn;
  };

  const share = async (text: string, after: string | null) => {
    const file = await picture();
    const files = file && navigator.canShare?.({ files: [file] }) ? { files: [file] } : {};
    try {
      await navigator.share({ text, ...files });
      if (after) showToast(after);
    } catch (error) {
      // closing the sheet is not an error; a phone that will not open it still has the link
      if ((error as Error).name !== "AbortError") openWhatsApp(text);
    }
  };

  /** Beside the dashboard. A browser that opens no tab so long after the tap goes there itself. */
  const openWhatsApp = (text: string) => {
    const tab = window.open(whatsApp(text), "_blank");
    if (tab === null) location.assign(whatsApp(text));
    else tab.opener = null;
    showToast(words.text_alone);
  };

  /** A link to WhatsApp that opens the phone's sheet where there is one. */
  const enhance = (link: HTMLAnchorElement, text: string, after: string | null) => {
    if (!("share" in navigator)) {
      // the link opens beside the dashboard, and takes the text alone
      link.addEventListener("click", () => showToast(words.text_alone));
      return;
    }
    link.addEventListener("pointerdown", () => void picture());
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void share(text, after);
    });
  };

  const link = root.querySelector<HTMLAnchorElement>("[data-send]");
  if (link) enhance(link, plain, words.shared);

  const seen = document.querySelector("#share");
  const say = (text: string) => {
    const place = seen?.querySelector(".said");
    if (place) place.textContent = text;
  };

  const whole = seen?.querySelector<HTMLElement>("[data-receives]");
  if (whole && sendsPictures()) whole.textContent = words.receives;

  const copy = seen?.querySelector<HTMLButtonElement>("[data-copy-text]");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(plain);
      copy.textContent = words.copied;
    });
  }

  const save = seen?.querySelector<HTMLButtonElement>("[data-save-picture]");
  if (save) {
    save.hidden = false;
    save.addEventListener("click", async () => {
      const file = await picture();
      if (file === null) say(words.failed);
      else download(file);
    });
  }

  const links = seen?.querySelector<HTMLDetailsElement>("[data-view-links]");
  const lineOf = ({ name, url, only }: ViewLink): HTMLElement => {
    const text = textOf(props.told, openedBy(url, props.path));
    const one = document.createElement("a");
    one.className = "line";
    one.href = whatsApp(text);
    one.target = "_blank";
    one.rel = "noopener noreferrer";
    const whose = document.createElement("small");
    whose.textContent = only === null ? words.all_accounts : words.only(only);
    one.append(name, whose);
    enhance(one, text, null);
    return one;
  };
  let asking = false;
  const ask = async () => {
    if (!links?.open || asking) return;
    asking = true;
    const found = await foundLinks(props.language);
    asking = false;
    // closed and opened again, it is asked again
    if (typeof found !== "string") links.removeEventListener("toggle", ask);
    const lines = typeof found === "string" ? [found] : found.map(lineOf);
    const items = (lines.length > 0 ? lines : [words.no_links]).map((line) => {
      const item = document.createElement("li");
      item.append(line);
      return item;
    });
    links.querySelector("ul")?.replaceChildren(...items);
  };
  links?.addEventListener("toggle", ask);
}

/** In words where they are not known. */
async function foundLinks(language: Language): Promise<ViewLink[] | string> {
  try {
    const { viewLinks } = await import("./view-links.ts");
    return await viewLinks(language);
  } catch {
    // Chrome does not ask twice for a script that did not come
    return sharingWords[language].links_failed;
  }
}

const whatsApp = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** Does the phone's sheet take a picture? */
function sendsPictures(): boolean {
  const files = [new File([], "denyut.png", { type: "image/png" })];
  return navigator.canShare?.({ files }) ?? false;
}

/** `null`: this browser draws none, or none that is small enough; or what draws it did not come. */
async function draw({ told, chart, made }: SendProps): Promise<File | null> {
  try {
    const { pictureOf } = await import("../share/picture.ts");
    const blob = await pictureOf(told, chart, made);
    if (blob === null || blob.size > LARGEST_PICTURE) return null;
    return new File([blob], "denyut.png", { type: "image/png" });
  } catch {
    return null;
  }
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
