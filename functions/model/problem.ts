import { MOST_ACCOUNTS } from "./account.ts";
import { MOST_OF_A_SERIES, MOST_WEEKS_APART } from "./plan.ts";
import { MOST_DAYS_AHEAD } from "./trial.ts";

/** The closed list of what can go wrong, and the HTTP status that says so. */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  internal: 500,
  upstream: 502,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** The closed list of faults in what came in, each with what it says in English; a screen says the code in its own language. */
export const FAULT_MESSAGES = {
  required: "is required",
  unknown_field: "is not a known field",
  wrong_type: "has the wrong type",
  not_one_of: "is not one of the known values",
  empty: "must not be empty",
  too_long: "is too long",
  too_many: "holds too many readings for one request",
  not_a_count: "must be a whole number of 0 or more",
  not_whole: "must be a whole number, such as 2480, 2.480 or 2,480",
  shortened_count: "is shortened and so rounded; give the whole number, such as 1204 for 1.2K",
  unlikely:
    "is less than half or more than twice the last known figure; send it again with sure if it is right",
  too_large_a_count: "is larger than any platform counts",
  unknown_platform: "must be facebook, instagram, x or tiktok",
  unknown_format: "is not a known format of a post",
  not_an_instant: "must be a date and time such as 2026-11-23T05:00:00Z",
  no_time_zone: "must say its time zone: end it with Z or an offset such as +07:00",
  no_published_at: "is required: a post without it has no place in time",
  in_the_future: "lies in the future",
  in_the_past: "lies in the past",
  export_alone:
    "is for an export link alone: a view link opens the dashboard anyway, a push token never",
  view_alone: "is for a view link alone: no other is sent for people to look at",
  too_early: "lies before 2004, when there was none of these platforms",
  after_read_at: "lies after the reading: check read_at, or the date and the zone of the file",
  unknown_state: "must be open, closed or all",
  unknown_metric: "is not a figure that has a trend",
  not_a_handle: "must be the account's name as its address has it, without spaces, or that address",
  not_a_day: "must be a day that exists, such as 2026-11-23",
  not_an_hour: "must be an hour of the day such as 09:30",
  too_late: "lies after 2099",
  not_a_weekday: "must be a day of the week: 1 (Monday) to 7 (Sunday)",
  no_day: "must name a day of the week",
  day_twice: "stands there twice",
  closes_before_opening: "must be later than from",
  not_weeks: `must be a whole number of weeks, 1 to ${MOST_WEEKS_APART}`,
  before_first: "lies before the first day",
  too_long_a_series: `makes more than ${MOST_OF_A_SERIES} plans`,
  backwards: "lies after the period's end",
  too_long_a_period: "makes a period of more than five years",
  unknown_time_zone: "must be a time zone's name such as Asia/Jakarta",
  bad_url: "must be an address that starts with http:// or https://",
  control_character: "must not hold control characters",
  not_json: "is not JSON",
  not_utf8: "is not UTF-8 text",
  excel_file: "is an Excel file; choose CSV when exporting",
  binary_file: "is not a text file; choose CSV when exporting",
  zip_file: "is a zip archive; unpack it and choose the CSV file in it",
  utf16_file: "is UTF-16 text that was cut off; export it again",
  not_recognised: "is not an export that is known here by its first row",
  missing_columns: "has columns that the file lacks",
  daily_export:
    "is a daily export, whose rows are increments; choose Lifetime instead of Daily when exporting",
  other_account:
    "is not the id under which this account is known; where a new account has the name now, correct the old one's handle first",
  busy: "could not be stored now; send it again",
  broken_off:
    "was broken off and may have been stored: a push or a file may be sent again as it is, of anything else look first",
  other_schema:
    "of the database is not the one that this version of Denyut needs: npm run deploy brings both together",
  short_admin_token:
    "of the admin has fewer than 32 characters and can be guessed: it opens nothing",
  database_full:
    "takes nothing more in: it is full until something is erased, or the plan's share of the day is spent",
  same_account: "is this account itself",
  across_platforms: "is an account of another platform",
  other_id: "has another id on the platform, and so is another account there",
  merged_already: "was merged into another account; undo that first, in the list of imports",
  being_merged: "is still taking another account in: finish that first",
  being_rebuilt: "is being derived anew: finish that first",
  only_connection:
    "has no connection of its own, and that of the other would end: merge the other way round",
  not_a_rate: "must be above 0 and at most 1 (a hundred percent)",
  not_a_share: "must be a share in whole percents: 0 to 100 in a form, 0 to 1 in JSON",
  over_a_hundred: "come to more than 100 percent together",
  target_taken: "has a target for this year and account already",
  handle_taken: "is the handle of another account here",
  id_taken: "is the id of another account here",
  told_by_platform:
    "is told by the platform itself as long as the account is connected: disconnect it (its history stays), correct the id, and connect it again",
  unknown_post: "is not a post of this account that is known or comes with it",
  other_platform: "is not the platform that the file comes from",
  several_accounts:
    "is needed: the file holds posts of several accounts, and nothing tells which of them it is of",
  two_ids: "gives one account two different ids; export the file again",
  unknown_account: "is not an account that is known here",
  drawn_for_trial: "stays that of the trial that the plan was drawn for",
  too_many_accounts: `would be one more than the ${MOST_ACCOUNTS} accounts that a library can have; erase one first`,
  no_account: "does not say which account it belongs to",
  no_figures: "says nothing: give at least one figure",
  no_post_id: "has neither an id nor a link that identifies the post",
  not_an_id: "is not a post's id as this platform writes them",
  not_an_account_id: "must be the account's id, which is digits on this platform, and no name",
  unsafe_id: "must be an id: letters, digits and the marks . _ - : ~ + = @, and not dots alone",
  not_this_account: "is not the account that the file comes from",
  bad_quotes: "opens a quotation mark that nothing closes",
  too_many_cells: "has more cells than the first row has columns",
  damaged_id: "was rounded by a spreadsheet; export the file again and do not save it there",
  other_id_in_link:
    "is not the id in the row's link: a column was sorted alone; export the file again",
  other_id_in_address: "is not the id in the post's address",
  other_time_in_id:
    "is not when the post was published by its id; leave it out, or check the address (typed / by the id)",
  being_undone: "is only partly undone: finish that first, in the list of imports",
  duplicate: "stands in the file again further down; the last one counts",
  partner: "was published by a partner of the account that the file is of",
  reply: "is a reply to somebody, and no post of its own",
  header_again: "is the header again",
  cut_off: "breaks off in its middle: the file was cut off; export it again",
  column_twice: "stands in the header twice, with different cells below",
  no_rows: "has no rows below its header",
  other_zone: "is not the library's time zone, by which days and hours are read",
  lines_disagree: "is not what another line of the same plan says",
  line_twice: "stands in another line of the same plan already",
  date_order: "is needed: nothing in the file tells day from month",
  unkept_figure: "is not a daily figure that is kept here",
  several_figures: "holds several figures; export each into a file of its own",
  unnamed_figure:
    "does not say which figure it holds: its first line, the figure's name, is missing",
  stale_version: "is not the one that stands: somebody changed it meanwhile",
  unknown_almanac_day: "is not a day of the shipped almanac",
  unknown_plan: "is not a plan that is known here",
  unknown_event: "is not an event that is known here",
  no_such_post: "is not a post that is known here",
  ends_before_start: "lies before the event starts",
  not_a_hashtag: "must be a hashtag: letters, digits and _ in one word",
  not_https: "must be an address that starts with https://",
  not_public: "must lead to a public place on the internet, by its name and without a login in it",
  own_address: "leads back to Denyut itself, which would turn in a circle",
  not_a_slug: "must be 2 to 39 small letters and digits, with single dashes between them",
  reserved_slug: "is a word that is kept for Denyut itself",
  slug_taken: "is taken by another short link",
  restoring: "is being put back from a backup; nothing else is answered until that is whole",
  in_use: "has a library already: a backup goes into a new installation",
  broken_backup: "is no backup of Denyut, or was changed since it was written",
  bad_row: "is not what Denyut writes there",
  newer_backup: "was made by a newer Denyut: update this one first",
  other_piece: "is not the piece of the backup that comes next",
  not_restoring: "is not being restored",
  bad_cursor: "is not what a backup's slice said to go on with",
  login_alone:
    "needs the admin token itself along with it, as denyut-admin-token: a login does not open secrets",
  not_a_key: "must be base64 of 32 bytes",
  not_an_email: "must be an e-mail address such as perpustakaan@example.go.id",
  not_a_push_service: "is not an address of a browser's push service that is known here",
  not_push_keys: "are not the keys that a browser gives",
  not_a_bot_token:
    "must be a bot's token as Telegram's BotFather gives it, such as 123456:ABC-DEF…",
  unknown_bot: "opens no bot at Telegram",
  no_chat_yet: "is not found: add the bot to the chat, write something there, and send this again",
  several_chats: "is to be said, since the bot is in several",
  chats_not_told: "was not told by Telegram: try again, or say the chat's number",
  not_a_chat:
    "must be a chat's number, such as -1001234567890, or the name of a channel, such as @perpus",
  not_a_slack_address: "must be a webhook's address at hooks.slack.com",
  not_a_discord_address: "must be a webhook's address at discord.com",
  no_seal_key: "cannot be kept: the key that seals it is missing",
  no_push: "is not offered yet: set the library's e-mail address first",
  too_many_recipients: "would be one more than can be told; remove one first",
  same_sides: "is the other side too: a trial compares two",
  too_near: "is less than two hours from the other side",
  not_in_a_trial: "cannot be compared in a trial: its figures are gone after a day",
  too_few_weekdays: "must be two days of the week at least: a trial compares inside each week",
  not_a_monday: "must be a Monday",
  too_soon: `must lie ahead, ${MOST_DAYS_AHEAD} days at most`,
  trial_running: "has a trial that runs: one at a time, or they draw against each other",
  trial_begun:
    "has begun, and cannot be taken away: what it says would vanish with it. It can be broken off",
  trial_over: "is over: it cannot be broken off any more",
} as const;
export type FaultCode = keyof typeof FAULT_MESSAGES;

