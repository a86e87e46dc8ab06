/** A file that is not what was written is refused whole, and the place is named. */
import { describe, expect, test } from "vitest";
import {
  BACKUP_FORMAT,
  BrokenBackup,
  backupPieces,
  checkedBackup,
  openPiece,
} from "../../functions/model/backup.ts";

const HEAD = {
  schema: 20,
  version: 7,
  made_at: "2026-11-23T05:00:00Z",
  library: "Perpustakaan \u{1f4da}\u2028",
  seal: null,
};
const ROWS = Array.from({ length: 7 }, (_, index) => JSON.stringify([index, `baris "${index}"\n`]));

async function written(): Promise<string> {
  const runs = [
    { table: "notes", columns: ["id", "text"], rows: ROWS },
    { table: "plans", columns: ["id"], rows: [] },
    { table: "targets", columns: ["id"], rows: ["[1]", "[2]"] },
  ];
  let text = "";
  for await (const piece of backupPieces(HEAD, runs, 4)) text += piece;
  return text;
}

/** Where and why it is refused; `null`: it is not. */
async function refusal(text: string, schema = 20) {
  try {
    await checkedBackup(text, schema);
    return null;
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    return [error.why, error.line, error.to];
  }
}

/*
 1 head
 2 {"table":"notes" …
 3–6 four rows
 7 check
 8 {"table":"notes" …
 9–11 three rows
 12 {"table":"targets" …
 13 a row
 14 check
 15 {"table":"targets" …
 16 a row
 17 the last check
*/
describe("a backup's file", () => {
  test("is what was written, piece by piece, and counts its rows", async () => {
    const text = await written();
    const { head, pieces, rows } = await checkedBackup(text, 20);
    expect(head).toEqual({
      denyut: "backup",
      format: BACKUP_FORMAT,
      ...HEAD,
      counts: { notes: 7, plans: 0, targets: 2 },
    });
    expect(pieces.map((piece) => piece.rows)).toEqual([4, 4, 1]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(rows).toBe(9);
    let before = "";
    for (const [index, piece] of pieces.entries()) {
      const opened = await openPiece(piece.text, before);
      expect(opened).toMatchObject({ follows: true, last: index === 2, sha256: piece.sha256 });
      before = piece.sha256;
    }
  });

  test("of an empty library is whole too", async () => {
    let text = "";
    for await (const piece of backupPieces(HEAD, [])) text += piece;
    expect(await checkedBackup(text, 20)).toMatchObject({ rows: 0, pieces: [{ rows: 0 }] });
  });

  const lines = async () => (await written()).split("\n");
  const joined = (all: readonly string[]) => all.join("\n");
  test.each<[string, (all: string[]) => string[], unknown[]]>([
    ["a byte of a row", (all) => all.with(4, String(all[4]).replace("2", "3")), ["changed", 5, 5]],
    [
      "a byte of the head",
      (all) => all.with(0, String(all[0]).replace('"version":7', '"version":8')),
      ["changed", 1, 1],
    ],
    ["a line dropped", (all) => all.toSpliced(9, 1), ["changed", 10, 10]],
    ["a line doubled", (all) => all.toSpliced(9, 0, String(all[9])), ["changed", 11, 11]],
    [
      "two lines swapped",
      (all) => all.with(3, String(all[4])).with(4, String(all[3])),
      ["changed", 4, 4],
    ],
    ["a piece dropped", (all) => all.toSpliced(7, 7), ["missing_before", 8, 10]],
    ["a check dropped", (all) => all.toSpliced(6, 1), ["changed", 7, 7]],
    [
      "a check's digest",
      (all) => all.with(6, String(all[6]).replace(/"sha256":"./, '"sha256":"x')),
      ["missing_before", 1, 7],
    ],
    [
      "a check's number",
      (all) => all.with(6, String(all[6]).replace('"lines":7', '"lines":8')),
      ["changed", 7, 7],
    ],
    ["a check with a blank more", (all) => all.with(6, `${all[6]} `), ["changed", 7, 7]],
    [
      "a count",
      (all) => all.with(16, String(all[16]).replace('"notes":7', '"notes":8')),
      ["other_counts", 17, 17],
    ],
    ["something behind the end", (all) => [...all, "[1]", ""], ["changed", 18, 18]],
    ["cut off between lines", (all) => [...all.slice(0, 10), ""], ["cut_off", 11, 11]],
    [
      "cut off within one",
      (all) => [...all.slice(0, 10), String(all[10]).slice(0, 4)],
      ["cut_off", 11, 11],
    ],
    ["the last line break", (all) => all.slice(0, -1), ["cut_off", 17, 17]],
    ["another file", () => ["post,likes", "1,2"], ["not_a_backup", 1, 1]],
    ["nothing", () => [""], ["not_a_backup", 1, 1]],
    ["another JSON", () => ["null", ""], ["not_a_backup", 1, 1]],
  ])("%s is known, and where", async (_what, spoil, expected) => {
    expect(await refusal(joined(spoil(await lines())))).toEqual(expected);
  });

  test("is refused wherever a single letter of it is another", async () => {
    const text = await written();
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === "0" ? "1" : "0";
      expect([at, await refusal(text.slice(0, at) + other + text.slice(at + 1))]).not.toEqual([
        at,
        null,
      ]);
    }
  });

  test("is taken by its own schema and newer ones, not by an older one", async () => {
    const text = await written();
    expect(await refusal(text, 21)).toBe(null);
    expect(await refusal(text, 19)).toEqual(["newer_schema", 1, 1]);
  });
});
