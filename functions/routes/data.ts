/** The Data tab: for a viewer what may be taken along; for the admin a part each for accounts, ways in, links and settings. */
import { getCookie } from "hono/cookie";
import { connectable } from "../jobs/collecting/consent-doors.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { PLATFORMS } from "../model/platform.ts";
import { isScarce, planOf } from "../model/room.ts";
import { choiceOf } from "../present/choice.ts";
import { collectionLine, runLine, xSpend } from "../present/collection.ts";
import type {
  AccountLine,
  AccountsData,
  Bring,
  BringData,
  LinksData,
  Room,
  SettingsData,
  ViewerData,
} from "../present/views/data.ts";
import { listStandings } from "../store/collections.ts";
import { listGoing } from "../store/erasing.ts";
import { findRoom } from "../store/library.ts";
import { findLinksState } from "../store/links.ts";
import { findRunsState } from "../store/runs.ts";
import { listTyped } from "../store/typed-imports.ts";
import { findCollectSettings } from "../store/x-spend.ts";
import { COOKIE } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { everyLine, importLines, linkLines, seenRuns, settingsOf } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { seenLeftOut } from "./note-reading.ts";
import { chromeOf, page, viewPage } from "./page.ts";
import { shown, todayOf, visibleAccounts } from "./reading.ts";

/** Each is made anew by what it shows and no figure moves with: a run that found nothing new, the links, the apps that are set up. */
export const data = {
  "GET /data": async (c) => {
    if (c.get("caller")?.kind === "admin") {
      const beside = [...(await findRunsState(c.env.DB)), ...connectable(c.env)];
      return page(c, () => accountsPart(c), beside);
    }
    const files = ownFiles(c);
    // it holds their token
    return files === null
      ? page(c, () => viewerPart(c, null))
      : viewPage(c, await viewerPart(c, files));
  },

  "GET /data/bring": (c) => page(c, () => bringPart(c), connectable(c.env)),

  "GET /data/links": async (c) =>
    page(c, () => linksPart(c), await findLinksState(c.env.DB, c.get("now"))),

  "GET /data/settings": (c) => page(c, () => settingsPart(c)),
} satisfies Handlers;

/** The export's address of whoever came by an export link; of nobody else's. */
function ownFiles(c: Ctx): string | null {
  const token = getCookie(c, COOKIE);
  return c.get("caller")?.kind === "export" && token ? `/export/v1/${token}/` : null;
}

async function viewerPart(c: Ctx, files: string | null): Promise<ViewerData> {
  const { accounts, lines } = await everyLine(c);
  const offered = PLATFORMS.filter((one) => accounts.some(({ platform }) => platform === one));
  return {
    screen: "data",
    part: "viewer",
    chrome: chromeOf(c),
    choice: choiceOf(c.req.query(), todayOf(c), offered),
    accounts: lines,
    files,
  };
}

/** Half a year of four accounts, typed once a week. */
const MOST_TYPED = 100;

async function accountsPart(c: Ctx): Promise<AccountsData> {
  const now = c.get("now");
  const db = c.env.DB;
  const [{ accounts, lines }, standings, runs, spend, typed, left_out, room, going] =
    await Promise.all([
      everyLine(c),
      listStandings(db),
      seenRuns(c),
      findCollectSettings(db, monthOf(isoInstant(now))),
      listTyped(db, MOST_TYPED),
      seenLeftOut(c),
      roomOf(c),
      listGoing(db),
    ]);
  const collections = standings.flatMap((one) => {
    const account = accounts.find(({ id }) => id === one.account_id);
    return account ? { ...one, platform: account.platform } : [];
  });
  return {
    screen: "data",
    part: "accounts",
    chrome: chromeOf(c),
    accounts: lines,
    notices: {
      rebuilding: accounts.some(({ rebuilding }) => rebuilding !== null),
      going,
      room,
    },
    collection: collections.map((one) => collectionLine(one, now)),
    runs: runs.map((run) => runLine(run, accounts)),
    x_spend: spend && xSpend(collections, spend, now),
    typed,
    left_out,
    bring: lines.length === 0 ? bringOf(c, lines) : null,
  };
}

const bringOf = (c: Ctx, accounts: AccountLine[]): Bring => ({
  chrome: chromeOf(c),
  accounts,
  connectable: connectable(c.env),
});

async function bringPart(c: Ctx): Promise<BringData> {
  const [{ lines }, imports] = await Promise.all([everyLine(c), importLines(c)]);
  return { screen: "data", part: "bring", ...bringOf(c, lines), imports };
}

async function linksPart(c: Ctx): Promise<LinksData> {
  const [links, accounts] = await Promise.all([linkLines(c), visibleAccounts(c, null)]);
  return {
    screen: "data",
    part: "links",
    chrome: chromeOf(c),
    accounts: accounts.map(shown),
    links,
  };
}

async function settingsPart(c: Ctx): Promise<SettingsData> {
  const room = await roomOf(c);
  return { screen: "data", part: "settings", chrome: chromeOf(c), settings: settingsOf(c), room };
}

async function roomOf(c: Ctx): Promise<Room> {
  const room = await findRoom(c.env.DB);
  const most = planOf(c.env.PLAN);
  return { ...room, most, scarce: isScarce(room, most) };
}
