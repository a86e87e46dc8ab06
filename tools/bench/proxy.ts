/** What Cloudflare's edge does to what the Worker answers: it compresses it. Locally nobody does. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants } from "node:zlib";

const TEXT = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;
/** What the edge takes for answers that are made on the fly. */
const QUALITY = 4;

/** @param cookie sent with every request, so that a browser needs no login */
export async function openEdge(origin: string | URL, cookie: string) {
  const server = createServer(async (request, response) => {
    const headers = new Headers({ cookie });
    for (const name of ["accept", "if-none-match", "user-agent"]) {
      const value = request.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const answer = await fetch(new URL(request.url ?? "/", origin), {
      headers,
      redirect: "manual",
    });
    let body = Buffer.from(await answer.arrayBuffer());
    const sent = Object.fromEntries(answer.headers);
    delete sent["content-length"];
    delete sent["transfer-encoding"];
    if (TEXT.test(sent["content-type"] ?? "") && body.length > 0) {
      body = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
      sent["content-encoding"] = "br";
    }
    response.writeHead(answer.status, sent).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
