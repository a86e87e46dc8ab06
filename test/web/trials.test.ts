/** What trials say: how a verdict reads, how sure it is said to be, and which trial a claim leads to. */
import { describe, expect, test } from "vitest";
import { renderPage } from "#page";
import type { TrialResult } from "../../functions/model/trial.ts";
import type { NewTrialView, TrialView } from "../../functions/present/views/trial.ts";
import { trialOfClaim } from "../../web/parts/trial-links.ts";
import {
  powerInWords,
  trialName,
  trialState,
  verdictInWords,
} from "../../web/parts/trial-sentence.ts";
import { RESULT, trialLine, trialViews } from "./trial-views.ts";

const chrome = (language: "id" | "en") => ({
  language,
  time_zone: "Asia/Jakarta",
  now: 1_795_000_000,
});
const ended = trialLine("ended");
const said = (result: Partial<TrialResult>, language: "id" | "en" = "en", more: object = {}) =>
  verdictInWords(chrome(language), { ...ended, ...more, result: { ...RESULT, ...result } });

describe("a verdict", () => {
  test("is said of the better side, both ways round", () => {
    expect(said({})?.headline).toBe("19:00 gets about *1.9 times* 09:00.");
    expect(said({ size: { ratio: 0.5, low: 0.3, high: 0.8 } })).toMatchObject({
      headline: "09:00 gets about *2.0 times* 19:00.",
      evidence: expect.arrayContaining(["Between 1.3 and 3.3 times (95%)."]),
    });
    expect(said({}, "id")?.headline).toBe("Pukul 19.00 mendapat sekitar *1,9 kali* pukul 09.00.");
    const formats = { kind: "formats", a: "image", b: "short_video" };
    expect(said({}, "id", formats)?.headline).toBe(
      "Video pendek mendapat sekitar *1,9 kali* foto.",
    );
  });

  test.each([
    [0.05, "1 time in 20"],
    [0.0084, "1 time in 120"],
    [0.001, "less than 1 time in 1,000"],
    [0.0002, "less than 1 time in 1,000"],
  ])("with a chance of %f: %s", (chance, words) =>
    expect(said({ chance })?.evidence.join(" ")).toContain(words),
  );

  test("that could hardly be seen is said to look too large", () => {
    const power = (of_ten: number) => ({ power: { of_ten, noise: 0.8, posts: 60 } });
    const inflated = "tends to look larger than it is";
    expect(said({}, "en", power(5))?.evidence.join(" ")).toContain(inflated);
    expect(said({}, "en", power(6))?.evidence.join(" ")).not.toContain(inflated);
  });

  test("that no difference was shown says what is still possible, and what would have been seen", () =>
    expect(said({ verdict: "not_shown", size: { ratio: 0.8, low: 0.5, high: 1.4 } })).toEqual({
      headline: "Not shown to differ: 09:00 and 19:00.",
      evidence: [
        "What was seen: 09:00 got 1.3 times 19:00, but anything between 0.7 and 2.0 times is still possible.",
        "A trial of this size sees a difference of 2.1 times in 6 of 10 cases; smaller ones can slip through. Use whichever is easier for you.",
        "Compared by their lots: 16 posts for 09:00, 15 posts for 19:00.",
      ],
    }));

  test("of one that was not kept, or broken off, holds no figure of a post", () => {
    const not_kept = { verdict: "not_kept", size: null, chance: null, seen_from: null } as const;
    expect(said({ ...not_kept, kept: { a: 9, b: 14 } })?.evidence).toEqual([
      "09:00: 9 of 16 went out as drawn and can be compared.",
      "19:00: 14 of 16 went out as drawn and can be compared.",
      "Three quarters of each are needed.",
    ]);
    const cannot_tell = said({ ...not_kept, verdict: "cannot_tell" });
    expect(cannot_tell?.headline).toBe("This trial cannot tell: too few weeks can be compared.");
    expect(cannot_tell?.evidence).toEqual([
      expect.stringContaining("the lots alone explain any difference"),
      "09:00: 15 of 16 went out as drawn and can be compared.",
      "19:00: 14 of 16 went out as drawn and can be compared.",
    ]);
    const broken = verdictInWords(chrome("en"), { ...ended, state: "broken", why: "Flood" });
    expect(broken?.headline).toBe("This trial was broken off, so it says nothing.");
    expect(broken?.evidence.join(" ")).not.toMatch(/\d/);
  });

  test.each<[string, TrialResult["size"], string, string]>([
    [
      "of a little",
      { ratio: 1.04, low: 1.01, high: 1.07 },
      "gets about *1.04 times* 09:00",
      "Between 1.01 and 1.1 times",
    ],
    [
      "from 1 on",
      { ratio: 1.9, low: 1.001, high: 2.9 },
      "19:00 gets about *1.9 times*",
      "More than 1 and at most 2.9 times",
    ],
    [
      "an older one, from 1 on",
      { ratio: 0.5, low: 0.3, high: 1 },
      "09:00 gets about *2.0 times*",
      "More than 1 and at most 3.3 times",
    ],
    [
      "of no number",
      { ratio: 1.001, low: 1.001, high: 3.6 },
      "19:00 gets *more* than 09:00.",
      "More than 1 and at most 3.6 times",
    ],
    [
      "of none at all",
      { ratio: 0.999, low: 0.999, high: 0.999 },
      "09:00 gets *more* than 19:00.",
      "More than 1 time (95%)",
    ],
    [
      "open",
      { ratio: 1.9, low: 1.2, high: null },
      "19:00 gets about *1.9 times*",
      "At least 1.2 times",
    ],
    [
      "open from 1 on",
      { ratio: 1.9, low: 1.001, high: null },
      "19:00 gets about",
      "More than 1 time (95%)",
    ],
  ])("never reads as if it held 1: %s", (_, size, headline, range) => {
    expect(said({ size })?.headline).toContain(headline);
    expect(said({ size })?.evidence[0]).toContain(range);
  });

  test("that no difference was shown never reads as if it left 1 out", () => {
    const seen = (size: TrialResult["size"]) =>
      said({ verdict: "not_shown", size })?.evidence[0] ?? "";
    expect(seen({ ratio: 1, low: 0.72, high: 1.3 })).toBe(
      "What was seen: 19:00 got about as many as 09:00, but anything between 0.7 and 1.3 times is still possible.",
    );
    expect(seen({ ratio: 1.2, low: 0.97, high: 1.5 })).toContain("between 0.97 and 1.5 times");
    expect(seen({ ratio: 1.2, low: null, high: 1.5 })).toBe(
      "Whatever the difference, chance explains it.",
    );
  });

  test("of one that runs there is none", () =>
    expect(verdictInWords(chrome("en"), trialLine("running"))).toBeNull());
});

