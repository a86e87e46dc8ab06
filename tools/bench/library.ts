/** The library that most of the bench looks at: four accounts and five years, loaded once and copied for each part. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { send, type Tokens } from "./door.ts";
import { type Growing, growing } from "./growth.ts";
import { benchSnapshots, EARLY } from "./history.ts";
import { load } from "./load.ts";
import { startMetered } from "./metered.ts";
import type { Table } from "./table.ts";

export type Library = Tokens & {
  /** What grows with age, six months in. */
  early: Growing;
  /** A folder with a copy of it, or of a copy of it, to be changed. */
  copy: (of?: string) => string;
  remove: () => void;
};

export async function loadLibrary(table: Table): Promise<Library> {
  const root = mkdtempSync(join(tmpdir(), "denyut-bench-"));
  const state = join(root, "library");
  const remove = () => rmSync(root, { recursive: true, force: true });
  let copies = 0;
  try {
    const bench = await startMetered(state);
    const tokens = await bench.begin();
    const door = { bench, ...tokens };
    const snapshots = [...benchSnapshots()];
    const isEarly = ({ read_at }: SnapshotWire) => Date.parse(read_at) / 1000 <= EARLY;
    const later = snapshots.filter((one) => !isEarly(one));
    await load((some, at) => send(door, some, at), snapshots.filter(isEarly));
    const early = await growing(door, EARLY);
    await load((some, at) => send(door, some, at), later);
    await bench.close();
    const postReadings = snapshots.reduce((all, { posts }) => all + (posts?.length ?? 0), 0);
    table.row({ what: "readings of accounts", figure: snapshots.length, limit: null });
    table.row({ what: "readings of posts", figure: postReadings, limit: null });
    return {
      ...tokens,
      early,
      copy: (of = state) => {
        const folder = join(root, `copy-${++copies}`);
        cpSync(of, folder, { recursive: true });
        return folder;
      },
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
