/** The first view in a real browser: how often it asks, and what travels. */
import { openBrowser } from "../browser.ts";
import type { Table } from "./table.ts";

const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true };

export async function firstView(url: string, table: Table): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage(PHONE);
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const asked: string[] = [];
    let bytes = 0;
    session.on("Network.requestWillBeSent", ({ request }) => {
      if (!request.url.startsWith("data:")) asked.push(request.url);
    });
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    table.row({
      what: "first view: requests",
      figure: asked.length,
      limit: { most: 4 },
      note: asked.map((one) => new URL(one).pathname).join(" "),
    });
    table.row({
      what: "first view: transferred",
      figure: bytes / 1000,
      unit: "KB",
      limit: { most: 80 },
    });
  } finally {
    await browser.close();
  }
}
