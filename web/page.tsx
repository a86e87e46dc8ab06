/** The whole document that the Worker sends: one screen in its frame. */

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { build } from "#assets";
import type { CalendarWords } from "../functions/present/views/calendar-file.ts";
import { type Chrome, LANGUAGES, type Language } from "../functions/present/views/chrome.ts";
import type { View } from "../functions/present/views/view.ts";
import { calendarFileWords } from "./language/calendar-file.ts";
import { tableWords } from "./language/downloads.ts";
import { names } from "./language/names.ts";
import { overviewWords } from "./language/overview.ts";
import { seriesWords } from "./language/series.ts";
import { shellWords } from "./language/shell.ts";
import { speechOf } from "./language/speech.ts";
import { writtenOf } from "./letters/written.ts";
import { inLanguage, linkTo } from "./links.ts";
import { loader } from "./loader.ts";
import { paperStyle } from "./paper-style.ts";
import { wordsOfReportTable } from "./parts/report-table-words.ts";
import { type Tab, Tabs } from "./parts/tabs.tsx";
import { Overview } from "./screens/overview.tsx";
import { Posts, postsTitle } from "./screens/posts.tsx";
import { Series } from "./screens/series.tsx";
import { previewTextOf, shareTextOf } from "./share/share-text.ts";
import { style } from "./style.ts";
import { worksStyle } from "./works-style.ts";

/** What a downloaded table says. */
export const wordsOfDownload = tableWords;

/** What a calendar's file says. */
export const wordsOfCalendar = (language: Language): CalendarWords => calendarFileWords[language];

export { build, previewTextOf, shareTextOf, wordsOfReportTable, writtenOf };

type Page = { tab: Tab | null; title: string; body: ComponentChildren };

/**
 * Every screen: the tab it belongs to, what the browser's title says, and what it shows. The tabs that figures are read on
 * stand ready; what is opened from them is loaded when it is.
 */
