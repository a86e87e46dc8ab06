/** The report's files beside the table: a workbook and a document, made here once they are asked for; and printing. */
import { reportWords } from "../language/report.ts";
import type { ReportProps } from "../parts/report-of.ts";

type Make = (props: ReportProps) => Promise<Blob>;

const MAKERS: Record<string, () => Promise<Make>> = {
  xlsx: async () => (await import("./report-book.ts")).bookOf,
  docx: async () => (await import("./report-document.ts")).documentOf,
};

export default function report(root: HTMLElement, props: ReportProps): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-file]")) {
    const ending = button.dataset.file ?? "";
    button.hidden = false;
    button.addEventListener("click", () => void take(root, button, ending, props));
  }
  const print = root.querySelector<HTMLButtonElement>("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
}

async function take(
  root: HTMLElement,
  button: HTMLButtonElement,
  ending: string,
  props: ReportProps,
): Promise<void> {
  const words = reportWords[props.language];
  const said = root.querySelector(".said");
  const say = (text: string) => {
    if (said) said.textContent = text;
  };
  button.disabled = true;
  say(words.making);
  try {
    const make = await MAKERS[ending]?.();
    if (!make) return;
    const name = `${words.file_name(props.report.month)}.${ending}`;
    save(await make(props), name);
    say(words.file_made(name));
  } catch (error) {
    console.error(error);
    say(words.file_failed);
  } finally {
    button.disabled = false;
  }
}

/** As long as a slow phone may take to write it. */
const KEPT_MS = 60_000;

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
