/** What a page says of an address that asks for something that is not there. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { FaultCode } from "../../functions/model/problem.ts";
import { fault } from "../../functions/model/problem.ts";
import type { View } from "../../functions/present/views/view.ts";
import { viewsIn } from "./views.ts";

test.each<["id" | "en", string, FaultCode, string, string]>([
  [
    "id",
    "month",
    "not_a_day",
    "Bulan di alamat ini tidak ada; ditulis seperti 2026-12",
    "/calendar",
  ],
  [
    "en",
    "month",
    "not_a_day",
    "The month in this address does not exist; it is written like 2026-12",
    "/calendar",
  ],
  ["id", "from", "not_a_day", "Tanggal awal tidak ada di kalender", "/"],
  ["en", "to", "not_a_day", "The last date is not a day that exists", "/"],
  ["id", "platform", "unknown_platform", "Platform ", "/"],
])(
  "in %s a wrong %s (%s) is named as a person names it",
  async (language, path, code, said, leads) => {
    const { chrome } = viewsIn(language).calendar as View;
    const page = await renderPage({
      screen: "message",
      chrome: { ...chrome, path: "/" },
      message: "invalid",
      problems: [fault(path, code)],
    });
    const [main = ""] = /<main.*<\/main>/s.exec(page) ?? [];
    expect(main.replaceAll(/<[^>]+>/g, "")).toContain(said);
    expect(main).not.toMatch(/<code>/);
    expect(main).toContain(`href="${leads}"`);
  },
);
