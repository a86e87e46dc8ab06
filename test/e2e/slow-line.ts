/** A line on which a page's text comes in two pieces, the second when it is let through; all else passes as it is. */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export async function openSlowLine(origin: string) {
  let held: Promise<void> | null = null;
  const server = createServer((asked, answer) => {
    const { method, url } = asked;
    // a page that is packed cannot be cut
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const forward = request(origin + (url ?? "/"), { method, headers, agent: false }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      if (!held || !came.headers["content-type"]?.startsWith("text/html")) {
        came.pipe(answer);
        return;
      }
      const rest = held;
      void came.toArray().then(async (pieces: Buffer[]) => {
        const page = Buffer.concat(pieces);
        const half = page.indexOf("<main");
        answer.write(page.subarray(0, half));
        await rest;
        answer.end(page.subarray(half));
      }, broken);
    });
    // whoever asked is gone, or the Worker
    const broken = () => answer.destroy();
    forward.on("error", broken);
    asked.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on no page comes whole. @returns lets the rest of them through */
    hold(): () => void {
      let arrive = () => {};
      held = new Promise((resolve) => {
        arrive = resolve;
      });
      return () => {
        held = null;
        arrive();
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
