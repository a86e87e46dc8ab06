/** What holds the house together: the schema to read is the one that runs, and the import rule can fail. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SCHEMA } from "../functions/model/schema.ts";
import { ADDRESSES } from "../functions/routes/addresses.ts";
import { build, ROOT } from "../tools/build.ts";
import { openDatabase, statementsOf } from "./database.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe("schema.sql", () => {
  /** An index holds nothing of its own: one that is made again under its name, in the same migration, breaks nothing. */
  const madeAnew = (statement: string, all: readonly string[]): boolean => {
    const [, name] = /^drop index (\w+)$/i.exec(statement) ?? [];
    const after = all.slice(all.indexOf(statement) + 1);
    return name !== undefined && after.some((one) => one.includes(` index ${name} on `));
  };

  const OBJECTS = "select type, name, tbl_name, sql from sqlite_master where name not like '%cf_%'";
  const LISTS = ["platforms", "formats", "topics", "library"];

  /** Objects by name, with the spaces of their text made alike, and the rows that a new database holds. */
  async function picture(db: D1Database) {
    const { results } = await db.prepare(OBJECTS).all<{ name: string; sql: string | null }>();
    const objects = results.map((row) => ({
      ...row,
      sql: row.sql?.replaceAll(/\s+/g, " ").replaceAll(/ ?([(),]) ?/g, "$1"),
    }));
    const rows = await db.batch(LISTS.map((table) => db.prepare(`select * from ${table}`)));
    return {
      objects: objects.sort((a, b) => a.name.localeCompare(b.name)),
      rows: rows.map(({ results: held }, index) => [LISTS[index], held]),
    };
  }

  test("is what all migrations lead to", async () => {
    const { databases, close } = await openDatabase(["MIGRATED"]);
    const fresh = await openDatabase(["FRESH"], read("schema.sql"));
    const [migrated] = databases;
    const [written] = fresh.databases;
    if (!migrated || !written) throw new Error("a database is missing");
    const expected = await picture(migrated);
    expect(expected.objects.length).toBeGreaterThan(15);
    expect(await picture(written)).toEqual(expected);
    await Promise.all([close(), fresh.close()]);
  });

  test("is at the version that the code was written for, as the newest migration says", () => {
    const migrations = readdirSync(join(ROOT, "functions/store/migrations")).sort();
    expect(SCHEMA).toBe(migrations.length);
    expect(read(`functions/store/migrations/${migrations.at(-1)}`)).toContain(
      `update library set schema = ${SCHEMA};`,
    );
  });

  test("has no statement that a migration of one that runs could break", () => {
    const migrations = readdirSync(join(ROOT, "functions/store/migrations")).sort();
    expect(migrations).toEqual(migrations.filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)));
    for (const name of migrations.slice(1)) {
      const statements = statementsOf(read(`functions/store/migrations/${name}`));
      const breaking = statements.filter(
        (one) => /^drop |^alter table \S+ (drop|rename)/i.test(one) && !madeAnew(one, statements),
      );
      expect(breaking, `${name} only adds`).toEqual([]);
    }
  });

  test("has triggers as D1 cuts them out of a migration: one line, one statement, BEGIN and END in capitals", () => {
    const lines = readdirSync(join(ROOT, "functions/store/migrations")).flatMap((name) =>
      read(`functions/store/migrations/${name}`).split("\n"),
    );
    const triggers = lines.filter((line) => /trigger/i.test(line) && !line.startsWith("--"));
    expect(triggers.length).toBeGreaterThan(0);
    const cut = /^create trigger \w+ after [^;]+ BEGIN [^;]+; END;$/;
    expect(triggers.filter((line) => !cut.test(line))).toEqual([]);
    // a checkout that ends its lines otherwise is cut wrongly too
    expect(read(".gitattributes")).toMatch(/^\*\.sql .*eol=lf$/m);
  });
});

