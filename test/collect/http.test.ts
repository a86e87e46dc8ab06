import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { CollectFault } from "../../functions/collect/fault.ts";
import { openHttp, shareOf } from "../../functions/collect/http.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const http = (calls = 45, timeoutMs = 10_000) => openHttp({ now: 0, calls, timeoutMs });

async function faultOf(asking: Promise<unknown>): Promise<CollectFault> {
  try {
    await asking;
  } catch (thrown) {
    if (thrown instanceof CollectFault) return thrown;
    throw thrown;
  }
  throw new Error("it was answered");
}

test("a token travels in the header; an error's JSON comes back with its status", async () => {
  let sent: string | undefined;
  const base = await serve((request, response) => {
    sent = request.headers.authorization;
    response.writeHead(400, { "x-told": "yes" }).end('{"error":{"code":190}}');
  });
  const answer = await http().ask(`${base}/me`, { bearer: "EAAF" });
  expect(sent).toBe("Bearer EAAF");
  expect([answer.status, answer.headers.get("x-told"), answer.body]).toEqual([
    400,
    "yes",
    { error: { code: 190 } },
  ]);
});

test("what is wrong is said by method and path: never with a token, whatever carried it", async () => {
  const base = await serve((_, response) => response.end("<!doctype html>"));
  const fault = await faultOf(
    http().ask(`${base}/refresh_access_token?access_token=IGAA-secret`, { bearer: "EAAF-secret" }),
  );
  expect([fault.code, fault.detail]).toEqual(["not_json", "GET /refresh_access_token"]);
  expect(`${fault.message}${fault.stack}`).not.toContain("secret");
});

test("a redirect is not followed: it would carry the token away", async () => {
  let asked = 0;
  const base = await serve((_, response) => {
    asked += 1;
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await faultOf(http().ask(`${base}/me`))).code).toBe("http_error");
  expect(asked).toBe(1);
});

test("half an answer, no answer, too much of an answer", async () => {
  const base = await serve((request, response) => {
    if (request.url === "/half") response.end('{"data":[{"id":');
    if (request.url === "/cut") {
      response.writeHead(200, { "content-length": "100" }).write('{"data":');
      setTimeout(() => response.destroy(), 20);
    }
    if (request.url === "/much") response.end(JSON.stringify("x".repeat(9_000_000)));
    if (request.url === "/slow") response.write("{");
  });
  const code = async (path: string) => (await faultOf(http().ask(`${base}${path}`))).code;
  expect(await code("/half")).toBe("truncated");
  expect(await code("/cut")).toBe("truncated");
  expect(await code("/much")).toBe("too_large");
  // only what never ends is asked with little patience: a slow machine is no fault
  expect((await faultOf(http(1, 300).ask(`${base}/slow`))).code).toBe("timeout");
  expect((await faultOf(http().ask("http://127.0.0.1:9/x"))).code).toBe("unreachable");
});

test("a form, a JSON body, and what neither of them is", async () => {
  const seen: string[] = [];
  const base = await serve(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    seen.push(`${request.method} ${request.headers["content-type"] ?? ""} ${body}`);
    response.end("{}");
  });
  await http().ask(base, { form: { a: "1 2" } });
  await http().ask(base, { json: { a: 1 } });
  await http().ask(base);
  expect(seen).toEqual([
    "POST application/x-www-form-urlencoded a=1+2",
    'POST application/json {"a":1}',
    "GET  ",
  ]);
});

test("calls are counted for all, and each account has its share", async () => {
  const base = await serve((_, response) => response.end("{}"));
  const all = http(3);
  const share = shareOf(all, 2);
  await share.ask(base);
  await share.ask(base);
  expect([share.left(), share.made(), all.left()]).toEqual([0, 2, 1]);
  expect((await faultOf(share.ask(base))).code).toBe("out_of_calls");
  const last = shareOf(all, 5);
  expect(last.left()).toBe(1);
  await last.ask(base);
  expect((await faultOf(all.ask(base))).code).toBe("out_of_calls");
  expect(all.made()).toBe(3);
});
