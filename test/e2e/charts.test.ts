/** A trend's panels in a real browser: drawn as they come into view, read by finger and keys, whole however the phone is held. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dashboard, hold, openDashboard, openPhone, type Phone } from "./dashboard.ts";

let dashboard: Dashboard;
let view: string;
beforeAll(async () => {
  dashboard = await openDashboard();
  view = await dashboard.worker.token("view");
});
afterAll(() => dashboard.close());

async function open(
  path: string,
  options: Parameters<typeof openPhone>[1] = {},
): Promise<Phone & { page: Page }> {
  const phone = await openPhone(dashboard, options);
  await hold(phone, dashboard, view);
  await phone.page.goto(path, { waitUntil: "networkidle" });
  return phone;
}

/** Every panel has its canvas. */
async function drawAll(page: Page): Promise<void> {
  for (const place of await page.locator(".plot-at").all()) {
    await place.scrollIntoViewIfNeeded();
    await place.locator("canvas").waitFor();
  }
}

type Box = { width: number; height: number; pixels: string };
const canvases = (page: Page): Promise<Box[]> =>
  page.evaluate<Box[]>(
    `[...document.querySelectorAll("canvas")].map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { width, height, pixels: one.width + "x" + one.height };
    })`,
  );

const readOut = async (page: Page): Promise<string> =>
  (await page.locator(".read-out [role=status]").innerText()).replaceAll(/\s+/g, " ").trim();

/** Turned, and drawn anew: every canvas fills its place. */
async function turnTo(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const overhangs = () =>
    page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll("canvas")].map((one) =>
        Math.abs(one.getBoundingClientRect().width - one.parentElement.getBoundingClientRect().width)))`,
    );
  await expect.poll(overhangs).toBeLessThan(1);
}

test("turning the phone and back leaves every canvas as it was", async () => {
  const { page, context, complaints } = await open("/trend?period=90d");
  await drawAll(page);
  const upright = await canvases(page);
  expect(upright).toHaveLength(4);
  for (const { height } of upright) expect(height).toBe(90);
  for (let turn = 0; turn < 2; turn++) {
    await turnTo(page, 800, 360);
    const lying = await canvases(page);
    for (const [at, { width, height }] of lying.entries()) {
      expect(height).toBe(90);
      expect(width).toBeGreaterThan((upright[at]?.width ?? 0) * 2);
    }
    await turnTo(page, 360, 800);
    expect(await canvases(page)).toEqual(upright);
  }
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  expect(complaints).toEqual([]);
  await context.close();
});

test("a tap reads that week of all panels, the arrow keys the next ones, as the table has them", async () => {
  const { page, context, complaints } = await open(
    "/trend?metric=followers&grain=week&period=90d&lang=en",
  );
  await drawAll(page);
  await page.evaluate("scrollTo(0, 0)");
  const rows = await page.evaluate<string[][]>(
    `[...document.querySelectorAll("tbody tr")].reverse().map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll(/\\s+/g, " ")))`,
  );
  const said = (row: string[] = []): string => {
    const names = ["Instagram", "Facebook", "TikTok", "X"];
    const [when, ...values] = row;
    return [when, ...values.map((value, at) => `${names[at]} ${value}`)].join(" ");
  };
  const first = page.locator(".plot-at").first();
  const { width = 0 } = (await first.boundingBox()) ?? {};
  await first.tap({ position: { x: width / 2, y: 40 } });
  // the middle of the ninety days up to 23 November is 9 October
  const at = rows.findIndex(([when]) => when?.startsWith("week of 5 – 11 Oct 2026"));
  expect(at).toBe(6);
  expect(await readOut(page)).toBe(said(rows[at]));
  expect(await page.evaluate("document.activeElement.type")).toBe("range");
  await page.keyboard.press("ArrowRight");
  expect(await readOut(page)).toBe(said(rows[at + 1]));
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowLeft");
  expect(await readOut(page)).toBe(said(rows[at - 2]));
  await page.keyboard.press("Home");
  expect(await readOut(page)).toBe(said(rows[0]));
  expect(rows[0]?.[0]).toContain("(not whole)");
  // who cannot see it is told by the status, politely, and by the slider when it was
  const slider = page.getByLabel("The week that is read");
  expect((await slider.getAttribute("aria-valuetext"))?.replaceAll(/\s+/g, " ")).toBe(rows[0]?.[0]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("the read-out stays in sight, one thin line stands at its week in all panels, and nothing over the lines", async () => {
  const { page, context } = await open("/trend?period=90d");
  await drawAll(page);
  const last = page.locator(".plot-at").last();
  await last.scrollIntoViewIfNeeded();
  await last.tap({ position: { x: 30, y: 40 } });
  const top = await page.evaluate<number>(
    `document.querySelector(".read-out").getBoundingClientRect().top`,
  );
  expect(top).toBeGreaterThanOrEqual(0);
  const [cursor, panels] = await page.evaluate<{ width: number; height: number }[]>(
    `[".cursor i", ".panels"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON())`,
  );
  expect(cursor?.width).toBe(1);
  expect(cursor?.height).toBe(panels?.height);
  await context.close();
});

test("a panel is drawn when it comes near the view, and again when the theme changes", async () => {
  const { page, context } = await open("/trend?metric=views", {
    viewport: { width: 360, height: 320 },
  });
  expect((await canvases(page)).length).toBeLessThan(4);
  await drawAll(page);
  const shot = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll("canvas")].map((one) => one.toDataURL())`,
    );
  const light = await shot();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect
    .poll(async () => (await shot()).filter((picture, at) => picture !== light[at]).length)
    .toBe(4);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(shot).toEqual(light);
  await context.close();
});

