/** Every screen of every state, as the Worker sends it: sound, safe, and whole in both languages. */
import { describe, expect, test } from "vitest";
import { renderPage } from "#page";
import { EXPORTS } from "../../functions/model/export-columns.ts";
import { chanceInWords, durationAtPace } from "../../web/language/chance.ts";
import { sizeInWords } from "../../web/language/size.ts";
import { loader } from "../../web/loader.ts";
import { TYPED_PLAN } from "./calendar-views.ts";
import { TYPED_TRIAL } from "./trial-views.ts";
import { TYPED, viewsIn } from "./views.ts";

const states = Object.keys(viewsIn("id"));

async function pageOf(state: string, language: "id" | "en"): Promise<string> {
  const view = viewsIn(language)[state];
  if (!view) throw new Error(`no such state: ${state}`);
  return renderPage(view);
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** What a person reads or hears, a text node or label each. Code is the same in every language. */
function textsOf(html: string): string[] {
  const body = html
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<script\b.*?<\/script>/gs, "")
    .replaceAll(/<code\b.*?<\/code>/gs, "")
    // what is only marked stays part of its sentence
    .replaceAll(/<\/?(em|b)( [^>]*)?>/g, "");
  const labels = [...body.matchAll(/ (?:aria-label|placeholder|title)="([^"]*)"/g)];
  return [...body.split(/<(?:"[^"]*"|[^">])*>/), ...labels.map(([, label = ""]) => label)]
    .map((text) => unescaped(text).replaceAll(/\s+/g, " ").trim())
    .filter(Boolean);
}