describe("the import rule", () => {
  const copy = mkdtempSync(join(tmpdir(), "denyut-house-"));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  /** Each folder with something that it may import, and something that it must not. */
  const FOLDERS: Record<string, { may: string[]; mustNot: string[] }> = {
    "functions/model": { may: ["./day.ts"], mustNot: ["../store/a.ts", "zod"] },
    "functions/collect": { may: ["./http.ts", "../model/a.ts"], mustNot: ["../store/a.ts", "zod"] },
    "functions/store": {
      may: ["./rows.ts", "../model/a.ts"],
      mustNot: ["../analyse/a.ts", "hono"],
    },
    "functions/normalise": {
      may: ["./a.ts", "../model/a.ts", "zod", "papaparse"],
      mustNot: ["../store/a.ts", "../collect/a.ts"],
    },
    "functions/analyse": {
      may: ["./a.ts", "../model/a.ts", "simple-statistics"],
      mustNot: ["../store/a.ts", "../normalise/a.ts"],
    },
    "functions/present": {
      may: ["./a.ts", "../model/a.ts", "papaparse", "ical-generator"],
      mustNot: ["../store/a.ts", "../analyse/a.ts", "preact"],
    },
    "functions/present/views": {
      may: ["./a.ts", "../../model/a.ts"],
      mustNot: ["../csv.ts", "../../store/a.ts", "papaparse", "preact"],
    },
    "functions/collect/x": {
      may: ["./a.ts", "../http.ts", "../../model/a.ts"],
      mustNot: ["../tiktok/a.ts", "../../store/a.ts", "zod"],
    },
    "functions/jobs/collecting": {
      may: ["./a.ts", "../writing/ingest.ts", "../writing/identity.ts", "../../collect/x/a.ts"],
      mustNot: ["../writing/change.ts", "../judging/a.ts", "../../analyse/a.ts", "hono"],
    },
    "functions/jobs/writing": {
      may: ["./a.ts", "../judging/a.ts", "../../store/a.ts", "../../analyse/a.ts"],
      mustNot: ["../collecting/a.ts", "../../collect/a.ts", "../../routes/a.ts", "#page"],
    },
    "functions/jobs/judging": {
      may: ["./a.ts", "../../model/a.ts", "../../store/a.ts", "../../analyse/a.ts"],
      mustNot: ["../writing/a.ts", "../../normalise/a.ts", "../../routes/a.ts"],
    },
    "functions/jobs/matching": {
      may: ["./a.ts", "../../model/a.ts", "../../store/a.ts", "../../analyse/a.ts"],
      mustNot: ["../writing/a.ts", "../planning/a.ts", "../../present/a.ts"],
    },
    "functions/jobs/planning": {
      may: [
        "./a.ts",
        "../matching/a.ts",
        "../writing/left-out.ts",
        "../writing/until-written.ts",
        "../../store/a.ts",
      ],
      mustNot: ["../writing/a.ts", "../../normalise/a.ts", "../../routes/a.ts"],
    },
    "functions/jobs/noticing": {
      may: ["./a.ts", "../../model/a.ts", "../../store/a.ts", "../../analyse/a.ts"],
      mustNot: ["../writing/a.ts", "../collecting/a.ts", "../../present/a.ts"],
    },
    "functions/jobs/learning": {
      may: ["./a.ts", "../../model/a.ts", "../../store/a.ts", "../../analyse/works/a.ts"],
      mustNot: ["../writing/a.ts", "../noticing/a.ts", "../../present/a.ts", "../../routes/a.ts"],
    },
    "functions/jobs/reporting": {
      may: [
        "./a.ts",
        "../writing/until-written.ts",
        "../../store/a.ts",
        "../../analyse/report/a.ts",
      ],
      mustNot: ["../writing/a.ts", "../noticing/a.ts", "../../present/a.ts", "../../routes/a.ts"],
    },
    "functions/analyse/report": {
      may: [
        "./a.ts",
        "../comparison.ts",
        "../answers/a.ts",
        "../../model/a.ts",
        "simple-statistics",
      ],
      mustNot: ["../../store/a.ts", "../../present/a.ts", "zod"],
    },
    "functions/analyse/statistics": {
      may: ["./a.ts"],
      mustNot: ["../norm.ts", "../works/a.ts", "../../model/a.ts", "../../store/a.ts", "zod"],
    },
    "functions/analyse/answers": {
      may: ["./a.ts", "../statistics/a.ts", "../../model/a.ts"],
      mustNot: ["../comparison.ts", "../../store/a.ts", "../../present/a.ts", "zod"],
    },
    "functions/analyse/works": {
      may: ["./a.ts", "../said.ts", "../statistics/a.ts", "../../model/a.ts", "simple-statistics"],
      mustNot: ["../../store/a.ts", "../../present/a.ts", "zod"],
    },
    "functions/analyse/trial": {
      may: ["./a.ts", "../said.ts", "../statistics/a.ts", "../../model/a.ts"],
      mustNot: ["../../store/a.ts", "../works/a.ts", "../report/a.ts", "../../present/a.ts", "zod"],
    },
    "functions/jobs/telling": {
      may: [
        "./a.ts",
        "../../model/a.ts",
        "../../store/a.ts",
        "../../present/a.ts",
        "@block65/webcrypto-web-push",
      ],
      mustNot: ["../writing/a.ts", "../noticing/a.ts", "../../collect/a.ts", "#page"],
    },
    "functions/routes": {
      may: ["./a.ts", "../store/a.ts", "../jobs/writing/a.ts", "hono", "hono/cookie", "#page"],
      mustNot: ["../collect/a.ts", "../../web/page.tsx"],
    },
    web: {
      may: [
        "./parts/a.tsx",
        "preact",
        "fflate",
        "read-excel-file/universal",
        "../functions/model/a.ts",
        "../functions/present/views/a.ts",
      ],
      mustNot: [
        "../functions/store/a.ts",
        "../functions/routes/env.ts",
        "../functions/present/csv.ts",
        "../functions/present/views/../csv.ts",
        "hono",
        "./chart.tsx",
      ],
    },
    "web/screens": {
      may: ["../parts/a.tsx", "../language/a.ts", "../../functions/present/views/a.ts"],
      mustNot: ["../../functions/store/a.ts", "../../functions/present/csv.ts", "../chart.tsx"],
    },
  };

  /** The ways to import. */
  const FORMS: Record<string, (from: string) => string> = {
    import: (from) => `import { a } from "${from}";\n\nexport const b = a;\n`,
    "import type": (from) => `import type { A } from "${from}";\n\nexport type B = A;\n`,
    "import()": (from) => `export const b = () => import("${from}");\n`,
    "export from": (from) => `export { a } from "${from}";\n`,
  };

  /** `./../x` says `../x` in a way that a careless pattern lets through. */
  const disguised = (from: string): string[] =>
    from.startsWith("../") ? [from, `./${from}`] : [from];

  test("refuses every planted wrong import, and no right one", () => {
    const expected: Record<string, boolean> = {};
    const plant = (folder: string, from: string, wrong: boolean) => {
      for (const [form, text] of Object.entries(FORMS)) {
        const path = `${folder}/planted-${Object.keys(expected).length}.ts`;
        expected[`${path}: ${form} ${from}`] = wrong;
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        writeFileSync(join(copy, path), text(from));
      }
    };
    for (const [folder, { may, mustNot }] of Object.entries(FOLDERS)) {
      for (const from of may) plant(folder, from, false);
      for (const from of mustNot.flatMap(disguised)) plant(folder, from, true);
    }
    const rules = JSON.parse(read("biome.json"));
    // the copy is no repository
    writeFileSync(join(copy, "biome.json"), JSON.stringify({ ...rules, vcs: { enabled: false } }));
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(ROOT, "node_modules/@biomejs/biome/bin/biome"),
        "lint",
        "--only=style/noRestrictedImports",
        "--max-diagnostics=none",
        "--reporter=json",
        ".",
      ],
      { cwd: copy, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    const { diagnostics } = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
      diagnostics: { category: string; severity: string; location: { path: string } }[];
    };
    const refused = new Set(
      diagnostics
        .filter(({ category, severity }) => category.endsWith("Imports") && severity === "error")
        .map(({ location }) => location.path),
    );
    const found = Object.fromEntries(
      Object.keys(expected).map((planted) => [
        planted,
        refused.has(planted.slice(0, planted.indexOf(":"))),
      ]),
    );
    expect(found).toEqual(expected);
    expect(Object.values(expected).filter(Boolean).length).toBeGreaterThan(50);
  });

  test("covers every folder of functions/", () => {
    const folders = readdirSync(join(ROOT, "functions"), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map(({ parentPath }) => relative(ROOT, parentPath));
    // a platform's folder is like the others', and functions/ itself holds the entry alone
    const ruled = [...new Set(folders)].filter(
      (folder) => folder !== "functions" && !/collect\/(meta|tiktok)$/.test(folder),
    );
    expect(Object.keys(FOLDERS)).toEqual(expect.arrayContaining(ruled));
  });
});

