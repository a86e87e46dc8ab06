/** A report in its ten parts, in the reader's language. */
import { daysOfMonth } from "../../functions/model/month.ts";
import type { Report, Signatory } from "../../functions/model/report.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { appendixBlocks } from "./report-appendix.ts";
import { contentBlocks } from "./report-content.ts";
import { eventBlocks } from "./report-events.ts";
import { figureBlocks } from "./report-figures.ts";
import type { Block, Pair, Paper, Part, PartName, Signed } from "./report-paper.ts";
import { adviceBlocks, noteBlocks } from "./report-remarks.ts";
import { sentenceOf } from "./report-sentence.ts";
import { serviceBlocks } from "./report-service.ts";
import { type Speaker, speakerOf } from "./report-speaker.ts";

const BLOCKS: Record<PartName, (speaker: Speaker) => Block[]> = {
  summary: (speaker) =>
    speaker.report.summary.map((one) => ({ kind: "sentence", ...sentenceOf(speaker, one) })),
  figures: figureBlocks,
  content: contentBlocks,
  events: eventBlocks,
  service: serviceBlocks,
  notes: noteBlocks,
  next: adviceBlocks,
  appendix: appendixBlocks,
};

/** What a report's files are made of. `revision`: `null` for a draft. */
export type ReportProps = { language: Language; report: Report; revision: number | null };

/** Those before the signatures. */
const PARTS = ["summary", "figures", "content", "events", "service", "notes", "next"] as const;

export function paperOf(report: Report, revision: number | null, language: Language): Paper {
  const speaker = speakerOf(report, language);
  const { words } = speaker;
  const part = (name: PartName, number: string): Part => ({
    name,
    title: `${number}${words.parts[name]}`,
    blocks: BLOCKS[name](speaker),
  });
  return {
    letterhead: letterheadOf(report),
    heading: words.heading,
    facts: factsOf(speaker, revision),
    draft: report.draft
      ? {
          title: words.draft,
          help: words[isOver(speaker) ? "draft_over" : "draft_help"](
            speaker.speech.moment(report.made_at),
          ),
        }
      : null,
    parts: PARTS.map((name, index) => part(name, `${index + 1}. `)),
    appendix: part("appendix", ""),
    signatures: report.draft ? null : signaturesOf(speaker),
  };
}

/** Nobody files a paper of which it does not say whose it is. */
const letterheadOf = ({ settings, library }: Report): string[] =>
  settings.letterhead.length > 0 || library === "" ? settings.letterhead : [library];

/** A month that is over has a draft as well, until its report is made. */
const isOver = ({ report, speech }: Speaker): boolean =>
  speech.dayOf(report.made_at) > daysOfMonth(report.month).to;

function factsOf(speaker: Speaker, revision: number | null): Pair[] {
  const { words, speech, report } = speaker;
  const { place } = report.settings;
  return [
    [words.number, words.blank],
    [words.period, speech.stretch(report.from, report.to)],
    [words.made, speech.instant(report.made_at)],
    ...(place === null ? [] : [[words.place, place] as const]),
    ...(revision === null || revision === 1
      ? []
      : [[words.revisions_fact, words.revision(revision)] as const]),
  ];
}

/** *Mengetahui* on the left; place and day on the right. What nobody filled in is a dotted line. */
function signaturesOf({ words, speech, report }: Speaker): { approver: Signed; author: Signed } {
  const { approver, author, place } = report.settings;
  const on = speech.longDay(speech.dayOf(report.made_at));
  const signed = (above: string, who: Signatory, title: string): Signed => ({
    above,
    title: who.title ?? title,
    name: who.name ?? words.blank,
    nip: words.nip(who.nip ?? words.blank),
    named: who.name !== null,
  });
  return {
    approver: signed(words.acknowledged, approver, words.approver_title),
    author: signed(`${place ?? words.blank}, ${on}`, author, words.author_title),
  };
}
