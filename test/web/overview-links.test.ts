/** Where the overview leads: to what it says, and not to the top of the page that it stands on. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { OverviewView } from "../../functions/present/views/overview.ts";
import { viewsIn } from "./views.ts";

const overview = (state: string): OverviewView => viewsIn("id")[state] as OverviewView;

test.each([
  ["overview, weak, with something to try", true],
  // what is general is compared nowhere
  ["overview, weak", false],
  ["overview, calm", false],
])("%s: the first thing to try leads to the account it was seen on: %s", async (state, leads) => {
  const view = overview(state);
  const page = await renderPage(view);
  expect(/<a class="action" href="\/works\?platform=[a-z]+&amp;account=[^"]+">/.test(page)).toBe(
    leads,
  );
  if (!leads || view.headline.kind !== "weak") return;
  const { platform, account } = view.headline.streak;
  const query = new URLSearchParams({ platform, account }).toString().replaceAll("&", "&amp;");
  expect(page).toContain(`href="/works?${query}"`);
});

const waiting: Extract<OverviewView["headline"], { kind: "questions" }> = {
  kind: "questions",
  count: 3,
  oldest: 1_795_000_000,
  accounts: [{ platform: "instagram", handle: "perpus" }],
};

test("questions that wait lead to the list of those that wait, on top and among the tasks", async () => {
  const view = overview("overview, calm");
  const links = async (more: Partial<OverviewView>) =>
    (await renderPage({ ...view, tasks: [], ...more })).match(/href="\/answers#waiting"/g)
      ?.length ?? 0;
  expect(await links({ headline: waiting })).toBe(1);
  expect(await links({ tasks: [waiting] })).toBe(1);
  expect(await links({})).toBe(0);
});
