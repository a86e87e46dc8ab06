import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXPORT_NAMES, EXPORTS } from "../../functions/model/export-columns.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
let token: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  token = await worker.token("export");
  const account = {
    platform: "instagram" as const,
    account: "perpus",
    external_id: "178",
    name: "Perpustakaan; Kota, Pasuruan",
  };
  const post = {
    external_id: "p1",
    published_at: "2026-11-19T09:30:00Z",
    format: "image" as const,
    caption: '=HYPERLINK("https://evil")\nbaris, "kedua" 📚',
    url: "https://www.instagram.com/p/ABC/",
  };
  await push(worker, await worker.token("push"), [
    {
      ...account,
      read_at: "2026-11-19T12:00:00Z",
      followers: 1200,
      posts: [{ ...post, likes: 10, comments: 0, shares: 1, saves: 3 }],
    },
    // of one instant with the next: one reading; and fewer saves than before: a correction
    {
      ...account,
      read_at: "2026-11-22T12:00:00Z",
      posts: [{ ...post, likes: 30, saves: 2 }],
    },
    {
      ...account,
      read_at: "2026-11-22T12:00:00Z",
      followers: 1190,
      days: [
        {
          date: "2026-11-21",
          reach: 400,
          views: 1500,
          end_time: "2026-11-22T08:00:00Z",
          time_zone: "America/Los_Angeles",
        },
      ],
      posts: [{ ...post, likes: 31, comments: 2, shares: 4, reach: 900, views: 1200 }],
    },
    { platform: "x", account: "perpus_x", read_at: "2026-11-22T12:00:00Z", followers: 10 },
  ]);
});
afterAll(() => worker.close());

const ask = (path: string, init?: RequestInit) => worker.fetch(`/export/v1/${token}/${path}`, init);
const textOf = async (path: string) => (await ask(path)).text();

describe("the files are a promise, to the byte", () => {
  test("events.csv, a year back and ahead: with nothing known where nothing is", async () => {
    await worker.send("POST", "/api/events", {
      kind: "launch",
      title: "=Peluncuran, besar",
      starts_at: "2026-11-20T13:00:00+07:00",
      hashtags: ["kedua", "baris"],
      visitors: 0,
    });
    await worker.send("POST", "/api/events", {
      kind: "live",
      title: "Baris kedua",
      starts_at: "2026-12-20T13:00:00+07:00",
      ends_at: "2026-12-20T15:00:00+07:00",
      cost: 250_000,
    });
    expect(await textOf("events.csv")).toBe(
      [
        "id,kind,title,starts_at,ends_at,place,hashtags,url,posts,reach,interactions,clicks,visitors,cost",
        `1,launch,"'=Peluncuran, besar",2026-11-20T06:00:00Z,,,#kedua #baris,,0,,,,0,`,
        "2,live,Baris kedua,2026-12-20T06:00:00Z,2026-12-20T08:00:00Z,,,,0,,,,,250000",
        "",
      ].join("\r\n"),
    );
    const { events } = (await (await ask("events.json?from=2026-12-01")).json()) as {
      events: unknown[];
    };
    expect(events).toMatchObject([{ id: 2, posts: 0, reach: null, visitors: null }]);
  });

  test("accounts.csv", async () => {
    expect(await textOf("accounts.csv")).toBe(
      [
        "platform,account,name,url,followers,followers_at,last_read_at,external_id",
        'instagram,perpus,"Perpustakaan; Kota, Pasuruan",https://www.instagram.com/perpus/,1190,2026-11-22T12:00:00Z,2026-11-22T12:00:00Z,178',
        "x,perpus_x,,https://x.com/perpus_x,10,2026-11-22T12:00:00Z,2026-11-22T12:00:00Z,",
        "",
      ].join("\r\n"),
    );
  });

  test("days.csv", async () => {
    expect(await textOf("days.csv")).toBe(
      [
        "date,time_zone,platform,account,followers,followers_change,reach,views,profile_views,posts,likes,comments,shares,saves,interactions,followers_gained,followers_lost,platform_time_zone,interactions_partial,corrected",
        "2026-11-19,Asia/Jakarta,instagram,perpus,1200,,,,,1,10,0,1,3,11,,,,false,false",
        "2026-11-21,Asia/Jakarta,instagram,perpus,,,400,1500,,0,,,,,,,,America/Los_Angeles,,",
        "2026-11-22,Asia/Jakarta,instagram,perpus,1190,-10,,,,0,21,2,3,0,26,,,,false,true",
        "2026-11-22,Asia/Jakarta,x,perpus_x,10,,,,,0,,,,,,,,,,",
        "",
      ].join("\r\n"),
    );
  });

  test("posts.csv", async () => {
    expect(await textOf("posts.csv")).toBe(
      [
        "platform,account,post,published_at,time_zone,format,topic,caption,url,read_at,followers_at_publish,likes,comments,shares,saves,reach,views,interactions,engagement_rate,engagement_rate_by_reach,engagement_rate_by_views,score,weak,clicks,watch_seconds,paid,interactions_partial,followers_estimated,published_precision,removed_at",
        `instagram,perpus,p1,2026-11-19T09:30:00Z,Asia/Jakarta,image,,"'=HYPERLINK(""https://evil"")\nbaris, ""kedua"" 📚",https://www.instagram.com/p/ABC/,2026-11-22T12:00:00Z,1200,31,2,4,2,900,1200,37,${37 / 1200},${37 / 900},${37 / 1200},,,,,,false,true,second,`,
        "",
      ].join("\r\n"),
    );
  });

  test("snapshots.csv", async () => {
    expect(await textOf("snapshots.csv")).toBe(
      [
        "platform,account,post,read_at,likes,comments,shares,saves,reach,views,followers,clicks,watch_seconds",
        "instagram,perpus,,2026-11-19T12:00:00Z,,,,,,,1200,,",
        "instagram,perpus,p1,2026-11-19T12:00:00Z,10,0,1,3,,,,,",
        "instagram,perpus,,2026-11-22T12:00:00Z,,,,,,,1190,,",
        "instagram,perpus,p1,2026-11-22T12:00:00Z,31,2,4,2,900,1200,,,",
        "x,perpus_x,,2026-11-22T12:00:00Z,,,,,,,10,,",
        "",
      ].join("\r\n"),
    );
  });
});

