import { describe, expect, test } from "vitest";
import { openHttp } from "../../../functions/collect/http.ts";
import { emptyNotebook } from "../../../functions/collect/notebook.ts";
import { noteCommented, readComments } from "../../../functions/collect/tiktok/comments.ts";
import { SECONDS_A_DAY } from "../../../functions/model/day.ts";

const NOW = Date.parse("2026-11-24T03:00:00Z") / 1000;

function round(calls: number) {
  const known = { published_at: NOW, format: null, url: null, due: true };
  const seen = {
    handle: "perpus",
    external_id: "1",
    name: null,
    now: NOW,
    posts: [{ ...known, external_id: "10", comments: 3 }],
  };
  return { http: openHttp({ now: NOW, calls }), notebook: emptyNotebook(), seen };
}

const video = (item_id: string, comments: number, days = 1) => ({
  item_id,
  comments,
  create_time: String(NOW - days * SECONDS_A_DAY),
});
const list = (of: string, left: number) => ({ video: of, comment: null, cursor: 0, left });

describe("which comments are to be read", () => {
  test("of videos that have more than before and are not too old: what came, at least 120", () => {
    const visit = round(1);
    noteCommented(visit, [
      video("10", 3),
      video("11", 0),
      video("12", 500, 91),
      video("13", 1),
      video("14", 500),
    ]);
    expect(visit.notebook.memory).toEqual({ unread: [list("13", 120), list("14", 500)] });
  });

  test("a video that grows while it waits is noted once, for more", () => {
    const visit = round(1);
    noteCommented(visit, [video("10", 203)]);
    noteCommented(visit, [video("10", 8)]);
    expect(visit.notebook.memory).toEqual({ unread: [list("10", 205)] });
  });
});

describe("what is left", () => {
  test("without a call it waits for the next visit", async () => {
    const visit = round(0);
    noteCommented(visit, [video("11", 5)]);
    await readComments(visit, () => Promise.reject(new Error("asked")));
    expect(visit.notebook).toMatchObject({
      memory: { unread: [list("11", 120)] },
      unfinished: true,
      problems: [],
    });
  });

  test("no more than 200 lists are remembered, and it is said", async () => {
    const visit = round(0);
    noteCommented(
      visit,
      Array.from({ length: 201 }, (_, index) => video(String(20 + index), 1)),
    );
    await readComments(visit, () => Promise.reject(new Error("asked")));
    expect(visit.notebook.memory.unread).toHaveLength(200);
    expect(visit.notebook.problems).toEqual([{ code: "partial", detail: "comments" }]);
  });

  test("a list that says it goes on and does not move is over", async () => {
    const visit = round(9);
    noteCommented(visit, [video("11", 500)]);
    const asked: number[] = [];
    await readComments(visit, async ({ cursor }) => {
      asked.push(cursor);
      return { comments: [], cursor: 30, has_more: true };
    });
    expect(asked).toEqual([0, 30]);
    expect(visit.notebook).toMatchObject({ memory: {}, unfinished: false, problems: [] });
  });
});