describe("the README", () => {
  const readme = read("README.md");

  /** Who may call each address, by its table of routes. One that names no method has the one's before it. */
  function addressesInReadme(): [address: string, who: string][] {
    const [, routes = ""] = /## Routes\n(.*?)\n## /s.exec(readme) ?? [];
    const rows = [...routes.matchAll(/^\| (`.*`) \| ([^|]+) \|/gm)];
    return rows.flatMap(([, addresses = "", who = ""]) => {
      let method = "";
      return [...addresses.matchAll(/`(?:([A-Z]+) )?(\/[^`]*)`/g)].map(
        ([, named, path]): [string, string] => {
          method = named ?? method;
          return [`${method} ${path}`, who];
        },
      );
    });
  }

  test("says of every address, once, who may call it", () => {
    const said = addressesInReadme();
    expect(said.length).toBe(new Set(said.map(([address]) => address)).size);
    const known = Object.entries(ADDRESSES).map(([address, who]) => [
      address.replace(/\{.*\}$/, ""),
      who,
    ]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(known));
  });

  test("says what every folder is for, and names no file or folder that is not there", () => {
    const named = [...readme.matchAll(/`((?:functions|web|test|tools)\/[\w\-./]*)`/g)].map(
      ([, path = ""]) => path,
    );
    for (const folder of readdirSync(join(ROOT, "functions"), { withFileTypes: true })) {
      if (folder.isDirectory()) expect(named).toContain(`functions/${folder.name}/`);
    }
    for (const folder of ["web/", "test/", "tools/"]) expect(named).toContain(folder);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(linked.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("calls only scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const called = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !["ci", "run", "install", "and"].includes(name));
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    expect(called).toContain("start");
  });
});

/** The packages that a file loads before it does anything, by whatever it imports. */
function packagesOf(file: string): Set<string> {
  const packages = new Set<string>();
  const files = new Set([file]);
  for (const one of files) {
    for (const [, from = ""] of read(one).matchAll(
      /^(?:import|export) (?!type )[^;]*?from "(.+)";/gm,
    )) {
      if (from.startsWith(".")) files.add(join(dirname(one), from));
      else packages.add(from);
    }
  }
  return packages;
}

describe("what loads no schemas, which cost a fresh isolate ten milliseconds", () => {
  test.each([
    "functions/work.ts",
    "functions/jobs/collecting/collect-tick.ts",
    "functions/jobs/learning/learn.ts",
    "functions/routes/imports.ts",
    // what a phone opens: the forms have files of their own
    "functions/routes/calendar.ts",
    "functions/routes/data.ts",
    "functions/routes/event-pages.ts",
    "functions/routes/trial-pages.ts",
    "functions/routes/messages.ts",
    "functions/routes/note-pages.ts",
    "functions/routes/streaks.ts",
    "functions/routes/answers.ts",
    "functions/routes/works-pages.ts",
    "functions/routes/report.ts",
  ])("%s", (file) => expect(packagesOf(file)).not.toContain("zod"));

  test("functions/routes/snapshots.ts, which needs them, does", () =>
    expect(packagesOf("functions/routes/snapshots.ts")).toContain("zod"));
});

describe("what the browser loads", () => {
  test("names no secret and nothing of the Worker's insides", async () => {
    await build();
    const files = readdirSync(join(ROOT, "dist/client"), { recursive: true, encoding: "utf8" });
    const scripts = files.filter((file) => /\.(js|css|html|webmanifest)$/.test(file));
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const text = read(join("dist/client", script));
      for (const secret of [
        "ADMIN_TOKEN",
        "CREDENTIALS_KEY",
        "CLIENT_SECRET",
        "APP_SECRET",
        "json_each",
        "D1Database",
      ]) {
        expect(text.includes(secret), `${secret} in ${script}`).toBe(false);
      }
    }
    // an index.html would take `/` from the Worker
    expect(files.filter((file) => file.endsWith(".html"))).toEqual([]);
  });
});
