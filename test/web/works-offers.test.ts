/** What the page of what works says beside its claims, and when it offers a trial. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { WorksView } from "../../functions/present/views/works.ts";
import { viewsIn } from "./views.ts";

const view = (): WorksView & { look: NonNullable<WorksView["look"]> } => {
  const works = viewsIn("id").works as WorksView;
  if (!works.look) throw new Error("it was looked at");
  return { ...works, look: works.look };
};

test.each([
  [8, true],
  [14, true],
  [15, false],
  [34, false],
  [null, false],
])(
  "where a doubling needs %s posts: that few are enough is told: %s",
  async (posts_for_double, told) => {
    const { look, ...works } = view();
    const page = await renderPage({
      ...works,
      look: { ...look, claims: [], gone: [], posts_for_double },
    });
    expect(page.includes("kebanyakan akun memerlukan sekitar 30")).toBe(told);
  },
);

test.each<[string, Partial<WorksView>, number | null, RegExp[], RegExp[]]>([
  [
    "one account",
    {},
    null,
    [/unggahan akun ini mirip/],
    [/di semua akun mirip/, /unggahan terbaru/, /keduanya bisa benar/],
  ],
  [
    "all accounts, where one claims something",
    { of: null },
    250,
    [
      /unggahan di semua akun mirip/,
      /Dari tiap akun paling banyak 250 unggahan terbaru/,
      /Di Instagram ada perbedaan yang terlihat, di semua akun bersama belum/,
    ],
    [/akun ini mirip/],
  ],
  [
    "all accounts, where none does",
    { of: null, accounts: [{ platform: "instagram", handle: "a", claims: 0 }] },
    40,
    [/paling banyak 40 unggahan terbaru/],
    [/keduanya bisa benar/],
  ],
])("%s: whose posts they are, and how many of each", async (_, more, newest_each, said, unsaid) => {
  const { look, ...works } = view();
  const page = await renderPage({
    ...works,
    ...more,
    look: { ...look, claims: [], gone: [], posts_for_double: 8, newest_each },
  });
  for (const text of said) expect(page).toMatch(text);
  for (const text of unsaid) expect(page).not.toMatch(text);
});

test.each<[string, number, number, boolean, boolean]>([
  ["leaves out 1", 1.2, 1.8, false, true],
  ["leaves out 1 from below", 0.4, 0.9, false, true],
  ["holds 1", 0.9, 1.8, false, false],
  ["leaves out 1 and is claimed", 1.2, 1.8, true, false],
])(
  "a row whose range %s (%d to %d): why it is not claimed",
  async (_, low, high, claimed, told) => {
    const { look, ...works } = view();
    const [claim] = look.claims;
    if (!claim) throw new Error("something is claimed");
    const { factor, level } = claim;
    const size = { ratio: (low + high) / 2, low, high };
    const row = { posts: 34, entangled_with: null, seen_from: 2, state: "asked" } as const;
    const levels = [{ factor, level, size, ...row }];
    const page = await renderPage({
      ...works,
      look: { ...look, claims: claimed ? [claim] : [], levels },
    });
    expect(page.includes("Rentang yang tidak memuat 1")).toBe(told);
  },
);

const OFFER = "Coba uji kecil";
const offers = (page: string): number => page.split(OFFER).length - 1;

test("a claim that cannot tell the format from the hour offers the trial that can, to whoever may plan", async () => {
  const { look, ...works } = view();
  const tied = look.claims.find(({ entangled_with }) => entangled_with !== null);
  if (!tied) throw new Error("one of them is entangled");
  const of = (claims: typeof look.claims, may_plan = true) =>
    renderPage({ ...works, may_plan, look: { ...look, claims } });
  const plain = { ...tied, entangled_with: null };
  // the section's own offer, and the claim's
  expect(offers(await of([tied]))).toBe(2);
  expect(await of([tied])).toMatch(/kind=hours&amp;a=19%3A00/);
  expect(offers(await of([plain]))).toBe(1);
  expect(offers(await of([tied], false))).toBe(0);
});

test("an account with too little to see a doubling is offered none", async () => {
  const { look, ...works } = view();
  const of = (state: typeof look.state) =>
    renderPage({ ...works, look: { ...look, state, claims: [], gone: [], levels: [] } });
  expect(offers(await of("ready"))).toBe(1);
  expect(offers(await of("learning"))).toBe(1);
  expect(offers(await of("too_few"))).toBe(0);
});
