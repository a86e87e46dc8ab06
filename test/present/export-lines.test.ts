import { describe, expect, test } from "vitest";
import type { Line } from "../../functions/model/export-line.ts";
import { lineWriter, toFile } from "../../functions/present/export-file.ts";
import { inOrder, toFileOfLines, within } from "../../functions/present/export-lines.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const PLAIN = { excel: false, language: "en" as const };
const EVER = { from: 0, to: 9 };

describe("a file by its lines", () => {
  const row = (platform: string, post: string) => ({ platform, account: "a, b", post, score: 0.5 });
  const ROWS = [row("x", '"1"'), row("facebook", "=2"), row("x", "00000000000003")];
  const linesOf = (extension: "csv" | "json" | "ndjson", language: Language, excel: boolean) => {
    const write = lineWriter("posts", extension, { excel, language });
    return ROWS.map((one, index): Line => ({ at: index, id: 0, text: write(one) }));
  };

  test.each(["csv", "json", "ndjson"] as const)(
    "is that of its rows, as %s in every dialect",
    (extension) => {
      for (const language of ["id", "en"] as const) {
        for (const excel of [false, true]) {
          const lines = linesOf(extension, language, excel);
          expect(toFileOfLines("posts", extension, within(lines, EVER), { excel, language })).toBe(
            toFile("posts", extension, ROWS, { excel, language }),
          );
        }
      }
    },
  );

  test("without a line is one without a row", () => {
    for (const extension of ["csv", "json", "ndjson"] as const) {
      expect(toFileOfLines("posts", extension, "", PLAIN)).toBe(
        toFile("posts", extension, [], PLAIN),
      );
    }
  });

  test("has the period's alone, the oldest first: of one instant by id, of one day the accounts in their order", () => {
    const at = (at: number, id: number, text: string): Line => ({ at, id, text });
    const lines = [
      ...[at(1, 0, "b1 "), at(2, 0, "b2 "), at(4, 0, "b4 ")],
      ...[at(2, 0, "a2 "), at(3, 0, "a3 "), at(5, 0, "a5 ")],
      ...[at(3, 9, "c9 "), at(3, 7, "c7 ")],
    ];
    expect(within(inOrder(lines), { from: 2, to: 4 })).toBe("b2 a2 a3 c7 c9 b4 ");
  });
});