/** One thing wrong with one place of the input; `code` is what the screen puts into the person's language. */
export type Fault = { path: string; code: string; message: string };

/** A fault of the closed list, saying what the list says unless there is something more exact to say. */
export const fault = (
  path: string,
  code: FaultCode,
  message: string = FAULT_MESSAGES[code],
): Fault => ({ path, code, message });

/** A fault that names what it is about: `kind is not one of the known values: view, push, export`. */
export const listing = (path: string, code: FaultCode, names: readonly string[]): Fault =>
  fault(path, code, `${FAULT_MESSAGES[code]}: ${names.join(", ")}`);

/** What a `listing` names, for a screen that says the rest in its own language; empty where nothing is named. */
export const listedIn = ({ message }: Fault): string => message.split(": ").slice(1).join(": ");

/** The first of what is wrong, as a sentence begins with it: `posts[3].likes must be a whole number of 0 or more`. */
export const inWords = ([first]: readonly Fault[]): string =>
  first ? `${first.path || "the body"} ${first.message}` : "nothing to store";

/** A refusal, in the one shape that every route answers. Anything else that is thrown is a bug and says only "internal". */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly problems: Fault[];

  constructor(code: ProblemCode, message: string, problems: Fault[] = []) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.problems = problems;
  }

  get status() {
    return PROBLEM_STATUS[this.code];
  }

  toJSON() {
    return { error: { code: this.code, message: this.message, problems: this.problems } };
  }
}
