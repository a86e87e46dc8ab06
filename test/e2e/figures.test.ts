/** The figures on the phone are those of the export, and move with what is pushed. */
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Dashboard, NOW, openDashboard, openPhone, textOf } from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
});
afterAll(() => dashboard.close());

type Link = { id: number; url: string };
const newLink = async (kind: "view" | "export"): Promise<Link> =>
  (await (await dashboard.worker.send("POST", "/api/links", { kind, name: kind })).json()) as Link;

/** The rows of an export's file, read by a CSV parser that is not ours. */
async function exported(url: string, name: string): Promise<Record<string, string>[]> {
  const answer = await fetch(`${url}${name}.csv`);
  expect(answer.status).toBe(200);
  return Papa.parse<Record<string, string>>(await answer.text(), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** As a person in Indonesia writes it. */
const written = (value: number): string => new Intl.NumberFormat("id").format(value);

test("a view link opens on a phone without an account, and says what the export says", async () => {
  const { url } = await newLink("view");
  const phone = await openPhone(dashboard);
  const answer = await phone.page.goto(url);
  expect(answer?.status()).toBe(200);
  expect(new URL(phone.page.url()).pathname).toBe("/");
  const seen = await textOf(phone.page);

  const { url: address } = await newLink("export");
  const accounts = await exported(address, "accounts");
  expect(accounts.map(({ followers }) => followers)).toEqual(["2480", "5870", "2060", "668"]);
  for (const { followers } of accounts) expect(seen).toContain(written(Number(followers)));

  // the median rate of the 28 days' mature posts, computed here from the export's rows
  const from = Date.parse("2026-10-26T17:00:00Z");
  const posts = (await exported(address, "posts")).filter((post) => {
    const published = Date.parse(post.published_at ?? "");
    const mature = Date.parse(post.read_at ?? "") - published >= 48 * 3_600_000;
    return published >= from && mature && post.paid !== "true" && post.removed_at === "";
  });
  for (const { platform } of accounts) {
    const rates = posts
      .filter((post) => post.platform === platform && post.engagement_rate !== "")
      .map(({ engagement_rate }) => Number(engagement_rate))
      .sort((a, b) => a - b);
    const middle = rates.length / 2;
    const median =
      rates.length % 2 === 1
        ? (rates[Math.floor(middle)] ?? 0)
        : ((rates[middle - 1] ?? 0) + (rates[middle] ?? 0)) / 2;
    expect(rates.length, platform).toBeGreaterThan(3);
    const percent = new Intl.NumberFormat("id", {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(median);
    expect(seen, `${platform}'s engagement rate`).toContain(percent.replace("\u00a0", " "));
  }
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});

test("a pushed snapshot changes the figure on the screen", async () => {
  const phone = await openPhone(dashboard);
  await phone.page.goto((await newLink("view")).url);
  expect(await textOf(phone.page)).not.toContain("12.345");
  const answer = await dashboard.worker.send(
    "POST",
    "/api/snapshots",
    { platform: "x", account: "perpus_pasuruan", read_at: NOW, followers: 12_345 },
    dashboard.token,
  );
  expect(await answer.json()).toMatchObject({ snapshots: 1, readings_added: 1 });
  await phone.page.reload();
  expect(await textOf(phone.page)).toContain("12.345");
  await phone.context.close();
});

test("a revoked link is gone: for the next who opens it, and for whoever has it open", async () => {
  const { id, url } = await newLink("view");
  const phone = await openPhone(dashboard);
  await phone.page.goto(url);
  expect((await phone.page.goto("/posts"))?.status()).toBe(200);
  expect((await dashboard.worker.send("DELETE", `/api/links/${id}`)).status).toBe(200);
  expect((await phone.page.goto("/posts"))?.status()).toBe(410);
  expect((await phone.page.goto(url))?.status()).toBe(410);
  await phone.context.close();

  const exporting = await newLink("export");
  expect((await fetch(`${exporting.url}days.csv`)).status).toBe(200);
  await dashboard.worker.send("DELETE", `/api/links/${exporting.id}`);
  expect((await fetch(`${exporting.url}days.csv`)).status).toBe(410);
});
