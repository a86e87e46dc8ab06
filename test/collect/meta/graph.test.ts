import { expect, test } from "vitest";
import { CollectFault } from "../../../functions/collect/fault.ts";
import type { Http } from "../../../functions/collect/http.ts";
import {
  askBatch,
  askGraph,
  type Graph,
  openGraph,
} from "../../../functions/collect/meta/graph.ts";

const TOKEN = "EAABsbCS1iHgBO7ZCxk0ZAx9dPq2Zb3v4ZCRtZAq8HjWk5nL1mT6yU7iO0pAsDfGhJkLzXcVbNm";

/** Graph, of which every call is answered the same. */
function graphWith(status: number, body: unknown): { graph: Graph; asked: string[] } {
  const asked: string[] = [];
  const http: Http = {
    now: 0,
    left: () => 45,
    made: () => asked.length,
    ask: async (url, ask) => {
      asked.push(url, ...(ask?.form ? [JSON.stringify(ask.form)] : []));
      return { status, headers: new Headers(), body };
    },
  };
  return { graph: openGraph(http, "https://graph.example", TOKEN, true), asked };
}

const EVIL = "me/feed?method=post&message=x";

test.each([EVIL, "..", ".", "../me", "%2e%2e", "1?x=1", "1#", "1\\2", ""])(
  "an id %o asks for nothing at all",
  async (id) => {
    const refused = { code: "unexpected_answer" };
    const params = { metric: "reach" };
    const one = graphWith(200, {});
    await expect(askGraph(one.graph, [id, "insights"], params)).rejects.toMatchObject(refused);
    const many = graphWith(200, []);
    const requests = [
      { path: ["1055_1", "insights"], params },
      { path: [id], params },
    ];
    await expect(askBatch(many.graph, requests)).rejects.toMatchObject(refused);
    expect([...one.asked, ...many.asked]).toEqual([]);
  },
);

test("usual paths are left as they are", async () => {
  const { graph, asked } = graphWith(200, {});
  await askGraph(graph, ["1055_1", "video_insights"], { metric: "a,b" });
  expect(asked).toEqual(["https://graph.example/v26.0/1055_1/video_insights?metric=a%2Cb"]);
});

test("an error that repeats the token is said without it", async () => {
  const error = { code: 190, message: `Malformed access token ${TOKEN}` };
  const { graph } = graphWith(400, { error });
  const fault = await askGraph(graph, ["me"], {}).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(CollectFault);
  expect((fault as CollectFault).detail).toBe("(#190) Malformed access token …");

  const passed = graphWith(400, { error: { ...error, code: 100 } });
  expect(await askGraph(passed.graph, ["me"], {})).toMatchObject({
    error: { message: "Malformed access token …" },
  });
});

test.each([
  TOKEN,
  TOKEN.slice(0, 60),
  "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2BULvsea4JtiGRiSDSJSI%3DEUifiRBkKG5E2XzM",
  "1234567890|aBcDeF0123456789-xyz",
  "d41d8cd98f00b204e9800998ecf8427e",
])("no fault says %s", (token) => {
  expect(new CollectFault("token_dead", `bad: ${token} (sent)`).message).toBe(
    "token_dead: bad: … (sent)",
  );
});

test.each([
  "GET /v26.0/17841400000000000/insights: HTTP 500",
  "post_video_complete_views_30s_autoplayed",
  "Perpustakaan Kota: 104500000000000, Cabang: 7100000000000000000",
  "https://api.x.com/2/problems/not-authorized-for-resource",
])("a fault says what it is: %s", (words) => {
  expect(new CollectFault("http_error", words).detail).toBe(words);
});
