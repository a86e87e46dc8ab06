/** Accounts: seen by whoever may see the dashboard; named, hidden and erased by the admin. */
import { Hono } from "hono";
import * as z from "zod";
import { connectAccount } from "../jobs/collecting/connect-account.ts";
import { renameAccount } from "../jobs/writing/rename.ts";
import { dayOf, monthOf, type Period } from "../model/day.ts";
import { accountUrl } from "../model/platform.ts";
import { stands } from "../model/post.ts";
import { Problem } from "../model/problem.ts";
import { handle, handleOf, typedText } from "../normalise/snapshot-schema.ts";
import { presetPeriod } from "../present/choice.ts";
import type { AccountLine } from "../present/view.ts";
import { type AccountRow, eraseAccount, listAccounts, saveGiven } from "../store/accounts.ts";
import { deleteCollection } from "../store/collections.ts";
import { recomputeLibrary, touchLibrary } from "../store/library.ts";
import { forgetGoneAccounts } from "../store/links.ts";
import { listMonths, type Month } from "../store/months.ts";
import { listFirstPosts } from "../store/posts.ts";
import { only, viewers } from "./access.ts";
import { cachedRead, instantOrNull } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx, Env } from "./env.ts";
import { chosenOf, idOf, shownName, todayOf } from "./reading.ts";

export const accounts = new Hono<Env>();

accounts.get("/api/accounts", viewers, (c) =>
  cachedRead(c, async () => {
    const lines = await accountLines(c, (await chosenOf(c)).accounts);
    return c.json({ accounts: lines.map(onTheWire) });
  }),
);

accounts.post("/api/accounts", only("admin"), async (c) => {
  const { account, missing } = await connectAccount(
    c.env.DB,
    { ...c.env, TIME_ZONE: c.get("time_zone") },
    { now: c.get("now") },
    await jsonOf(c),
  );
  const [line] = await accountLines(c, [account]);
  return c.json({ account: line && onTheWire(line), missing }, 201);
});

export const accountChangeWire = z
  .strictObject({
    name: typedText(200).nullish().meta({
      description: "Shown instead of the platform's own name; null takes it back",
    }),
    hidden: z.boolean().optional(),
    handle: handle.optional().meta({
      description:
        "Where it was renamed or typed wrongly; the history stays, the old one is remembered",
    }),
  })
  .meta({ id: "AccountChange" });

accounts.patch("/api/accounts/:id", only("admin"), async (c) => {
  const said = checked(accountChangeWire, await jsonOf(c));
  const known = await knownAccount(c);
  const context = { time_zone: c.get("time_zone") };
  const account =
    said.handle === undefined
      ? known
      : await renameAccount(c.env.DB, known.id, handleOf(said.handle), context);
  const name = said.name === undefined ? account.given_name : said.name || null;
  const hidden = said.hidden === undefined ? account.hidden_at : said.hidden ? c.get("now") : null;
  await c.env.DB.batch([
    saveGiven(c.env.DB, account.id, name, hidden),
    touchLibrary(c.env.DB, null),
  ]);
  const [line] = await accountLines(c, [{ ...account, given_name: name }]);
  return c.json({ account: line && onTheWire(line), hidden: hidden !== null });
});

accounts.delete("/api/accounts/:id", only("admin"), async (c) => {
  const account = await knownAccount(c);
  const erase = c.req.query("erase") === "true";
  await c.env.DB.batch([
    deleteCollection(c.env.DB, account.id),
    ...(erase
      ? [...eraseAccount(c.env.DB, account.id), forgetGoneAccounts(c.env.DB)]
      : [saveGiven(c.env.DB, account.id, account.given_name, c.get("now"))]),
    recomputeLibrary(c.env.DB),
  ]);
  return c.json({ id: account.id, erased: erase });
});

async function knownAccount(c: Ctx): Promise<AccountRow> {
  const id = idOf(c);
  const account = (await listAccounts(c.env.DB)).find((one) => one.id === id);
  if (!account) throw new Problem("not_found", "there is no such account");
  return account;
}

export async function accountLines(
  c: Ctx,
  accounts: readonly AccountRow[],
): Promise<AccountLine[]> {
  const ids = accounts.map(({ id }) => id);
  const first = await listFirstPosts(c.env.DB, ids);
  const year = presetPeriod("1y", todayOf(c));
  const months = await listMonths(c.env.DB, ids, monthOf(year.from), monthOf(year.to));
  return accounts.map((account) => {
    const at = first.get(account.id);
    return {
      id: account.id,
      platform: account.platform,
      handle: account.handle,
      name: shownName(account),
      url: accountUrl(account.platform, account.handle),
      external_id: account.external_id,
      followers: account.followers,
      followers_at: account.followers_at,
      last_read_at: account.last_read_at,
      posts: publishedIn(year, account.id, months),
      first_post_on: at === undefined ? null : dayOf(at, c.get("time_zone")),
    };
  });
}

/** As the Overview counts an account's posts in a period. */
const publishedIn = ({ from, to }: Period, account: number, months: readonly Month[]): number =>
  months
    .filter(({ account_id }) => account_id === account)
    .flatMap(({ posts }) => posts)
    .filter((post) => stands(post) && from <= post.published_on && post.published_on <= to).length;

const onTheWire = (line: AccountLine) => ({
  ...line,
  followers_at: instantOrNull(line.followers_at),
  last_read_at: instantOrNull(line.last_read_at),
});