async function pageOf(view: View): Promise<Page> {
  const { language } = view.chrome;
  switch (view.screen) {
    case "overview":
      return {
        tab: "overview",
        title: overviewWords[language].title,
        body: <Overview view={view} />,
      };
    case "series":
      return {
        tab: "overview",
        title: seriesWords[language].trend_of(names[language].metrics[view.metric]),
        body: <Series view={view} />,
      };
    case "posts":
      return { tab: "posts", title: postsTitle(view), body: <Posts view={view} /> };
    case "post": {
      const { Post, postTitle } = await import("./screens/post.tsx");
      return { tab: "posts", title: postTitle(view), body: <Post view={view} /> };
    }
    case "streak": {
      const { Streak, streakTitle } = await import("./screens/streak.tsx");
      return { tab: "overview", title: streakTitle(view), body: <Streak view={view} /> };
    }
    case "calendar": {
      const { Calendar, calendarTitle } = await import("./screens/calendar.tsx");
      return { tab: "calendar", title: calendarTitle(view), body: <Calendar view={view} /> };
    }
    case "changes": {
      const { Changes, changesTitle } = await import("./screens/changes.tsx");
      return { tab: "data", title: changesTitle(view), body: <Changes view={view} /> };
    }
    case "topics": {
      const { Topics, topicsTitle } = await import("./screens/topics.tsx");
      return { tab: "posts", title: topicsTitle(view), body: <Topics view={view} /> };
    }
    case "almanac": {
      const { Almanac, almanacTitle } = await import("./screens/almanac.tsx");
      return { tab: "calendar", title: almanacTitle(view), body: <Almanac view={view} /> };
    }
    case "plan": {
      const { PlanPage, planTitle } = await import("./screens/plan.tsx");
      return { tab: "calendar", title: planTitle(view), body: <PlanPage view={view} /> };
    }
    case "event": {
      const { EventPage, eventTitle } = await import("./screens/event.tsx");
      return { tab: "calendar", title: eventTitle(view), body: <EventPage view={view} /> };
    }
    case "events": {
      const { Events, eventsTitle } = await import("./screens/events.tsx");
      return { tab: "calendar", title: eventsTitle(view), body: <Events view={view} /> };
    }
    case "short_link": {
      const { ShortLinkPage, shortLinkTitle } = await import("./screens/short-link.tsx");
      return { tab: "calendar", title: shortLinkTitle(view), body: <ShortLinkPage view={view} /> };
    }
    case "note": {
      const { NotePage, noteTitle } = await import("./screens/note.tsx");
      return { tab: "calendar", title: noteTitle(view), body: <NotePage view={view} /> };
    }
    case "trial": {
      const { TrialPage, trialTitle } = await import("./screens/trial.tsx");
      return { tab: "calendar", title: trialTitle(view), body: <TrialPage view={view} /> };
    }
    case "new_trial": {
      const { NewTrial, newTrialTitle } = await import("./screens/new-trial.tsx");
      return { tab: "calendar", title: newTrialTitle(view), body: <NewTrial view={view} /> };
    }
    case "targets": {
      const { Targets, targetsTitle } = await import("./screens/targets.tsx");
      return { tab: "data", title: targetsTitle(view), body: <Targets view={view} /> };
    }
    case "works": {
      const { Works, worksTitle } = await import("./screens/works.tsx");
      return { tab: "posts", title: worksTitle(view), body: <Works view={view} /> };
    }
    case "works_posts": {
      const { WorksPosts, worksPostsTitle } = await import("./screens/works-posts.tsx");
      return { tab: "posts", title: worksPostsTitle(view), body: <WorksPosts view={view} /> };
    }
    case "target_mix": {
      const { TargetMixPage, targetMixTitle } = await import("./screens/target-mix.tsx");
      return { tab: "posts", title: targetMixTitle(view), body: <TargetMixPage view={view} /> };
    }
    case "report": {
      const { ReportPage, reportTitle } = await import("./screens/report.tsx");
      return { tab: "overview", title: reportTitle(view), body: <ReportPage view={view} /> };
    }
    case "report_settings": {
      const { ReportSettingsPage, reportSettingsTitle } = await import(
        "./screens/report-settings.tsx"
      );
      return {
        tab: "data",
        title: reportSettingsTitle(view),
        body: <ReportSettingsPage view={view} />,
      };
    }
    case "answers": {
      const { Answers, answersTitle } = await import("./screens/answers.tsx");
      return { tab: "overview", title: answersTitle(view), body: <Answers view={view} /> };
    }
    case "working_hours": {
      const { WorkingHoursPage, workingHoursTitle } = await import("./screens/working-hours.tsx");
      return {
        tab: "data",
        title: workingHoursTitle(view),
        body: <WorkingHoursPage view={view} />,
      };
    }
    case "recipients": {
      const { Recipients, recipientsTitle } = await import("./screens/recipients.tsx");
      return { tab: "data", title: recipientsTitle(view), body: <Recipients view={view} /> };
    }
    case "data": {
      const { Data, dataTitle } = await import("./screens/data.tsx");
      return { tab: "data", title: dataTitle(view), body: <Data view={view} /> };
    }
    case "restore": {
      const { Restore, restoreTitle } = await import("./screens/restore.tsx");
      return { tab: "data", title: restoreTitle(view), body: <Restore view={view} /> };
    }
    case "admin_token": {
      const { AdminToken, adminTokenTitle } = await import("./screens/admin-token.tsx");
      return { tab: "data", title: adminTokenTitle(view), body: <AdminToken view={view} /> };
    }
    case "link": {
      const { Link, linkTitle } = await import("./screens/link.tsx");
      return { tab: "data", title: linkTitle(view), body: <Link view={view} /> };
    }
    case "choose": {
      const { ChooseAccounts, chooseTitle } = await import("./screens/choose.tsx");
      return { tab: "data", title: chooseTitle(view), body: <ChooseAccounts view={view} /> };
    }
    case "export": {
      const { Export, exportTitle } = await import("./screens/export.tsx");
      return { tab: null, title: exportTitle(view), body: <Export view={view} /> };
    }
    case "guide": {
      const { Guide, guideTitle } = await import("./screens/guide.tsx");
      return { tab: "data", title: guideTitle(view), body: <Guide view={view} /> };
    }
    case "api": {
      const { Api, apiTitle } = await import("./screens/api.tsx");
      return { tab: null, title: apiTitle(view), body: <Api view={view} /> };
    }
    case "method": {
      const { Method } = await import("./screens/method.tsx");
      return { tab: null, title: shellWords[language].footer.method, body: <Method view={view} /> };
    }
    case "message": {
      const { Message, messageTitle } = await import("./screens/message.tsx");
      return { tab: null, title: messageTitle(view), body: <Message view={view} /> };
    }
  }
}

