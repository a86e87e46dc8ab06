/** A page as Chromium prints it on A4: what stands on which page, line by line. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { pagePolicy, renderPage } from "#page";
import type { View } from "../../functions/present/views/view.ts";

/** A line of a page, from top to bottom. */
export type Printed = { pages: string[][] };

/** Opens a view in a browser as the Worker would send it, and ends it afterwards. */
export async function withPage<Result>(
  browser: Browser,
  view: View,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const [html, policy] = await Promise.all([renderPage(view), pagePolicy]);
  const server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
      })
      .end(html);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await look(page);
  } finally {
    await context.close();
    server.close();
  }
}

/** The lines of each page of what it prints, by where they stand. */
export async function printed(page: Page): Promise<Printed> {
  const file = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const document = await getDocumentProxy(new Uint8Array(file));
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(linesOf(items.flatMap((item) => ("str" in item ? item : []))));
  }
  return { pages };
}

type Item = { str: string; transform: number[] };

/** Half a line's height, in points: what is nearer stands on the same line. */
const NEAR = 3;

function linesOf(items: readonly Item[]): string[] {
  const lines: { y: number; items: Item[] }[] = [];
  for (const item of items) {
    if (item.str.trim() === "") continue;
    const y = item.transform[5] ?? 0;
    const line = lines.find((one) => Math.abs(one.y - y) < NEAR);
    if (line) line.items.push(item);
    else lines.push({ y, items: [item] });
  }
  const left = ({ transform }: Item) => transform[4] ?? 0;
  return lines
    .sort((a, b) => b.y - a.y)
    .map((line) =>
      line.items
        .sort((a, b) => left(a) - left(b))
        .map(({ str }) => str)
        .join(" ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
}
