/** The account and its days, by the Business API. */
import { addDays, dayOf, SECONDS_A_DAY } from "../../model/day.ts";
import type { Notebook } from "../notebook.ts";
import { ask } from "./business-call.ts";
import { DAY_FIELDS, fieldsOf, PROFILE_FIELDS } from "./business-fields.ts";
import { note, type VisitTalk } from "./talk.ts";
import type { BusinessCredentials } from "./token.ts";

/** TikTok tells the days of the last 60; later visits look back far enough for what it corrects and an outage. */
const FIRST_DAYS = 60;
const USUAL_DAYS = 7;

/** When the days were last read. */
type Memory = { days_at?: number };
const memoryOf = (notebook: Notebook): Memory => notebook.memory as Memory;

/** The account and its days (UTC), up to yesterday: today is not over. */
export async function readAccount(talk: VisitTalk<BusinessCredentials>, id: string): Promise<void> {
  const { notebook, http } = talk.visit;
  const memory = memoryOf(notebook);
  const days = memory.days_at === undefined ? FIRST_DAYS : daysToRead(memory.days_at, http.now);
  const yesterday = addDays(dayOf(http.now, "UTC"), -1);
  const answer = await ask(talk, {
    path: "/business/get/",
    parameters: {
      business_id: id,
      start_date: addDays(yesterday, 1 - days),
      end_date: yesterday,
    },
    fields: fieldsOf(talk, { ...PROFILE_FIELDS, ...DAY_FIELDS }),
  });
  note(talk, "account", answer);
  memory.days_at = http.now;
}

/** After an outage the days of the outage too. */
const daysToRead = (read_at: number, now: number): number =>
  Math.min(FIRST_DAYS, USUAL_DAYS + Math.ceil((now - read_at) / SECONDS_A_DAY));
