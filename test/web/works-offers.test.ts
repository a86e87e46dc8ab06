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