describe("without JavaScript", () => {
  test("the same panels are pictures, the table has every figure, and no slider that does nothing", async () => {
    const { page, context } = await open("/trend?period=90d&lang=en", { javaScriptEnabled: false });
    expect(await page.locator("svg.marks").count()).toBe(4);
    expect(await page.locator(".read-out input").isVisible()).toBe(false);
    expect(await readOut(page)).toMatch(/^week of .* Instagram \d/);
    await page.locator("summary", { hasText: "Table" }).click();
    expect(await page.locator("tbody tr").count()).toBe(14);
    for (const box of await page.locator("svg.marks").all()) {
      expect((await box.boundingBox())?.height).toBe(90);
    }
    await context.close();
  });
});

/** As a phone does for whoever cannot read small letters: the text twice as large, all else as it was. */
const ENLARGE = `(() => {
  const all = [...document.querySelectorAll("body, body *")];
  const sizes = all.map((one) => parseFloat(getComputedStyle(one).fontSize));
  all.forEach((one, at) => { one.style.fontSize = 2 * sizes[at] + "px"; });
})()`;

test.each(["id", "en"])(
  "with twice the text nothing on the trend is cut off or stands on another (%s)",
  async (language) => {
    for (const metric of ["engagement_rate", "reach", "views", "followers"]) {
      const { page, context } = await open(`/trend?metric=${metric}&period=90d&lang=${language}`);
      await drawAll(page);
      await page.evaluate(ENLARGE);
      const found = await page.evaluate<string[]>(`(() => {
      const boxes = (some) => [...document.querySelectorAll(some)].filter((one) => one.getClientRects().length > 0);
      const wide = boxes(".panel-head *, .scale span, .read-out b, .read-out dt, .read-out dd, .under-panels")
        .filter((one) => one.getBoundingClientRect().right > innerWidth || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => "cut off: " + one.textContent);
      const labels = boxes(".time-axis text").map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
      const over = labels.slice(1).filter(({ box }, at) => box.left < labels[at].box.right).map(({ text }) => "over another: " + text);
      const scales = boxes(".scale").flatMap((one) => {
        const [high, low] = [...one.children].map((end) => end.getBoundingClientRect());
        return high.bottom > low.top + 1 ? ["over another: " + one.textContent] : [];
      });
      return [...wide, ...over, ...scales];
    })()`);
      expect([metric, ...found]).toEqual([metric]);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
      await context.close();
    }
  },
);
