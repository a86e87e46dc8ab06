/**
 * What `#page` is to the Worker. The real thing is `web/page.tsx`; it is entered only through this door, so that the
 * DOM's types never reach `functions/`.
 */
import type { Written } from "../model/recipient.ts";
import type { Report } from "../model/report.ts";
import type { CalendarWords } from "./views/calendar-file.ts";
import type { Chrome, Language } from "./views/chrome.ts";
import type { DownloadWords } from "./views/download.ts";
import type { LetterContent } from "./views/letter.ts";
import type { OverviewView } from "./views/overview.ts";
import type { ReportTableWords } from "./views/report-table.ts";
import type { ShareableView } from "./views/share.ts";
import type { View } from "./views/view.ts";

/** A whole HTML document. */
export declare function renderPage(view: View): Promise<string>;

/** The Content-Security-Policy that the document needs: its inline CSS by hash. */
export declare const pagePolicy: Promise<string>;

/** What a downloaded table says. */
export declare function wordsOfDownload(language: Language): DownloadWords;

/** What a report's table says. */
export declare function wordsOfReportTable(language: Language, report: Report): ReportTableWords;

/** What a calendar's file says. */
export declare function wordsOfCalendar(language: Language): CalendarWords;

/** What a message says, in at most 200 letters with its title; of the week in the ready text of its Overview. */
export declare function writtenOf(content: LetterContent, chrome: Chrome): Written;

/**
 * The ready text that is sent of a screen, in the view's language: at most 700 characters, plain lines without marks.
 * @param address the one link, at its end and whole
 */
export declare function shareTextOf(view: ShareableView, address: string): string;

/** The Overview in a line, for the preview of a link. */
export declare function previewTextOf(view: OverviewView): string;

/** Changes with every build: part of every page's ETag. */
export declare const build: string;
