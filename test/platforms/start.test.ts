import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTestHarness } from "wrangler";
import { NOW, PAGE } from "./asking.ts";
import { startPlatforms } from "./start.ts";

const asked = `/facebook/v26.0/${PAGE}?fields=followers_count&access_token=EAAF-page-library`;
const expected = { followers_count: 5_870, id: PAGE };

test("the platforms run on a port of this machine, pages under their own address", async () => {
  const { origin, close } = await startPlatforms({ clock: { now: NOW }, ended: NOW, days: 30 });
  expect(await (await fetch(`${origin}${asked}`)).json()).toEqual(expected);
  const list = await fetch(
    `${origin}/facebook/v26.0/${PAGE}/published_posts?limit=1&access_token=EAAF-page-library`,
  );
  const { paging } = (await list.json()) as { paging: { next: string } };
  expect(paging.next.startsWith(`${origin}/facebook/v26.0/${PAGE}/published_posts?`)).toBe(true);
  expect((await fetch(paging.next)).status).toBe(200);
  const form = await fetch(`${origin}/x/2/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: "none" }),
  });
  expect(form.status).toBe(401);
  const hanging = { kind: "hanging", count: 1 };
  await fetch(`${origin}/control/faults`, { method: "POST", body: JSON.stringify(hanging) });
  const never = fetch(`${origin}${asked}`).catch(() => "cut");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await close();
  expect(await never).toBe("cut");
});

test("and as a Worker", async () => {
  const harness = createTestHarness({
    workers: [
      {
        config: {
          name: "platforms",
          main: fileURLToPath(new URL("./worker.ts", import.meta.url).href),
          compatibility_date: "2026-10-23",
          vars: { NOW: String(NOW), ENDED: String(NOW) },
        },
      },
    ],
  });
  await harness.listen();
  try {
    const response = await harness.fetch(asked);
    expect(await response.json()).toEqual(expected);
  } finally {
    await harness.close();
  }
});