/** A whole HTML document. */
export async function renderPage(view: View): Promise<string> {
  const page = await pageOf(view);
  return `<!doctype html>${renderToString(<Document view={view} page={page} />)}`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/**
 * The Content-Security-Policy of every page: its own files, what stands in the page itself by hash, and nothing else. Made as
 * the isolate starts: its first page need not wait for it.
 */
export const pagePolicy: Promise<string> = Promise.all(
  [loader, style, paperStyle, worksStyle].map(hashOf),
).then(([script, ...styles]) =>
  [
    "default-src 'none'",
    `script-src 'self' ${script}`,
    `style-src ${styles.join(" ")}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
);

function Document({ view, page }: { view: View; page: Page }) {
  const { chrome } = view;
  const words = shellWords[chrome.language];
  const query = "choice" in view ? linkTo("", view.choice) : "";
  return (
    <html lang={chrome.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <title>{`${page.title} · ${chrome.library}`}</title>
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme:light)" />
        <meta name="theme-color" content="#121415" media="(prefers-color-scheme:dark)" />
        <meta name="robots" content="noindex" />
        <Preview view={view} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {view.screen === "report" && <style dangerouslySetInnerHTML={{ __html: paperStyle }} />}
        {view.screen === "works" && <style dangerouslySetInnerHTML={{ __html: worksStyle }} />}
        <script dangerouslySetInnerHTML={{ __html: loader }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <div class="wrap">
          <Header chrome={chrome} kept={view.screen !== "message"} />
          <main id="main" tabIndex={-1}>
            {page.body}
          </main>
          <Footer chrome={chrome} />
        </div>
        {chrome.role && <Tabs chrome={chrome} current={page.tab} query={query} />}
      </body>
    </html>
  );
}

/**
 * What a messenger shows of an address: the same of every page, since whoever asks for it has no cookie. What a page shows
 * to those who may see it stands in none of these.
 */
function Preview({ view }: { view: View }) {
  const { chrome } = view;
  const words = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const month = speech.month(speech.dayOf(chrome.now));
  const told = view.screen === "message" ? view.preview : undefined;
  const tags = {
    "og:type": "website",
    "og:site_name": "Denyut",
    "og:locale": chrome.language === "id" ? "id_ID" : "en_GB",
    "og:title": chrome.library,
    "og:description": told ?? words.preview(month),
    "og:image": `${chrome.origin}/icon-512.png`,
    "og:image:width": "512",
    "og:image:height": "512",
  };
  return (
    <>
      {Object.entries(tags).map(([name, content]) => (
        <meta key={name} property={name} content={content} />
      ))}
      <meta name="twitter:card" content="summary" />
    </>
  );
}

/** @param kept a page that says when it was made, where it is shown without a line */
function Header({ chrome, kept }: { chrome: Chrome; kept: boolean }) {
  const words = shellWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      <header class="top">
        <a href="/">
          <b>Denyut</b> · {chrome.library}
        </a>
        {chrome.role && <Freshness chrome={chrome} />}
      </header>
      {kept && (
        <p class="note" id="offline" hidden data-at={speech.instant(chrome.now)}>
          {words.offline(speech.instant(chrome.now))}
          <span id="another" hidden>
            {" "}
            {words.offline_another}
          </span>
        </p>
      )}
      {chrome.demo && (
        <aside class="note">
          <b>{words.demo}.</b> {words.demo_more}
        </aside>
      )}
    </>
  );
}

/** The clock of the newest reading; its day where that was not today. */
function Freshness({ chrome }: { chrome: Chrome }) {
  const words = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const at = chrome.last_read_at;
  if (at === null) return <span>{words.no_figures}</span>;
  const day = speech.dayOf(at);
  const when = day === speech.dayOf(chrome.now) ? speech.clock(at) : speech.shortDay(day);
  return (
    <time datetime={new Date(at * 1000).toISOString()} title={words.figures_of(speech.moment(at))}>
      <span class="hidden">{words.figures_of("")}</span>
      {when}
    </time>
  );
}

function Footer({ chrome }: { chrome: Chrome }) {
  const words = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const other = LANGUAGES.find((language) => language !== chrome.language) ?? "id";
  return (
    <footer>
      <nav aria-label={words.language_label}>
        {chrome.role && <a href="/method">{words.footer.method}</a>}
        {chrome.role && <a href="/messages">{words.footer.messages}</a>}
        <a href={inLanguage(chrome.path, other)} hreflang={other} lang={other}>
          {words.other_language}
        </a>
        {/* whoever holds a link has nothing to leave: the link would open it again */}
        {chrome.role === "admin" && <a href="/logout">{words.footer.logout}</a>}
      </nav>
      {chrome.role && chrome.last_read_at !== null && (
        <p>{words.figures_of(speech.moment(chrome.last_read_at))}</p>
      )}
    </footer>
  );
}
