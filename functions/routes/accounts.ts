/** Accounts: seen by whoever may see the dashboard; named, hidden and erased by the admin. */
import * as z from "zod";
import { connectAccount } from "../jobs/collecting/connect-account.ts";
import { type AccountCorrection, correctAccount } from "../jobs/writing/correct-account.ts";
import { eraseAccount } from "../jobs/writing/erase.ts";
import { mergeAccounts } from "../jobs/writing/merge.ts";
import type { Platform } from "../model/platform.ts";
import { listing, Problem } from "../model/problem.ts";
import { planOf } from "../model/room.ts";
import type { Instant } from "../model/snapshot.ts";
import { typedAccountId, typedHandle } from "../normalise/connection.ts";
import { handle, identifier, typedText } from "../normalise/snapshot-schema.ts";
import { toAccountJson } from "../present/json.ts";
import { type AccountRow, listAccounts, saveGiven } from "../store/accounts.ts";
import { deleteCollection } from "../store/collections.ts";
import { recomputeLibrary } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import { accountLines } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { chosenOf, idOf } from "./reading.ts";

export const accounts = {
  "GET /api/accounts": (c) =>
    cachedRead(c, async () => {
      const lines = await accountLines(c, (await chosenOf(c)).accounts);
      return c.json({ accounts: lines.map(toAccountJson) });
    }),

  "POST /api/accounts": async (c) => {
    const { account, missing } = await connectAccount(
      c.env.DB,
      { ...c.env, TIME_ZONE: c.get("time_zone") },
      { now: c.get("now") },
      await jsonOf(c),
    );
    const [line] = await accountLines(c, [account]);
    return c.json({ account: line && toAccountJson(line), missing }, 201);
  },

  "PATCH /api/accounts/:id": async (c) => {
    const said = checked(accountChangeWire, await jsonOf(c));
    const known = await knownAccount(c);
    const account = await correctAccount(
      c.env.DB,
      known.id,
      correctionOf(said, known.platform, c.get("now")),
      { time_zone: c.get("time_zone") },
    );
    const [line] = await accountLines(c, [account]);
    return c.json({ account: line && toAccountJson(line), hidden: account.hidden_at !== null });
  },

  "DELETE /api/accounts/:id": async (c) => {
    const erase = c.req.query("erase") ?? "false";
    // hidden where it was to be erased, or erased where it was not: neither is what somebody meant
    if (erase !== "true" && erase !== "false") {
      throw new Problem("invalid", "erase is true or false", [
        listing("erase", "not_one_of", ["true", "false"]),
      ]);
    }
    if (erase === "true") {
      const { done, ...left } = await eraseAccount(c.env.DB, idOf(c), planOf(c.env.PLAN));
      return c.json({ id: idOf(c), erased: done, done, ...left });
    }
    const account = await knownAccount(c);
    await c.env.DB.batch([
      deleteCollection(c.env.DB, account.id),
      saveGiven(c.env.DB, account.id, { hidden_at: c.get("now") }),
      recomputeLibrary(c.env.DB),
    ]);
    return c.json({ id: account.id, erased: false });
  },

  "POST /api/accounts/:id/merge": async (c) => {
    const { into } = checked(mergeWire, await jsonOf(c));
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    return c.json(await mergeAccounts(c.env.DB, idOf(c), into, context));
  },
} satisfies Handlers;

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
    external_id: identifier.nullish().meta({
      description:
        "The platform's own id of the account, where a wrong one came in; null forgets it. Not of one that is collected: the platform says its id",
      example: "17841400000000000",
    }),
  })
  .meta({ id: "AccountChange" });

export const mergeWire = z
  .strictObject({
    into: z
      .int()
      .positive()
      .meta({ description: "The id of the account that it turned out to be" }),
  })
  .meta({ id: "Merge" });

/** What a person says of an account, and nothing that is left out. */
function correctionOf(
  { handle, external_id, name, hidden }: z.infer<typeof accountChangeWire>,
  platform: Platform,
  now: Instant,
): AccountCorrection {
  return {
    ...(handle === undefined ? {} : { handle: typedHandle(platform, handle) }),
    ...(external_id === undefined
      ? {}
      : { external_id: external_id && typedAccountId(platform, external_id) }),
    ...(name === undefined ? {} : { given_name: name || null }),
    ...(hidden === undefined ? {} : { hidden_at: hidden ? now : null }),
  };
}

async function knownAccount(c: Ctx): Promise<AccountRow> {
  const id = idOf(c);
  const account = (await listAccounts(c.env.DB)).find((one) => one.id === id);
  if (!account) throw new Problem("not_found", "there is no such account");
  return account;
}