test.each(states)("%s: nothing is undefined, and one heading says what it is", async (state) => {
  for (const language of ["id", "en"] as const) {
    const html = await pageOf(state, language);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const said = textsOf(html).filter((text) =>
      /\b(undefined|NaN|null)\b|∞|\[object|Invalid Date/.test(text),
    );
    // the API's description says where null stands
    expect(said.filter((text) => !(state === "api" && /\bnull\b/.test(text)))).toEqual([]);
    expect(html).not.toMatch(/="(undefined|NaN|\[object)/);
  }
});

test.each(states)(
  "%s: what people typed stays text, and of scripts there is but the loader",
  async (state) => {
    const html = await pageOf(state, "id");
    for (const [, attributes = "", content = ""] of html.matchAll(
      /<script\b([^>]*)>(.*?)<\/script>/gs,
    )) {
      if (attributes.includes("application/json")) {
        expect(() => JSON.parse(content)).not.toThrow();
      } else {
        expect([attributes, content]).toEqual(["", loader]);
      }
    }
    expect(html).not.toMatch(/ on[a-z]+="|javascript:|<img|<i>|<b>\.csv/);
    expect(html).not.toContain(" style=");
  },
);

test("what people typed is shown as they typed it", async () => {
  const shown = [
    ["data", TYPED.account],
    ["data, bring", TYPED.file],
    ["data, links", TYPED.link],
    ["data, to a viewer", TYPED.account],
    ["data", TYPED.span],
    ["link, view", TYPED.link],
    ["choose", TYPED.account],
    ["post", TYPED.caption],
    ["streak, strong and over", TYPED.reason],
  ] as const;
  for (const [state, text] of shown) {
    expect([state, textsOf(await pageOf(state, "id")).join("\n")]).toEqual([
      state,
      expect.stringContaining(text),
    ]);
  }
});

test("an hour that worked is named once among what to try", async () => {
  const tips = (await pageOf("streak, weak", "id")).match(
    /<li>[^<]*jam[^<]*<\/li>|<li>[^<]*pukul[^<]*<\/li>/g,
  );
  expect(tips).toHaveLength(1);
});

test.each([
  ["overview, changed", true],
  // nobody knows how often a follower count moves so by itself
  ["overview, changed followers", false],
] as const)("%s: its chance is told: %s", async (name, told) => {
  expect((await pageOf(name, "en")).includes("A change this large is rarely chance")).toBe(told);
});

/** What both languages say alike: brands, names, loan words. */
const ALIKE = new Set([
  "Data",
  "‹ Data",
  `Data · ${TYPED.library}`,
  "Bahasa Indonesia",
  "Platform",
  "video",
  "English",
  // as the platforms name them
  "TikTok, Display API",
  "TikTok, Business API",
  "Client ID",
  "Client key",
  "Client secret",
  "Refresh token",
  "Bearer token",
  "Telegram",
  "Slack",
  "Discord",
  "123456789:AA…",
  "perpustakaan@example.go.id",
  "App ID",
  "Secret",
  "https://",
  // files, tools and the licence
  ...Object.keys(EXPORTS),
  "Google Sheets",
  "Looker Studio",
  "Excel",
  "Grafana",
  "CC BY 4.0",
  "1 parameter",
  "Target",
  "Pasuruan",
  "Excel (.xlsx)",
  "Word (.docx)",
  "#bukubaru",
]);

const isName = (text: string): boolean =>
  !/[a-z]{2}/i.test(
    [...Object.values(TYPED), ...Object.values(TYPED_PLAN), ...Object.values(TYPED_TRIAL)]
      .reduce((rest, typed) => rest.replaceAll(typed, ""), text)
      .replaceAll(/https?:\/\/\S+|[\w-]+(\.[\w-]+)+(\/\S*)?/g, "")
      .replaceAll(/\b(Denyut|Idulfitri|Instagram|Facebook|TikTok|WhatsApp|Asia\/\w+)\b/g, "")
      .replaceAll(/\b(\d{1,2} )?(Jan|Feb|Mar|Apr|Jun|Jul|Sep|Nov|November|April|September)\b/g, "")
      .replaceAll(/\b(GET|POST|PATCH|DELETE|CSV|JSON|NDJSON|WIB|WITA|WIT|GMT|NIP)\b/g, ""),
  );

test.each(states)("%s: no sentence is left in the other language", async (state) => {
  const english = new Set(textsOf(await pageOf(state, "en")));
  const left = textsOf(await pageOf(state, "id")).filter(
    (text) => english.has(text) && !isName(text) && !ALIKE.has(text),
  );
  expect([...new Set(left)]).toEqual([]);
});

test("the export's page explains every column of every file", async () => {
  const html = await pageOf("export", "en");
  for (const columns of Object.values(EXPORTS)) {
    for (const { name, description } of columns) {
      expect(html).toContain(`<code>${name}</code>`);
      expect(textsOf(html)).toContain(description);
    }
  }
});

test("a push link shows its token and its address apart", async () => {
  const html = await pageOf("link, push", "en");
  expect(html).toContain("<code>https://denyut.example/api/snapshots</code>");
  expect(html).toContain("<code>Zk3mVx9TqLw2Rb7Yc5Hd8Nf1Ag6Jp4Us0Ke</code>");
  expect(html).not.toContain("snapshots#");
});

test.each(["link, revoked", "link, expired", "link, hidden"])(
  "%s: no address is shown",
  async (state) => {
    const html = await pageOf(state, "en");
    expect(html).not.toContain("/v/Zk3");
    expect(html).not.toContain("<svg xmlns");
  },
);

test("a choice of accounts is a form that needs no script", async () => {
  const html = await pageOf("choose", "en");
  expect(html).toContain('<form method="post" action="/connect/facebook/choose"');
  expect(html).toContain('name="state" value="Zk3mVx9TqLw2Rb7Yc5Hd8Nf1Ag6Jp4Us0Ke"');
  expect([...html.matchAll(/name="account" value="(\w+)"/g)].map(([, id]) => id)).toEqual([
    "1055",
    "1784",
  ]);
});

test.each([
  [0.39, "*a third* or less of the usual"],
  [0.4, "about *half* of the usual"],
  [0.6, "about *two thirds* of the usual"],
  [0.8, "*slightly different* from the usual"],
  [1.25, "about *one and a half times* the usual"],
  [1.67, "about *twice* the usual"],
  [2.5, "*three times* the usual or more"],
])("a run of %s times the usual is %s", (severity, said) => {
  expect(sizeInWords("en", severity)).toBe(said);
});

test("the settings begin with their heading, apart from the list of what is set elsewhere", async () => {
  const view = viewsIn("id")["data, settings"];
  if (!view) throw new Error("there is no such view");
  expect(await renderPage(view)).toMatch(/<\/ul><\/section><section id="settings"><h2>/);
});

test("a sentence may say what the usual is", () => {
  expect(sizeInWords("id", 0.5, "biasanya untuk jenisnya (foto)")).toBe(
    "sekitar *separuh* dari biasanya untuk jenisnya (foto)",
  );
});

describe("the chance figure", () => {
  test.each([
    [64, { posts: 64, over: false }],
    [338, { posts: 340, over: false }],
    [1000, { posts: 1000, over: false }],
    [1001, { posts: 1000, over: true }],
    [48_000, { posts: 1000, over: true }],
  ])("%i is said in two digits at most", (every, said) =>
    expect(chanceInWords(every)).toEqual(said),
  );

  test.each([
    [3, 1, "3 weeks"],
    [0.2, 1, "1 week"],
    [340, 5, "16 months"],
    [340, 1, "7 years"],
  ])("%f posts at %i a week take %s", (posts, perWeek, said) =>
    expect(durationAtPace("en", posts, perWeek)).toBe(said),
  );
});
