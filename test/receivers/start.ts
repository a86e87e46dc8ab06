/** The receivers on a port of this machine, in Node. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, type Received, type ReceiversState, receiversApp } from "./app.ts";
import { type Browser, newBrowser } from "./browser.ts";

export type Receivers = {
  /** The Worker's var RECEIVERS_URL. */
  origin: string;
  received: Received[];
  asked: string[];
  /** A browser that is subscribed at a push service. */
  browser: (host?: string, most?: number) => Browser;
  /** What the next ones are answered. @param whom a host, or a browser's endpoint */
  answer: (whom: string, ...answers: Answer[]) => void;
  /** What a Telegram bot has heard of. */
  hears: (token: string, ...updates: object[]) => void;
  /** As if nobody had ever been told. */
  forget: () => void;
  close: () => Promise<void>;
};

/** @param vapid_key the public key under which its browsers are subscribed */
export async function startReceivers(vapid_key: string, port = 0): Promise<Receivers> {
  const state: ReceiversState = {
    received: [],
    asked: [],
    browsers: [],
    answers: new Map(),
    updates: new Map(),
    vapid_key,
  };
  const app = receiversApp(state);
  const server = createServer((incoming, outgoing) => {
    requestOf(incoming)
      .then((request) => app.fetch(request))
      .then(async (answer) => {
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
        outgoing.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch((error) => {
        console.error(error);
        outgoing.writeHead(500).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: given } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${given}`,
    received: state.received,
    asked: state.asked,
    browser(host, most) {
      const browser = newBrowser(host, most);
      state.browsers.push(browser);
      return browser;
    },
    answer: (whom, ...answers) => void state.answers.set(whom, answers),
    hears: (token, ...updates) =>
      void state.updates.set(`bot${token}`, { ok: true, result: updates }),
    forget() {
      state.received.length = 0;
      state.asked.length = 0;
      state.answers.clear();
    },
    close() {
      // a hanging answer must not hold the end up
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
}
