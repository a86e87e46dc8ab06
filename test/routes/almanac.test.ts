/** The almanac over HTTP: shipped, corrected, added to, and put back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

let worker: TestWorker;
let plan = "";
beforeAll(async () => {
  worker = await startWorker({ now: "2026-11-23T05:30:00Z" });
  plan = await worker.token("plan");
});
afterAll(() => worker.close());

type Day = { key: string | null; id?: number; from_on: string; name_id: string; certainty: string };

const days = async (): Promise<Day[]> => {
  const answer = await worker.send("GET", "/api/almanac?year=2027", undefined, plan);
  return ((await answer.json()) as { days: Day[] }).days;
};
const EID = {
  key: "idulfitri-2027",
  from_on: "2027-03-11",
  to_on: "2027-03-12",
  name_id: "Idulfitri",
  name_en: "Eid al-Fitr",
  kind: "public",
  certainty: "decree",
  source: "SKB",
};
const eid = async () => (await days()).filter(({ key }) => key === "idulfitri-2027");

test("Ramadan and Lebaran of 2027 stand where they are expected", async () => {
  const found = await days();
  const on = (name: RegExp) => found.filter(({ name_id }) => name.test(name_id))[0];
  expect(on(/Ramadan/)).toMatchObject({ from_on: "2027-02-08", certainty: "computed" });
  expect(on(/Idulfitri/)).toMatchObject({ from_on: "2027-03-10", certainty: "computed" });
});

test("a decree corrects a shipped day, twice the same one, and it is put back", async () => {
  const [shipped] = await eid();
  const first = await worker.send("POST", "/api/almanac", EID, plan);
  expect(first.status).toBe(201);
  const again = await worker.send("POST", "/api/almanac", { ...EID, to_on: "2027-03-13" }, plan);
  const { day } = (await again.json()) as { day: { id: number } };
  expect(await eid()).toMatchObject([{ from_on: "2027-03-11", to_on: "2027-03-13", id: day.id }]);
  await worker.send("PATCH", `/api/almanac/${day.id}`, { removed: true }, plan);
  expect(await eid()).toEqual([]);
  expect((await worker.send("DELETE", `/api/almanac/${day.id}`, undefined, plan)).status).toBe(200);
  expect(await eid()).toEqual([shipped]);
});

test.each([
  ["a day that ends before it begins", { ...EID, to_on: "2027-03-10" }, "to_on before_first"],
  ["a key of none", { ...EID, key: "natal-1999" }, "key unknown_almanac_day"],
  ["a day that does not exist", { ...EID, from_on: "2027-02-30" }, "from_on not_a_day"],
])("%s is refused", async (_, body, fault) => {
  const answer = await worker.send("POST", "/api/almanac", body, plan);
  const { error } = (await answer.json()) as {
    error: { problems: { path: string; code: string }[] };
  };
  expect([answer.status, error.problems.map(({ path, code }) => `${path} ${code}`)]).toEqual([
    400,
    [fault],
  ]);
});

test("a day of the library's own comes by the page's form, into the calendar, and who added it is kept", async () => {
  const answer = await worker.fetch("/almanac?year=2026", {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `denyut=${plan}`, origin: worker.url.origin },
    body: new URLSearchParams({ from_on: "2026-12-12", name_id: "Ulang tahun <b>", do: "save" }),
  });
  expect(answer.headers.get("location")).toBe("/almanac?year=2026");
  const page = await worker.fetch("/calendar?month=2026-12", {
    headers: { cookie: `denyut=${plan}`, accept: "text/html" },
  });
  expect(await page.text()).toContain("Ulang tahun &lt;b>");
  const { changes } = (await (await worker.send("GET", "/api/changes")).json()) as {
    changes: { what: string; who: string }[];
  };
  expect(changes[0]).toMatchObject({ what: "almanac", who: "plan" });
});
