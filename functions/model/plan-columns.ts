/** The columns of plans.csv, out and in: a line a plan and account. Columns are only ever added at the end. */
import type { Column } from "./export-columns.ts";

export const PLAN_COLUMNS = [
  { name: "id", type: "count", description: "The plan's number here; empty: a new plan" },
  { name: "on", type: "day", description: "The day it is planned for" },
  {
    name: "at",
    type: "text",
    description: "HH:MM by the library's clock; empty: any time of the day",
  },
  { name: "time_zone", type: "text", description: "The zone of day and hour (IANA name)" },
  { name: "platform", type: "text", description: "facebook, instagram, x or tiktok" },
  { name: "account", type: "text", description: "The account's handle, without @; one a line" },
  { name: "state", type: "text", description: "idea, planned or dropped: a person's word" },
  { name: "format", type: "text", description: "What kind of post it will be" },
  { name: "topic", type: "text", description: "What it will be about" },
  { name: "title", type: "text", description: "What it is called in the calendar" },
  { name: "note", type: "text", description: "What to remember of it" },
  { name: "person", type: "text", description: "Who sees to it" },
  { name: "event", type: "count", description: "The number of the event that it is about" },
  {
    name: "post",
    type: "text",
    description: "The platform's id of the post by which it was kept, as was seen; empty: none",
  },
  { name: "version", type: "count", description: "How often it was changed, and once more" },
] as const satisfies readonly Column[];

export type PlanColumn = (typeof PLAN_COLUMNS)[number]["name"];