describe("every file", () => {
  test.each(EXPORT_NAMES)(
    "%s has the promised columns, and says the same as CSV, JSON and NDJSON",
    async (name) => {
      const columns: string[] = EXPORTS[name].map((column) => column.name);
      const csv = Papa.parse<Record<string, string>>(await textOf(`${name}.csv`), {
        header: true,
        skipEmptyLines: true,
      });
      expect(csv.errors).toEqual([]);
      expect(csv.meta.fields).toEqual(columns);
      const json = JSON.parse(await textOf(`${name}.json`))[name] as Record<string, unknown>[];
      const lines = (await textOf(`${name}.ndjson`))
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      expect(lines).toEqual(json);
      expect(csv.data.length).toBe(json.length);
      for (const [index, row] of json.entries()) {
        expect(Object.keys(row)).toEqual(columns);
        for (const column of columns) {
          const cell = csv.data[index]?.[column] ?? "";
          const value = row[column] === null ? "" : String(row[column]);
          expect([column, cell.replace(/^'(?=[=+\-@\t\r])/, "")]).toEqual([column, value]);
        }
      }
    },
  );

  test("is described by datapackage.json", async () => {
    const described = JSON.parse(await textOf("datapackage.json")) as {
      resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(described.resources.map(({ name }) => name)).toEqual(EXPORT_NAMES);
    for (const { path, name, schema } of described.resources) {
      const [header] = (await textOf(path)).split("\r\n");
      expect(schema.fields.map((field) => field.name).join()).toBe(header);
      expect(path).toBe(`${name}.csv`);
    }
  });
});

describe("how it is read", () => {
  test("unchanged figures cost the reader nothing: ETag, 304, Last-Modified, HEAD", async () => {
    const first = await ask("days.csv");
    const tag = first.headers.get("etag") ?? "";
    expect(first.headers.get("last-modified")).toBe("Sun, 22 Nov 2026 12:00:00 GMT");
    const again = await ask("days.csv", { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const refreshed = await ask("days.csv?t=123", { headers: { "if-none-match": tag } });
    expect(refreshed.status).toBe(304);
    const other = await ask("days.csv?account=perpus", { headers: { "if-none-match": tag } });
    expect(other.status).toBe(200);
    const head = await ask("days.csv", { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, tag, ""]);
  });

  test("from any page, and indexed by none", async () => {
    const { headers } = await ask("days.csv?download=1");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    expect(headers.get("content-disposition")).toBe('attachment; filename="denyut-days.csv"');
  });

  test("Excel in Indonesian: a byte order mark, semicolons, decimal commas", async () => {
    const bytes = new Uint8Array(
      await (await ask("posts.csv?dialect=excel&lang=id")).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("platform;account;post");
    expect(text).toContain(String(37 / 900).replace(".", ","));
  });

  test("a part of it: days, an account", async () => {
    const rows = async (path: string) => (await textOf(path)).trim().split("\r\n").length - 1;
    expect(await rows("days.csv?from=2026-11-22&to=2026-11-22")).toBe(2);
    expect(await rows("days.csv?account=@Perpus")).toBe(3);
    expect(await rows("posts.csv?to=2026-11-18")).toBe(0);
    expect(await rows("snapshots.csv?from=2026-11-22")).toBe(3);
  });

  test("a long stretch of snapshots comes in months, each naming the next", async () => {
    const link = await newLink();
    const first = await link.fetch("snapshots.csv?from=2026-09-01&to=2026-11-23");
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect(new URL(next).searchParams.get("from")).toBe("2026-10-02");
    const second = await fetch(next);
    const last = /<([^>]+)>; rel="next"/.exec(second.headers.get("link") ?? "")?.[1] ?? "";
    const third = await fetch(last);
    expect(third.headers.get("link")).toBeNull();
    expect((await third.text()).trim().split("\r\n")).toHaveLength(6);
  });
});

/** A link of its own, since each is read at most 60 times a minute. */
async function newLink() {
  const base = `/export/v1/${await worker.token("export")}/`;
  const fetch = (path: string, init?: RequestInit) => worker.fetch(base + path, init);
  return { base, fetch, text: async (path: string) => (await fetch(path)).text() };
}

describe("an address", () => {
  test("says the same to everybody: in the library's own language, unless it names another", async () => {
    const link = await newLink();
    const of = async (path: string, cookie: string) => {
      const answer = await link.fetch(path, { headers: { cookie } });
      return [await answer.text(), answer.headers.get("etag"), answer.headers.get("vary")];
    };
    for (const path of ["posts.csv?dialect=excel", "accounts.csv", "datapackage.json"]) {
      const first = await of(path, "");
      expect(await of(path, "lang=en")).toEqual(first);
      expect(await of(path, "lang=id")).toEqual(first);
      expect(first[2]).toBeNull();
    }
    const own = await link.text("posts.csv?dialect=excel");
    expect(own).toBe(await link.text("posts.csv?dialect=excel&lang=id"));
    const english = await link.text("posts.csv?dialect=excel&lang=en");
    expect(english).toContain("platform,account,post");
    await worker.send("PATCH", "/api/settings", { language: "en" });
    expect(await link.text("posts.csv?dialect=excel")).toBe(english);
    await worker.send("PATCH", "/api/settings", { language: "id" });
    expect(await link.text("posts.csv?dialect=excel")).toBe(own);
  });

  test.each(["id", "en"])(
    "is printed with the language of Excel's files in it: %s",
    async (lang) => {
      const page = await (await newLink()).text(`?lang=${lang}`);
      expect(page).toContain(`days.csv?dialect=excel&amp;lang=${lang}&amp;download=1`);
      expect(page).toContain("&amp;dialect=excel<");
      expect(page).toContain("&amp;lang=en<");
      expect(page).not.toMatch(/\?dialect=excel(?!&(amp;)?lang=)/);
    },
  );

  test("without its last slash leads to the page", async () => {
    const { base } = await newLink();
    const answer = await worker.fetch(`${base.slice(0, -1)}?lang=en`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${base}?lang=en`]);
    expect((await worker.fetch(`/export/v1/${await worker.token("view")}`)).status).toBe(404);
  });
});

describe("refusals", () => {
  const answer = async (path: string) => {
    const got = await worker.fetch(path);
    const { error } = (await got.json()) as {
      error: { code: string; problems: { path: string; code: string }[] };
    };
    return [
      got.status,
      error.code,
      error.problems.map(({ path, code }) => `${path} ${code}`).join(),
    ];
  };

  test("an address that nobody has, of another kind, expired, revoked", async () => {
    expect(await answer("/export/v1/unknown/days.csv")).toEqual([404, "not_found", ""]);
    expect(await answer(`/export/v1/${await worker.token("view")}/days.csv`)).toEqual([
      404,
      "not_found",
      "",
    ]);
    const expired = await worker.token("export", { expires_at: 1 });
    expect(await answer(`/export/v1/${expired}/days.csv`)).toEqual([404, "not_found", ""]);
    const made = await worker.send("POST", "/api/links", { kind: "export", name: "Looker" });
    const { id, url } = (await made.json()) as { id: number; url: string };
    expect((await fetch(`${url}days.csv`)).status).toBe(200);
    await worker.send("DELETE", `/api/links/${id}`);
    expect(await answer(`${new URL(url).pathname}days.csv`)).toEqual([410, "gone", ""]);
  });

  test("a file that is not there, a period that is none", async () => {
    // of its own: one link is answered sixty times a minute, and the files above were asked for by the other
    const base = `/export/v1/${await worker.token("export")}`;
    expect(await answer(`${base}/secrets.csv`)).toEqual([404, "not_found", ""]);
    expect(await answer(`${base}/days.xlsx`)).toEqual([404, "not_found", ""]);
    expect(await answer(`${base}/days.csv?from=2026-02-30`)).toEqual([
      400,
      "invalid",
      "from not_a_day",
    ]);
    expect(await answer(`${base}/days.csv?from=2026-11-02&to=2026-11-01`)).toEqual([
      400,
      "invalid",
      "from backwards",
    ]);
    expect(await answer(`${base}/days.csv?from=2006-01-01&to=2026-11-01`)).toEqual([
      400,
      "invalid",
      "from too_long_a_period",
    ]);
    expect(await answer(`${base}/days.csv?account=nobody`)).toEqual([
      404,
      "not_found",
      "account unknown_account",
    ]);
  });

  test("an address limited to accounts shows no other", async () => {
    const made = await worker.send("POST", "/api/links", {
      kind: "export",
      name: "X",
      accounts: [2],
    });
    const { url } = (await made.json()) as { url: string };
    const rows = (await (await fetch(`${url}accounts.csv`)).text()).trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^x,perpus_x,/);
  });
});

test("a file that only JavaScript knows is none", async () => {
  const own = await worker.token("export");
  expect((await worker.fetch(`/export/v1/${own}/days.constructor`)).status).toBe(404);
});

test("lines that a request made are kept for the next, and not for another name", async () => {
  const kept = () =>
    worker.db
      .prepare("select count(*) from months where posts_csv is not null")
      .first<number>("count(*)");
  // one of its own: a link opens sixty files a minute
  const { text } = await newLink();
  await worker.db.prepare("update months set posts_csv = null").run();
  const first = await text("posts.csv");
  await expect.poll(kept).toBeGreaterThan(0);
  // what stands is what is given: nothing is made again
  await worker.db.prepare("update months set posts = '[]', texts = '[]'").run();
  expect(await text("posts.csv")).toBe(first);
  await worker.send("PATCH", "/api/accounts/1", { handle: "perpus.baru" });
  expect(await text("posts.csv")).not.toContain("instagram,perpus");
});

describe("months of several accounts that are over", () => {
  const count = () =>
    worker.db.prepare("select count(*) as n from finished_months").first<number>("n");
  const FILES = ["days.csv", "days.json", "days.ndjson", "posts.csv", "posts.json", "posts.ndjson"];
  const PERIODS = [
    "",
    "?from=2026-09-10&to=2026-11-20",
    "?from=2026-10-08&to=2026-10-08",
    "?platform=x",
  ];

  test("come from one row for all of them, to the byte as before, cut or whole", async () => {
    const { text } = await newLink();
    const pushed = await worker.token("push");
    const at = (account: string, platform: "instagram" | "x", month: string) => ({
      platform,
      account,
      read_at: `${month}-20T12:00:00Z`,
      followers: 100,
      posts: [8, 9, 20].map((day) => ({
        external_id: `${month}-${day}`,
        published_at: `${month}-${String(day).padStart(2, "0")}T05:00:00Z`,
        format: "image" as const,
        caption: `pos, ${month}\nbaris`,
        likes: day,
      })),
    });
    await push(
      worker,
      pushed,
      ["2026-08", "2026-09", "2026-10"].flatMap((month) => [
        at("perpus.lain", "instagram", month),
        at("perpus_x", "x", month),
      ]),
    );
    const asked = FILES.flatMap((file) => PERIODS.map((period) => `${file}${period}`));
    await worker.db.prepare("delete from finished_months").run();
    const made: string[] = [];
    for (const one of asked) {
      await worker.db.prepare("delete from finished_months").run();
      made.push(await text(one));
    }
    for (const file of FILES) await text(file);
    // August to October of two files, as lines of CSV and as JSON
    await expect.poll(count).toBe(12);
    // a month's own row is not asked any more
    await worker.db
      .prepare(
        "update months set days_csv = null, days_ndjson = null, posts_csv = null, posts_ndjson = null",
      )
      .run();
    const kept: string[] = [];
    for (const one of asked) kept.push(await text(one));
    expect(kept).toEqual(made);
    // and it is those rows that are given
    await worker.db
      .prepare(
        "update finished_months set lines = replace(lines, 'perpus.lain', 'perpus.kept') where file = 'posts_csv'",
      )
      .run();
    expect(await text("posts.csv")).toContain("perpus.kept");
    await worker.db.prepare("delete from finished_months").run();
  });

  test("are made anew when one of them moves", async () => {
    const { text } = await newLink();
    await text("posts.csv");
    await push(worker, await worker.token("push"), [
      {
        platform: "x",
        account: "perpus_x",
        read_at: "2026-11-23T05:00:00Z",
        posts: [
          {
            external_id: "2026-09-8",
            published_at: "2026-09-08T05:00:00Z",
            format: "image",
            likes: 4711,
          },
        ],
      },
    ]);
    expect(await text("posts.csv")).toContain(",4711,");
  });
});
