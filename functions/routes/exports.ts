/** The public export: files for spreadsheets and other tools, under a token in the address. */
import { isoInstant } from "../model/day.ts";
import { type ExportName, isExportName } from "../model/export-columns.ts";
import { opensDashboard } from "../model/link.ts";
import { Problem } from "../model/problem.ts";
import type { Dialect } from "../present/csv.ts";
import { dataPackage } from "../present/data-package.ts";
import { type Extension, FILE_TYPES, isExtension, toFile } from "../present/export-file.ts";
import type { Handlers } from "./addresses.ts";
import { cached } from "./answer.ts";
import { calendarFile, withParts } from "./calendar-file.ts";
import type { Ctx } from "./env.ts";
import { fileOfMonths } from "./export-lines.ts";
import { exportPeriod, rowsOf } from "./export-reading.ts";
import { addressedLanguage } from "./language.ts";
import { chromeOf, page } from "./page.ts";
import { visibleAccounts, withHandle } from "./reading.ts";

export const exports = {
  /** The router takes a last slash for nothing; every file's address is made from the one that has it. */
  "GET /export/v1/:token": (c) => {
    const { origin, pathname, search } = new URL(c.req.url);
    if (!pathname.endsWith("/")) return c.redirect(`${pathname}/${search}`, 302);
    return page(c, () => ({
      screen: "export",
      chrome: { ...chromeOf(c), role: null },
      base: origin + pathname,
      dashboard: opensDashboard(c.get("export_link")) ? `/v/${c.req.param("token")}` : null,
    }));
  },

  "GET /export/v1/:token/datapackage.json": (c) => {
    const { name, last_read_at } = c.get("library");
    return cached(
      c,
      [],
      () => c.json(dataPackage(name, last_read_at === null ? null : isoInstant(last_read_at))),
      { alike: true },
    );
  },

  "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}": (c) => {
    const file = c.req.param("file") ?? "";
    if (file === "calendar.ics") return answerCalendar(c);
    const [name = "", extension = ""] = file.split(".");
    if (!isExportName(name) || !isExtension(extension)) {
      throw new Problem("not_found", `there is no file ${file.slice(0, 60)}`);
    }
    return answerFile(c, name, extension);
  },
} satisfies Handlers;

function answerFile(c: Ctx, name: ExportName, extension: Extension) {
  const { from = "", to = "", account = "", dialect = "", download = "" } = c.req.query();
  const excel = dialect === "excel";
  // never what this reader's browser remembers: one address is one file, whoever opens it
  const language = addressedLanguage(c) ?? c.get("library").language;
  const asked = [
    from,
    to,
    account,
    extension,
    excel && language,
    download === "1",
    c.get("export_link").id,
  ];
  const make = async () => {
    const { file, next } = await fileOf(c, name, extension, account, { excel, language });
    return c.body(file, 200, {
      "content-type": FILE_TYPES[extension],
      ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
      ...(download === "1"
        ? { "content-disposition": `attachment; filename="denyut-${name}.${extension}"` }
        : {}),
    });
  };
  return cached(c, asked.map(String), make, { alike: true });
}

/** Never stale for a subscriber: made of what the library's version says, of its hour, and of the link. */
function answerCalendar(c: Ctx) {
  const { account = "", download = "" } = c.req.query();
  const language = addressedLanguage(c) ?? c.get("library").language;
  const made = [language, ...withParts(c), account, download, c.get("export_link").id];
  const make = async () => {
    const accounts = withHandle(await visibleAccounts(c, c.get("export_link")), account);
    return c.body(await calendarFile(c, accounts, language), 200, {
      "content-type": "text/calendar; charset=utf-8",
      ...(download === "1" ? { "content-disposition": 'attachment; filename="denyut.ics"' } : {}),
    });
  };
  return cached(c, made.map(String), make, { alike: true });
}

/** `next`: where a file that holds a part goes on. */
async function fileOf(
  c: Ctx,
  name: ExportName,
  extension: Extension,
  account: string,
  dialect: Dialect,
): Promise<{ file: string; next: string | null }> {
  if (name === "days" || name === "posts") {
    const asked = { account, period: exportPeriod(c), dialect };
    return { file: await fileOfMonths(c, name, extension, asked), next: null };
  }
  const accounts = withHandle(await visibleAccounts(c, c.get("export_link")), account);
  const { rows, next } = await rowsOf(c, name, accounts);
  return { file: toFile(name, extension, rows, dialect), next };
}
