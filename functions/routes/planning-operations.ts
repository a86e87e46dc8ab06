/** What the API says of the calendar: its part of `operations.ts`. */
import * as z from "zod";
import { almanacChangeWire, almanacWire } from "../normalise/almanac.ts";
import { eventChangeWire, newEventWire } from "../normalise/event.ts";
import { newNoteWire, noteChangeWire } from "../normalise/note.ts";
import { newPlanWire, planChangeWire } from "../normalise/plan.ts";
import { newShortLinkWire, shortLinkChangeWire } from "../normalise/short-link.ts";
import { newTargetWire, targetChangeWire } from "../normalise/target.ts";
import { targetMixWire } from "../normalise/target-mix.ts";
import { newTrialWire, trialChangeWire } from "../normalise/trial.ts";
import { settledWire } from "./comments.ts";
import { linkWire } from "./events.ts";
import { anything, json, PERIOD, progressWire, text } from "./operation-shapes.ts";
import type { Operation } from "./operations.ts";
import { matchWire, removalWire } from "./plans.ts";
import { topicWire } from "./topics.ts";

export const PLANNING = {
  "GET /api/plans": {
    summary: "What is planned, and which post kept it in each account",
    query: z.object({ from: PERIOD.from, to: text("Last day; left out: no end") }),
    answer: json(),
  },
  "POST /api/plans": {
    summary: "Make a plan, or a series of them",
    body: { "application/json": newPlanWire },
    answer: json(anything, 201),
  },
  "POST /api/plans/import": {
    summary:
      "Take plans.csv in again: a line with an id changes that plan if its version stands, one without makes a plan; whole or not at all",
    body: { "text/csv": z.string() },
    answer: json(
      z
        .strictObject({ added: z.int(), changed: z.int(), unchanged: z.int() })
        .meta({ id: "Brought" }),
    ),
    problems: ["conflict"],
  },
  "PATCH /api/plans/:id": {
    summary: "Change a plan, as long as it is the version that was seen",
    body: { "application/json": planChangeWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "DELETE /api/plans/:id": {
    summary: "Remove a plan, as long as it is the version that was seen",
    body: { "application/json": removalWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "POST /api/plans/:id/post": {
    summary: "Say which post kept a plan in an account, or that none did; that stands for ever",
    body: { "application/json": matchWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/gaps": {
    summary:
      "Silences past and ahead, thin weeks, empty days with times to fill them, topics by age",
    answer: json(),
  },
  "GET /api/almanac": {
    summary: "The days that the calendar knows of itself, as the library corrected them",
    query: z.object({ year: text("A year; left out: this one, from October on the next", "2027") }),
    answer: json(),
  },
  "POST /api/almanac": {
    summary: "Add a day of the library's own, or correct a shipped one by its key",
    body: { "application/json": almanacWire },
    answer: json(anything, 201),
  },
  "PATCH /api/almanac/:id": {
    summary: "Change what the library said of a day",
    body: { "application/json": almanacChangeWire },
    answer: json(),
    problems: ["not_found"],
  },
  "DELETE /api/almanac/:id": {
    summary: "Forget what the library said of a day: a shipped one stands again as it was",
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/topics": {
    summary: "The words that tell a topic, and how many corrected topics they tell too",
    answer: json(),
  },
  "POST /api/topics": {
    summary: "Set the words of a topic, and apply them to the first posts; call apply until done",
    body: { "application/json": topicWire },
    answer: json(progressWire),
  },
  "POST /api/topics/apply": {
    summary: "Apply the words to the next posts, until done; what a person corrected stays",
    answer: json(progressWire),
  },
  "GET /api/events": {
    summary: "What the library invites to, with what came of it",
    query: z.object({ from: PERIOD.from, to: text("Last day; left out: no end") }),
    answer: json(),
  },
  "POST /api/events": {
    summary: "Make an event",
    body: { "application/json": newEventWire },
    answer: json(anything, 201),
  },
  "PATCH /api/events/:id": {
    summary: "Change an event, as long as it is the version that was seen",
    body: { "application/json": eventChangeWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "DELETE /api/events/:id": {
    summary: "Remove an event, as long as it is the version that was seen; its plans stay",
    body: { "application/json": removalWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/notes": {
    summary: "What people noted of days, and which of them are left out of the norm",
    query: z.object({
      from: text("First day; left out: a year ago", "2026-10-27"),
      to: text("Last day; left out: no end"),
    }),
    answer: json(),
  },
  "POST /api/notes": {
    summary: "Note something of some days; left out, their posts are taken out of the norm",
    body: { "application/json": newNoteWire },
    answer: json(anything, 201),
  },
  "PATCH /api/notes/:id": {
    summary: "Change a note, as long as it is the version that was seen",
    body: { "application/json": noteChangeWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "DELETE /api/notes/:id": {
    summary: "Remove a note, as long as it is the version that was seen",
    body: { "application/json": removalWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/trials": {
    summary:
      "Trials: what is compared, how far it is, and once it has ended what it says; before that no figure of its posts",
    answer: json(),
  },
  "POST /api/trials": {
    summary:
      "Begin a trial: the lots are drawn, and its plans laid into the calendar; one at a time of an account",
    body: { "application/json": newTrialWire },
    answer: json(anything, 201),
    problems: ["conflict"],
  },
  "PATCH /api/trials/:id": {
    summary: "Break a trial off, as long as it is the version that was seen: it says nothing then",
    body: { "application/json": trialChangeWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "DELETE /api/trials/:id": {
    summary: "Take a trial away with its plans, as long as it has not begun",
    body: { "application/json": removalWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "POST /api/events/:id/post": {
    summary: "Say that a post is about an event, or that it is not; that stands for ever",
    body: { "application/json": linkWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/short-links": {
    summary: "Short links with their clicks by source",
    answer: json(),
  },
  "POST /api/short-links": {
    summary: "Make a short link",
    body: { "application/json": newShortLinkWire },
    answer: json(anything, 201),
    problems: ["conflict"],
  },
  "PATCH /api/short-links/:id": {
    summary: "Change where a short link leads; its slug stays",
    body: { "application/json": shortLinkChangeWire },
    answer: json(),
    problems: ["not_found"],
  },
  "DELETE /api/short-links/:id": {
    summary: "Remove a short link with its clicks",
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/targets": {
    summary:
      "What the library wants to reach, how far it is, and what is to be expected by December",
    answer: json(),
  },
  "GET /api/target-mix": {
    summary: "The shares that topics and formats are wished to have of all posts",
    answer: json(),
  },
  "POST /api/target-mix": {
    summary: "Say the wished shares of topics, or of formats, whole: what is left out has none",
    body: { "application/json": targetMixWire },
    answer: json(),
  },
  "POST /api/targets": {
    summary: "Set what is to be reached in a year, one target a subject",
    body: { "application/json": newTargetWire },
    answer: json(anything, 201),
    problems: ["conflict"],
  },
  "PATCH /api/targets/:id": {
    summary: "Change a target's value, as long as it is the version that was seen",
    body: { "application/json": targetChangeWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "DELETE /api/targets/:id": {
    summary: "Remove a target, as long as it is the version that was seen",
    body: { "application/json": removalWire },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/changes": {
    summary: "Who changed what, the newest first",
    query: z.object({ before: text("Those before this number") }),
    answer: json(),
  },
  "PATCH /api/comments/:id": {
    summary:
      "Say that a comment needs no answer, or that it does; its id is its account's number, a hyphen and the platform's id",
    body: { "application/json": settledWire },
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/changes/:id/undo": {
    summary: "Take a change back, as long as nothing was changed since",
    answer: json(),
    problems: ["not_found", "conflict"],
  },
} satisfies Record<string, Operation>;