test.each([
  [0, "Selisih dua kali lipat hampir tidak pernah terlihat"],
  [6, "Selisih dua kali lipat terlihat 6 dari 10 kali"],
  [10, "Selisih dua kali lipat hampir selalu terlihat"],
])("%i of ten: %s", (of_ten, words) => expect(powerInWords(chrome("id"), { of_ten })).toBe(words));

test("where it stands", () => {
  const at = (week: number) => trialState(chrome("en"), { ...trialLine("running"), week });
  expect([at(0), at(1), at(8), at(9)]).toEqual([
    "begins 9 November",
    "week 1 of 8",
    "week 8 of 8",
    "waiting for the last figures, result from 6 January 2027",
  ]);
  expect(trialName(chrome("en"), { kind: "formats", a: "image", b: "video" })).toBe(
    "Photos or videos?",
  );
});

describe("what is decided beforehand", () => {
  const views = trialViews({
    ...chrome("en"),
    library: "Perpus",
    demo: false,
    role: "plan",
    last_read_at: null,
    path: "/trials/4",
    origin: "https://denyut.example",
  });
  const page = (view: TrialView | NewTrialView | undefined) => {
    if (!view) throw new Error("no such view");
    return renderPage(view);
  };
  const of = (more: object) => {
    const view = views.trial as TrialView;
    return page({ ...view, trial: { ...view.trial, ...more } });
  };
  const MIDNIGHT = "A post that goes out after midnight is one of the next day";

  test.each([
    ["09:00", "19:00", 90, false],
    ["17:00", "19:00", 59, false],
    ["12:00", "23:30", 90, true],
  ])("says of %s and %s how near is near enough: %i minutes", async (a, b, minutes, midnight) => {
    const html = await of({ a, b });
    expect(html).toContain(`at most ${minutes} minutes from its hour`);
    expect(html.includes(MIDNIGHT)).toBe(midnight);
  });

  test("of formats no hour", async () => {
    const html = await of({ kind: "formats", a: "image", b: "video", at: "23:30" });
    expect(html).toContain("in the format that was drawn");
    expect(html).not.toMatch(/minutes from its hour|after midnight/);
  });

  test.each(["trial", "trial, new", "trial, new, of formats"])(
    "%s: and how two posts of a day are told apart, and odd weeks",
    async (name) => {
      const html = await page(views[name]);
      expect(html).toContain("One post on each day of the lots.");
      expect(html).toContain("or one more of either where the number is odd");
    },
  );

  test("before hours are chosen what holds for any", async () => {
    const html = await page(views["trial, new"]);
    expect(html).toContain(
      "at most 90 minutes from its hour, or less than half of what lies between",
    );
    expect(html).toContain(MIDNIGHT);
  });
});

describe("the trial that a claim leads to", () => {
  const HOURS = { factor: "hours", level: "18-21" } as const;
  const VIDEO = { factor: "format", level: "video" } as const;
  const tied = (one: typeof HOURS | typeof VIDEO, other: typeof HOURS | typeof VIDEO | null) =>
    trialOfClaim({ ...one, entangled_with: other && { ...other, share: 0.8 } }, PERPUS);
  const PERPUS = { platform: "instagram", handle: "perpus" } as const;
  const OF = "account=perpus&platform=instagram";

  test.each([
    ["of an hour", tied(HOURS, null), `/trials/new?${OF}&kind=hours&a=19%3A00`],
    ["of a format", tied(VIDEO, null), `/trials/new?${OF}&kind=formats&a=video`],
    [
      "of a format that comes with an hour",
      tied(VIDEO, HOURS),
      `/trials/new?${OF}&kind=hours&a=19%3A00`,
    ],
  ])("%s", (_, href, expected) => expect(href).toBe(expected));

  test("of all accounts asks for which", () =>
    expect(trialOfClaim({ ...VIDEO, entangled_with: null }, null)).toBe(
      "/trials/new?kind=formats&a=video",
    ));

  test("of a topic there is none", () =>
    expect(
      trialOfClaim({ factor: "topic", level: "literacy", entangled_with: null }, PERPUS),
    ).toBeNull());
});
