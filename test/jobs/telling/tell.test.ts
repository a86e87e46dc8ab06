/** What is told, to whom, how often, and what becomes of it where a receiver fails. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TellEnv } from "../../../functions/jobs/telling/post.ts";
import type { Telling } from "../../../functions/jobs/telling/tell.ts";
import { noteStreak } from "../../../functions/jobs/writing/excuse.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import type { StandingClaim } from "../../../functions/model/look.ts";
import type { PostReading } from "../../../functions/model/snapshot.ts";
import { gathered } from "../../../functions/store/gathered.ts";
import { listRecipients } from "../../../functions/store/recipients.ts";
import { counted } from "../../counted.ts";
import { openDatabase, wipe } from "../../database.ts";
import { type Answer, RETRY_AFTER } from "../../receivers/app.ts";
import { type Receivers, startReceivers } from "../../receivers/start.ts";
import { post as anyPost, snapshot, ZONE } from "../writing/snapshots.ts";
import {
  accounts,
  close as closeAll,
  DAY,
  envOf,
  HOUR,
  JSON_HOOK,
  MINUTE,
  NOW,
  ORIGIN,
  open,
  outbox,
  reachOf,
  silence,
  stopped,
  tellAt,
  told,
  VAPID_KEY,
} from "./telling.ts";

let db: D1Database;
let env: TellEnv;
let receivers: Receivers;
let closing: (() => Promise<unknown>)[];
beforeAll(async () => {
  const opened = await openDatabase();
  db = opened.databases[0] as D1Database;
  receivers = await startReceivers(VAPID_KEY);
  env = envOf(receivers.origin);
  closing = [opened.close, receivers.close];
});
afterAll(() => Promise.all(closing.map((one) => one())));
beforeEach(async () => {
  await wipe(db);
  receivers.forget();
});

const tell = (now: number, more: Partial<Telling> = {}) => tellAt(db, env, now, more);
const titles = () =>
  receivers.received.map(({ body }) => {
    const { notification, title } = body as { notification?: { title: string }; title?: string };
    return notification?.title ?? title;
  });
const bodies = () => receivers.received.map(({ body }) => body as Record<string, unknown>);

describe("a weak streak", () => {
  // each is read in the morning
  const START = NOW - 200 * DAY - 12 * HOUR;
  const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];
  const publishedAt = (n: number) => START + 2 * n * DAY;
  const readAt = (last: number) => publishedAt(last) + 1.5 * DAY;
  const posts = (from: number, to: number, likes?: number): PostReading[] =>
    Array.from({ length: to - from }, (_, index) =>
      anyPost(`p${from + index}`, publishedAt(from + index), {
        likes: likes ?? USUAL[(from + index) % USUAL.length] ?? 100,
        comments: 0,
        shares: 0,
      }),
    );
  const read = (of: PostReading[], last: number) =>
    ingest(db, [snapshot(readAt(last), { posts: of, followers: 1000 })], {
      now: NOW + 1000 * DAY,
      time_zone: ZONE,
      import: null,
    });
  const browser = async () => {
    const one = receivers.browser();
    await told(db, env, reachOf(one), { now: readAt(62) });
    return one;
  };
  const opened = async () => {
    await read([...posts(0, 60), ...posts(60, 63, 20)], 62);
    const phone = await browser();
    await read(posts(63, 64, 20), 63);
    return phone;
  };

  test("is told once when it opens, and once when it is over", async () => {
    await opened();
    await tell(readAt(63) + MINUTE);
    await tell(readAt(63) + HOUR);
    await read(posts(64, 66, 20), 65);
    await tell(readAt(65) + MINUTE);
    expect(bodies()).toEqual([
      {
        web_push: 8030,
        notification: {
          title: expect.stringMatching(/^Instagram melemah sejak /),
          body: expect.stringMatching(
            /^4 unggahan terakhir mendapat sekitar separuh dari biasanya|^4 unggahan terakhir mendapat sepertiga/,
          ),
          navigate: `${ORIGIN}/streaks/1`,
          lang: "id",
          dir: "ltr",
          tag: `weak-1-${readAt(63)}-opened`,
        },
      },
    ]);
    await read(posts(66, 76), 75);
    await tell(readAt(75) + MINUTE);
    await tell(readAt(75) + DAY);
    expect(titles()).toEqual([expect.stringContaining("melemah"), "Instagram pulih"]);
    // one that is not delivered yet gives way to the newer one of the same subject
    expect(new Set(receivers.received.map(({ headers }) => headers.topic)).size).toBe(1);
  });

  test("names what works for the account, and not what works for another", async () => {
    const claim = (account_id: number, level: string): StandingClaim => ({
      account_id,
      of: [account_id],
      month: "2026-11",
      factor: "topic",
      level,
      direction: 1,
      ratio: 1.7,
      low: 1.2,
      high: 2.3,
      posts: 40,
      chance: 0.01,
      entangled_with: null,
    });
    await opened();
    const claims = [claim(2, "tips"), claim(1, "literacy")];
    await tell(readAt(63) + MINUTE, { claims });
    expect(bodies()).toEqual([
      {
        web_push: 8030,
        notification: expect.objectContaining({
          body: expect.stringContaining("Coba: angkat lagi topik “Literasi”: "),
        }),
      },
    ]);
  });

  test("that is over before it was told is not told at all", async () => {
    await opened();
    await read(posts(64, 76), 75);
    await tell(readAt(75) + MINUTE);
    expect([titles(), await outbox(db)]).toEqual([[], []]);
  });

  test("whose reason a person notes has no end that anybody is told", async () => {
    await opened();
    await tell(readAt(63) + MINUTE);
    await noteStreak(db, 1, { reason: "Listrik padam" }, { now: NOW, time_zone: ZONE });
    await tell(readAt(63) + DAY);
    await tell(readAt(63) + 2 * DAY);
    expect(titles()).toHaveLength(1);
  });
});

describe("what is told", () => {
  test("nothing that was true before somebody came", async () => {
    await accounts(db, "instagram");
    await open(db, [silence(1)], NOW - 3 * DAY);
    await told(db, env, JSON_HOOK);
    await tell(NOW);
    expect(receivers.asked).toEqual([]);
  });

  test("what became true after, though by an older reading", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW - 2 * DAY);
    await tell(NOW);
    expect(titles()).toEqual(["Instagram sepi sejak 10 November"]);
  });

  test("only what one wants to know", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK, { kinds: ["token"] });
    await open(db, [silence(1), stopped(1)], NOW);
    await tell(NOW);
    expect(receivers.asked).toEqual([]);
  });

  test("of several accounts at once in one message, and their end too, where it is well again", async () => {
    await accounts(db, "instagram", "facebook");
    await told(db, env, JSON_HOOK);
    await open(db, [stopped(1), stopped(2)], NOW);
    await tell(NOW);
    expect(bodies()).toMatchObject([
      {
        id: `stopped-1-${NOW}-opened`,
        kind: "stopped",
        state: "opened",
        title: "Pengumpulan Instagram dan Facebook berhenti",
        library: "Perpustakaan Kota Pasuruan",
        url: `${ORIGIN}/data#accounts`,
      },
    ]);
    for (const id of [1, 2]) {
      await db
        .prepare(
          "insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at) values (?1, '', 0, 0, ?2)",
        )
        .bind(id, NOW + DAY)
        .run();
    }
    await closeAll(db, NOW + DAY);
    await tell(NOW + DAY);
    expect(titles()[1]).toBe("Pengumpulan Instagram dan Facebook berjalan lagi");
  });

  test("no end where nobody looks any more: an account that was disconnected", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK);
    await open(db, [stopped(1)], NOW);
    await tell(NOW);
    await closeAll(db, NOW + DAY);
    await tell(NOW + DAY);
    expect(titles()).toHaveLength(1);
  });

  test("that an account is not silent any more only by a post", async () => {
    const read = (at: number, published_at: number) =>
      ingest(
        db,
        [snapshot(at, { posts: [anyPost(`p${published_at}`, published_at, { likes: 1 })] })],
        { now: NOW + DAY, time_zone: ZONE, import: null },
      );
    await read(NOW - 12 * DAY, NOW - 13 * DAY);
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    await read(NOW + 3 * HOUR, NOW + 2 * HOUR);
    await tell(NOW + 4 * HOUR);
    // one message a subject and day
    expect(titles()).toHaveLength(1);
    await tell(NOW + DAY);
    expect(titles()[1]).toBe("Instagram sudah terbit lagi");
  });

  test("nothing of a silence that ended by a note of its days", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    await closeAll(db, NOW + HOUR);
    await tell(NOW + DAY);
    await tell(NOW + 2 * DAY);
    expect(titles()).toHaveLength(1);
    expect(await outbox(db)).toMatchObject([{ state: "closed", outcome: "void" }, {}]);
  });

  test("once a day and subject: what ends on the same day waits, and is dropped where it begins again", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK);
    await open(db, [stopped(1)], NOW);
    await tell(NOW);
    await closeAll(db, NOW + HOUR);
    await tell(NOW + HOUR);
    expect(await outbox(db)).toMatchObject([
      // tomorrow at seven
      { state: "closed", outcome: null, due_at: Date.parse("2026-11-24T00:00:00Z") / 1000 },
      { state: "opened", outcome: "sent" },
    ]);
    await open(db, [stopped(1)], NOW + 2 * HOUR);
    await tell(NOW + 2 * HOUR);
    expect(titles()).toHaveLength(1);
    await tell(NOW + DAY);
    expect(titles()).toHaveLength(2);
  });

  test("not at night: it waits for the morning, and is dropped where it is over by then", async () => {
    await accounts(db, "instagram", "facebook");
    await told(db, env, JSON_HOOK);
    const night = Date.parse("2026-11-23T14:00:00Z") / 1000;
    await open(db, [silence(1)], night);
    await open(db, [stopped(2)], night);
    await tell(night);
    await tell(night + 2 * HOUR);
    expect(receivers.asked).toEqual([]);
    await db.prepare("update notices set closed_at = ?1 where kind = 'stopped'").bind(night).run();
    const morning = Date.parse("2026-11-24T00:00:00Z") / 1000;
    await tell(morning - 1);
    expect(receivers.asked).toEqual([]);
    await tell(morning);
    expect(titles()).toEqual(["Instagram sepi sejak 10 November"]);
    expect(await outbox(db)).toHaveLength(1);
  });

  test("at night to whoever has no quiet hours", async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK, { quiet: { from: "00:00", to: "00:00" } });
    await open(db, [silence(1)], NOW + 12 * HOUR);
    await tell(NOW + 12 * HOUR);
    expect(receivers.asked).toHaveLength(1);
  });

  test("a quiet tick asks little, and writes nothing", async () => {
    await accounts(db, "instagram", "facebook");
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1), stopped(2)], NOW);
    await tell(NOW);
    const meter = counted(db);
    await tellAt(gathered(meter.db), env, NOW + HOUR);
    // the one round trip is that of the questions
    expect(meter.counts).toMatchObject({ written: 0, trips: 1 });
    expect(meter.counts.queries).toBeLessThanOrEqual(4);
    expect(meter.counts.read).toBeLessThan(40);
  });

  test("a full one stays within an invocation's queries", async () => {
    await accounts(db, "instagram");
    for (let n = 0; n < 20; n += 1) {
      await told(db, env, { way: "json", url: `https://hooks.example.org/${n}` });
    }
    await open(db, [silence(1)], NOW);
    const meter = counted(db);
    await tellAt(meter.db, env, NOW);
    expect(receivers.asked).toHaveLength(18);
    expect(meter.counts.queries).toBeLessThanOrEqual(26);
    await tell(NOW + 15 * MINUTE);
    expect(receivers.asked).toHaveLength(20);
  });
});

describe("a link", () => {
  const link = async (more: string, ...values: unknown[]) => {
    await db
      .prepare(
        `insert into links (id, kind, name, hash, created_at, ${more}) values (7, 'view', 'Kepala', 'h', 0, ${values.map(() => "?").join(", ")})`,
      )
      .bind(...values)
      .run();
  };

  test("that opens some accounts tells of these alone", async () => {
    await accounts(db, "instagram", "facebook");
    await link("accounts", "[2]");
    await told(db, env, reachOf(receivers.browser()), { link: 7 });
    await open(db, [silence(1), silence(2)], NOW);
    await tell(NOW);
    expect(titles()).toEqual(["Facebook sepi sejak 10 November"]);
  });

  test.each([
    ["revoked_at", NOW - HOUR],
    ["expires_at", NOW],
  ])("that is over by %s tells nothing more, and its devices are forgotten", async (column, at) => {
    await accounts(db, "instagram");
    await link(column, at);
    await told(db, env, reachOf(receivers.browser()), { link: 7 });
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    expect(receivers.asked).toEqual(["hooks.example.org"]);
    const [device] = await listRecipients(db, NOW);
    expect(device).toMatchObject({ over: 1, sealed: "", ended_at: NOW });
  });

  test("with many devices keeps nobody waiting whom the admin has told", async () => {
    await accounts(db, "instagram");
    await link("revoked_at", null);
    for (let n = 0; n < 20; n += 1) {
      await told(db, env, reachOf(receivers.browser()), { link: 7 });
    }
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW);
    await tellAt(db, env, NOW, { waves: 1 });
    expect(receivers.asked).toHaveLength(6);
    expect(receivers.asked).toContain("hooks.example.org");
  });

  test("that is revoked while a message waits ends it", async () => {
    await accounts(db, "instagram");
    await link("revoked_at", null);
    const phone = receivers.browser();
    receivers.answer(phone.endpoint, 500);
    await told(db, env, reachOf(phone), { link: 7 });
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    await db.prepare("update links set revoked_at = ?1").bind(NOW).run();
    await tell(NOW + HOUR);
    expect([receivers.asked.length, await outbox(db)]).toEqual([1, []]);
  });
});

describe("a receiver that fails", () => {
  const failing = async (...answers: Answer[]) => {
    await accounts(db, "instagram");
    const phone = receivers.browser();
    await told(db, env, reachOf(phone));
    receivers.answer(phone.endpoint, ...answers);
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    const [row] = await listRecipients(db, NOW);
    return row;
  };
  const states = async () =>
    (await outbox(db)).map(({ outcome, fault, due_at }) => [outcome, fault, Number(due_at) - NOW]);

  test.each([
    ["500", [500], "busy", 5 * MINUTE],
    ["a pause", ["throttled"], "throttled", RETRY_AFTER],
    ["nothing in time", ["hang"], "timeout", 5 * MINUTE],
  ] as const)("%s: tried again later, and told once", async (_, answers, fault, pause) => {
    const row = await failing(...answers);
    expect(row).toMatchObject({ fault, fault_at: NOW, sent_at: null, over: 0 });
    expect(await states()).toEqual([[null, fault, pause]]);
    await tell(NOW + pause - 1);
    expect(receivers.received).toHaveLength(0);
    await tell(NOW + pause);
    await tell(NOW + 2 * DAY);
    expect(titles()).toEqual(["Instagram sepi sejak 10 November"]);
    const [after] = await listRecipients(db, NOW);
    expect(after).toMatchObject({ fault: null, sent_at: NOW + pause });
  });

  test.each([404, 410] as const)(
    "%s ends it, and nothing is sent to it any more",
    async (status) => {
      const row = await failing(status);
      expect(row).toMatchObject({ fault: "gone", ended_at: NOW, over: 1 });
      await open(db, [stopped(1)], NOW + HOUR);
      await tell(NOW + HOUR);
      expect(receivers.asked).toHaveLength(1);
    },
  );

  test.each([
    ["a refusal", 403, "refused"],
    ["an address elsewhere, which is not followed", "redirect", "redirected"],
  ] as const)("%s: given up", async (_, answer, fault) => {
    const row = await failing(answer);
    expect(row).toMatchObject({ fault, ended_at: null });
    expect(await states()).toEqual([["given_up", fault, 0]]);
    expect(receivers.asked).toEqual(["fcm.googleapis.com"]);
  });

  test("six times in a row: given up", async () => {
    await failing(500, 500, 500, 500, 500, 500, 500);
    for (let hours = 1; hours < 40; hours += 1) await tell(NOW + hours * HOUR);
    expect(receivers.asked).toHaveLength(6);
    expect(await states()).toMatchObject([["given_up", "busy", expect.any(Number)]]);
  });

  test("too long for it: the title alone, at once", async () => {
    await accounts(db, "instagram");
    const phone = receivers.browser("web.push.apple.com", 600);
    await told(db, env, reachOf(phone));
    await open(db, [silence(1)], NOW);
    await tell(NOW);
    expect(bodies()).toMatchObject([
      { notification: { title: "Instagram sepi sejak 10 November" } },
    ]);
    expect(receivers.received[0]?.bytes).toBeLessThan(600);
    expect(bodies()[0]?.notification).not.toHaveProperty("body");
  });

  test("one keeps nobody else waiting", async () => {
    await failing(500);
    await told(db, env, JSON_HOOK, { name: "Lain" });
    await open(db, [stopped(1)], NOW + MINUTE);
    await tell(NOW + MINUTE);
    expect(new Set(receivers.received.map(({ host }) => host))).toEqual(
      new Set(["fcm.googleapis.com", "hooks.example.org"]),
    );
  });
});

describe("a crash", () => {
  /** The database breaks off at the n-th batch or query of a kind. */
  const breaking = (pattern: RegExp): D1Database => {
    const sql = new WeakMap<object, string>();
    const fail = () => {
      throw new Error("killed");
    };
    const wrapped = (statement: D1PreparedStatement, text: string): D1PreparedStatement => {
      const own = {
        bind: (...values: unknown[]) => wrapped(statement.bind(...values), text),
        all: () => (pattern.test(text) ? fail() : statement.all()),
        run: () => (pattern.test(text) ? fail() : statement.run()),
        first: (column: string) => statement.first(column),
        behind: statement,
      };
      sql.set(own, text);
      return own as unknown as D1PreparedStatement;
    };
    return {
      prepare: (text: string) => wrapped(db.prepare(text), text),
      batch: (all: { behind: D1PreparedStatement }[]) =>
        all.some((one) => pattern.test(sql.get(one) ?? ""))
          ? fail()
          : db.batch(all.map(({ behind }) => behind)),
    } as unknown as D1Database;
  };
  const begun = async () => {
    await accounts(db, "instagram");
    await told(db, env, JSON_HOOK);
    await open(db, [silence(1)], NOW);
  };

  test("before anything is written loses nothing", async () => {
    await begun();
    await expect(tellAt(breaking(/insert into outbox/), env, NOW)).rejects.toThrow("killed");
    await tell(NOW + 15 * MINUTE);
    expect(receivers.received).toHaveLength(1);
  });

  test("before it is sent loses nothing", async () => {
    await begun();
    await expect(tellAt(breaking(/set tries = tries \+ 1/), env, NOW)).rejects.toThrow("killed");
    expect(receivers.asked).toHaveLength(0);
    await tell(NOW + 15 * MINUTE);
    expect(receivers.received).toHaveLength(1);
  });

  test("between sending and noting sends it a second time at most, under the same id", async () => {
    await begun();
    await expect(tellAt(breaking(/set outcome =/), env, NOW)).rejects.toThrow("killed");
    // whoever else comes meanwhile leaves it alone
    await tell(NOW + MINUTE);
    expect(receivers.received).toHaveLength(1);
    await tell(NOW + 15 * MINUTE);
    await tell(NOW + DAY);
    const ids = bodies().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  test("two at once tell it once", async () => {
    await begun();
    await Promise.all([tell(NOW), tell(NOW), tell(NOW)]);
    expect(receivers.received).toHaveLength(1);
  });
});
