/** Answers, in every state that their screen knows. */
import { shareOf } from "../../functions/analyse/answers/share-of.ts";
import { USUAL_WORKING_HOURS } from "../../functions/model/working-hours.ts";
import type {
  AnswersHeadline,
  AnswersRow,
  AnswersView,
  WaitingLine,
} from "../../functions/present/views/answers.ts";
import type { Choice, Chrome } from "../../functions/present/views/chrome.ts";
import type { WorkingHoursView } from "../../functions/present/views/working-hours.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

type Typed = { handle: string; caption: string };

export function answerViews(
  chrome: Chrome,
  choice: Choice,
  typed: Typed,
): Record<string, AnswersView | WorkingHoursView> {
  const instagram = { platform: "instagram", handle: typed.handle } as const;
  const facebook = { platform: "facebook", handle: typed.handle } as const;
  const tiktok = { platform: "tiktok", handle: typed.handle } as const;
  const none: AnswersRow = {
    account: instagram,
    comments: 0,
    questions: 0,
    unread: 0,
    within_day: shareOf(0, 0),
    median: null,
    unanswered: 0,
    settled: 0,
    unwatched: 0,
    waiting: 0,
  };
  const many: AnswersRow = {
    ...none,
    comments: 60,
    questions: 31,
    unread: 4,
    within_day: shareOf(34, 58),
    median: {
      all_hours: { minutes: 660, low: 480, high: 1020 },
      working_hours: { minutes: 95, low: 40.2, high: null },
    },
    unanswered: 5,
    settled: 14,
    unwatched: 3,
    waiting: 6,
  };
  const some = { ...none, comments: 14, questions: 9, within_day: shareOf(8, 14), waiting: 2 };
  const slow: AnswersRow = {
    ...many,
    account: facebook,
    median: {
      all_hours: { minutes: null, low: 1.2 * 24 * 60, high: null },
      working_hours: { minutes: 9 * 24 * 60, low: null, high: null },
    },
  };
  const waiting: WaitingLine[] = [
    {
      id: "1-178",
      account: instagram,
      post: 4,
      caption: typed.caption,
      at: chrome.now - 3 * DAY - 2 * HOUR,
      asks: true,
      seen_at: chrome.now - 2 * DAY,
      permalink: "https://www.instagram.com/p/x/",
    },
    {
      id: "2-9_1",
      account: facebook,
      post: 5,
      caption: null,
      at: chrome.now - 40 * 60,
      asks: null,
      seen_at: chrome.now,
      permalink: null,
    },
  ];
  const view: AnswersView = {
    screen: "answers",
    chrome,
    choice,
    headline: {
      kind: "median",
      median: { minutes: 660, low: 480, high: 1020 },
      share: 0.57,
      unanswered: 6,
    },
    working_hours: USUAL_WORKING_HOURS,
    rows: [many, slow, { ...some, account: tiktok }, { ...many, account: null }],
    unread: [{ platform: "x", handle: typed.handle }],
    waiting,
    more_waiting: false,
    before: 1,
    agreement: { settled: 24, no_question: 21 },
    may_settle: true,
    just: null,
  };
  const told = (headline: AnswersHeadline, rows: AnswersRow[] = [none]): AnswersView => ({
    ...view,
    headline,
    rows,
    unread: [],
    waiting: [],
    before: 0,
    agreement: { settled: 0, no_question: 0 },
  });
  const hours: WorkingHoursView = {
    screen: "working_hours",
    chrome,
    typed: { days: [1, 2, 3, 4, 5], from: "08:00", to: "16:00" },
    faults: [],
  };
  return {
    answers: view,
    "answers, to a viewer, many waiting": { ...view, may_settle: false, more_waiting: true },
    "answers, one just settled": { ...view, just: { what: "settled", change: 7 } },
    "answers, taken back": { ...view, just: { what: "unsettled", change: 8 } },
    "answers, hours saved": { ...view, just: { what: "hours" } },
    "answers, empty": told({ kind: "empty" }, []),
    "answers, never read": told({ kind: "unread" }, []),
    "answers, none": told({ kind: "none" }),
    "answers, unwatched": told({ kind: "unwatched", comments: 8 }, [{ ...none, unwatched: 8 }]),
    "answers, few": told({ kind: "few", comments: 3, unanswered: 0 }, [{ ...none, comments: 3 }]),
    "answers, early": told({ kind: "early", comments: 9, unanswered: 5 }, [
      { ...none, comments: 9, within_day: shareOf(1, 1) },
    ]),
    "answers, all of today": told(
      {
        kind: "median",
        median: { minutes: 30, low: 20, high: 45 },
        share: null,
        unanswered: 2,
      },
      [{ ...many, within_day: shareOf(0, 0) }],
    ),
    "answers, some": told({ kind: "share", part: 8, of: 14, unanswered: 1 }, [some]),
    "answers, slow": told({ kind: "not_reached", share: 0.2, unanswered: 31 }, [slow]),
    "answers, open above": told(
      {
        kind: "median",
        median: { minutes: 3 * 24 * 60, low: 70, high: null },
        share: 0.4,
        unanswered: 0,
      },
      [many],
    ),
    "working hours": hours,
    "working hours, refused": {
      ...hours,
      typed: { days: [], from: "25:00", to: "07:00" },
      faults: [
        { path: "days", code: "no_day", message: "" },
        { path: "from", code: "not_an_hour", message: "" },
        { path: "to", code: "closes_before_opening", message: "" },
      ],
    },
  };
}
