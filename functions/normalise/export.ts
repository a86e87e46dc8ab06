/** A platform's CSV export → Snapshots: one account's, all read at one instant. */
import { addDays, startOfDay } from "../model/day.ts";
import { EXPORT_PLATFORMS } from "../model/import.ts";
import type { Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, fault, Problem } from "../model/problem.ts";
import type { Instant, Snapshot } from "../model/snapshot.ts";
import { readCsv } from "./csv.ts";
import { USUAL_ORDER } from "./date-order.ts";
import { accountDoubt, refuseUnanswered, timeDoubts } from "./export-doubts.ts";
import { factsOf } from "./export-facts.ts";
import type { ExportOptions, ExportRead } from "./export-options.ts";
import { figureOf, platformOf, refuseFile } from "./export-refusals.ts";
import type { RowAccount } from "./export-row.ts";
import {
  idsOf,
  type NumberedReading,
  readRows,
  skippedRow,
  styleOf,
  withoutDoubles,
} from "./export-rows.ts";
import { mostSaid } from "./file-accounts.ts";
import { firstDays } from "./first-days.ts";
import { namedHandle } from "./handle.ts";
import type { KnownAccount } from "./known-account.ts";
import { ownership, refuseStranger, refuseTwoIds } from "./owner.ts";
import { recognise } from "./recognise.ts";

/**
 * Throws a Problem for a file that is none of the known exports, that is not the one it was said to be, or of which
 * something has to be asked first.
 */
export function fromExport(text: string, options: ExportOptions): ExportRead {
  const csv = readCsv(text, options.first_row);
  const recognised = recognise(csv.header);
  const { kind, unused } = recognised;
  const figure = kind === "meta_daily" ? figureOf(csv, options.name) : null;
  const said = platformOf(kind, options.platform, figure);
  refuseFile(csv, recognised);
  const platform = said ?? EXPORT_PLATFORMS[kind][0];
  const chosen = options.account === null ? null : chosenHandle(platform, options.account);

  const facts = factsOf(csv, recognised, said, options);
  const { read_at } = facts.day;
  const style = styleOf(csv, recognised, options);
  const context = {
    now: options.now,
    library_zone: options.library_zone,
    time_zone: facts.zone,
    date_order: facts.order.order ?? USUAL_ORDER,
    file_day: facts.file_day,
    read_at,
    metric: figure?.metric ?? null,
  };
  const ids = options.ids ?? idsOf(csv, recognised);
  const { readings, skipped } = readRows(csv, recognised, context, { style, ids });
  const known = options.known.filter((one) => one.platform === platform);
  const asked = { platform, chosen, decided: options.owner, known };
  const accounts = readings.map(({ account }) => account);
  const whose = ownership(accounts, asked);
  refuseTwoIds(
    accounts,
    [...accounts.filter(whose.owns).map(({ handle }) => handle), ...whose.tied],
    {
      platform,
      column: csv.header[recognised.places.get("account_id") ?? -1]?.trim() ?? "",
    },
  );
  const differing = readings.filter(({ differs }) => differs).length;
  const doubts = timeDoubts(facts, options, differing);
  // a daily file of Meta's is of the account's platform, a file of days says nobody's name
  const ofDays = readings.length > 0 && readings.every(({ post }) => post === null);
  const unnamed = ofDays && (chosen === null || said === null);
  if (unnamed || whose.tied.length > 0) doubts.push(accountDoubt(whose.tied, readings.length));
  if (!options.dry_run) refuseUnanswered(doubts);

  const own = readings.filter(({ account }) => whose.owns(account));
  const partners = readings.filter(({ account }) => !whose.owns(account));
  const ownRows = own.map(({ account }) => account);
  refuseStranger(ownRows, asked);
  const account = accountOf(ownRows, { chosen, known: whose.known });
  const left = account === null && !ofDays ? own : [];
  if (whose.tied.length === 0) {
    skipped.push(...partners.map(({ row }) => skippedRow(row, [fault("", "partner")])));
  }
  skipped.push(...left.map(({ row }) => skippedRow(row, [fault("", "no_account")])));
  const snapshots =
    account === null || unnamed || whose.tied.length > 0
      ? []
      : snapshotsOf(
          { ...account, platform, read_at },
          withoutDoubles(own, platform, skipped),
          options,
        );
  skipped.sort((a, b) => a.row - b.row);
  return {
    kind,
    snapshots,
    rows: csv.rows.length,
    skipped,
    unused,
    read_at,
    read_at_from: facts.day.from,
    time_zone: facts.zone,
    partial: kind === "tiktok_content",
    doubts,
    figure,
    first_days: firstDays(readings),
    decided: {
      time_zone: facts.zone,
      date_order: facts.order.order,
      read_at,
      owner: whose.owner,
      numbers: style.numbers,
      seconds: recognised.places.has("watch_seconds") ? style.seconds : null,
      newest_day: facts.newest_day,
      ids,
    },
  };
}

function chosenHandle(platform: Platform, account: string): string {
  const named = namedHandle(platform, account);
  if ("handle" in named) return named.handle;
  const code = named.fault;
  throw new Problem("invalid", `account ${FAULT_MESSAGES[code]}`, [fault("account", code)]);
}

type Named = Pick<Snapshot, "account" | "external_id" | "name">;

/**
 * The owner as most rows say it: by the chosen handle, the file's, or the platform's id where there is no handle. Of an
 * account that is known here the file's own handle stands before all: it may be a newer one. `null`: nobody says it.
 */
function accountOf(
  own: readonly RowAccount[],
  { chosen, known }: { chosen: string | null; known: KnownAccount | null },
): Named | null {
  const external_id = mostSaid(own, "external_id");
  const handle = mostSaid(own, "handle");
  const account = (known ? (handle ?? known.handle) : (chosen ?? handle)) ?? external_id;
  return account === null ? null : { account, external_id, name: mostSaid(own, "name") };
}

function snapshotsOf(
  account: Named & { platform: Platform; read_at: Instant },
  readings: readonly NumberedReading[],
  { library_zone }: ExportOptions,
): Snapshot[] {
  if (readings.length === 0) return [];
  const empty = { ...account, followers: null, days: [], posts: [], comments: [] };
  const posts = readings.flatMap(({ post }) => post ?? []);
  const days = readings.flatMap(({ day }) => day ?? []);
  // the count of a day that is over stands for its last second
  const counted = readings.flatMap(({ followers }) => {
    if (followers === null) return [];
    const end = startOfDay(addDays(followers.date, 1), library_zone) - 1;
    const read_at = Math.min(end, account.read_at);
    return { ...empty, read_at, followers: followers.count };
  });
  return posts.length + days.length > 0 ? [{ ...empty, posts, days }, ...counted] : counted;
}
