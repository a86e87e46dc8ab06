/** The report's files by a tap in a real browser, under the page's own policy; nothing of what makes them is loaded before. */
import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import readBook from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { push } from "../worker.ts";
import { type Dashboard, hold, openDashboard, openPhone } from "./dashboard.ts";

let dashboard: Dashboard;
let view: string;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
  const { worker, token } = dashboard;
  view = await worker.token("view");
  await push(worker, token, [
    {
      platform: "instagram",
      account: "perpus.pasuruan",
      read_at: "2026-11-01T05:00:00Z",
      followers: 1204,
      posts: [
        {
          external_id: "17860000000000001",
          published_at: "2026-10-19T09:30:00Z",
          format: "image",
          caption: "=1+1",
          likes: 31,
          comments: 2,
          shares: 4,
        },
      ],
    },
  ]);
});
afterAll(() => dashboard.close());

test("a workbook and a document are made on a tap, and only then is what makes them loaded", async () => {
  const phone = await openPhone(dashboard);
  await hold(phone, dashboard, view);
  const { page, complaints } = phone;
  const loaded: string[] = [];
  page.on("response", (response) => loaded.push(new URL(response.url()).pathname));
  await page.goto("/report/2026-10", { waitUntil: "networkidle" });
  await page.getByText("Unduh", { exact: true }).click();
  const take = async (ending: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`[data-file=${ending}]`),
    ]);
    expect(download.suggestedFilename()).toBe(`laporan-2026-10.${ending}`);
    return readFileSync(await download.path());
  };
  await page.locator("[data-file=xlsx]").waitFor();
  expect(loaded.filter((path) => /report-(book|document)/.test(path))).toEqual([]);

  const sheets = await readBook(await take("xlsx"));
  const posts = sheets.find(({ sheet }) => sheet === "Unggahan")?.data ?? [];
  expect(posts[1]?.[5]).toBe("=1+1");
  expect(loaded.filter((path) => /report-document/.test(path))).toEqual([]);

  const { value } = await mammoth.extractRawText({ buffer: await take("docx") });
  expect(value).toContain("Laporan Bulanan Media Sosial");
  expect(value).toContain("menerbitkan 1 unggahan di 1 akun");
  expect(complaints).toEqual([]);
  await phone.context.close();
});

test("without a script the tables are there, and what needs one is not offered", async () => {
  const phone = await openPhone(dashboard, { javaScriptEnabled: false });
  await hold(phone, dashboard, view);
  await phone.page.goto("/report/2026-10");
  await phone.page.getByText("Unduh", { exact: true }).click();
  expect(await phone.page.locator("[data-file]:visible, [data-print]:visible").count()).toBe(0);
  const links = await phone.page.$$eval("a[download]", (found) =>
    found.map((one) => one.getAttribute("href")),
  );
  expect(links).toHaveLength(2);
  for (const href of links) {
    const answer = await phone.context.request.get(href ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
    ]);
  }
  await phone.context.close();
});
