/**
 * What a screen shows: plain data, no words. `web/` turns it into HTML in the person's language; `functions/present/` makes it.
 * Instants are UTC seconds, days `YYYY-MM-DD` in the library's zone, rates fractions, `null` = unknown.
 */
import type { AlmanacView } from "./almanac.ts";
import type { AnswersView } from "./answers.ts";
import type { ApiView } from "./api.ts";
import type { CalendarView, PlanView } from "./calendar.ts";
import type { ChangesView } from "./changes.ts";
import type { ChooseView } from "./choose.ts";
import type { DataTabView } from "./data.ts";
import type { EventsView, EventView, ShortLinkView } from "./event.ts";
import type { ExportView } from "./export.ts";
import type { GuideView } from "./guide.ts";
import type { AdminTokenView, RestoreView } from "./hand-over.ts";
import type { LinkView } from "./link.ts";
import type { MessageView } from "./message.ts";
import type { MethodView } from "./method.ts";
import type { NoteView } from "./note.ts";
import type { OverviewView } from "./overview.ts";
import type { PostView } from "./post.ts";
import type { PostsView } from "./posts.ts";
import type { RecipientsView } from "./recipients.ts";
import type { ReportSettingsView, ReportView } from "./report.ts";
import type { SeriesView } from "./series.ts";
import type { StreakView } from "./streak.ts";
import type { TargetsView } from "./targets.ts";
import type { TopicsView } from "./topics.ts";
import type { NewTrialView, TrialView } from "./trial.ts";
import type { WorkingHoursView } from "./working-hours.ts";
import type { TargetMixView, WorksPostsView, WorksView } from "./works.ts";

export type View =
  | OverviewView
  | PostsView
  | CalendarView
  | ChangesView
  | TopicsView
  | AlmanacView
  | PlanView
  | EventView
  | EventsView
  | ShortLinkView
  | NoteView
  | TrialView
  | NewTrialView
  | PostView
  | StreakView
  | DataTabView
  | RestoreView
  | AdminTokenView
  | LinkView
  | SeriesView
  | MessageView
  | ExportView
  | ApiView
  | GuideView
  | ChooseView
  | MethodView
  | TargetsView
  | WorksView
  | WorksPostsView
  | TargetMixView
  | ReportView
  | ReportSettingsView
  | AnswersView
  | WorkingHoursView
  | RecipientsView;
