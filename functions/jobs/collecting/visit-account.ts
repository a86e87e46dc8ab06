/** One account's visit: opens its credentials, talks to its platform, and makes a Snapshot of what was said. */
import { CollectFault } from "../../collect/fault.ts";
import type { Http } from "../../collect/http.ts";
import type { Notebook } from "../../collect/notebook.ts";
import type { Kept } from "../../model/credentials.ts";
import { type RunProblem, stillRefused } from "../../model/run.ts";
import type { SealKey } from "../../model/seal.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { type CollectionRow, type SeenPostRow, saveSealed } from "../../store/collections.ts";
import { adapterOf, type CollectEnv } from "./adapters.ts";
import { collectionAfter, problemsOf } from "./collection-after.ts";
import { sealKept, unsealKept } from "./sealed-credentials.ts";
import { seenOf } from "./seen.ts";

export type Visited = {
  /** The collection once the snapshot is stored. */
  after: CollectionRow;
  before: CollectionRow;
  snapshot: Snapshot | null;
  problems: RunProblem[];
  /** In millionths of a US dollar. */
  cost: number;
};

/** The calls of the newest visit: those who need few go first, and leave the more to the others. */
export const callsNeeded = ({ memory: { calls } }: CollectionRow): number =>
  typeof calls === "number" ? calls : 0;

export type VisitContext = {
  db: D1Database;
  env: CollectEnv;
  key: SealKey | null;
  http: Http;
  slot: Instant;
  posts: readonly SeenPostRow[];
  allowance: number | null;
};

export async function visitAccount(
  row: CollectionRow,
  { db, env, key, http, slot, posts, allowance }: VisitContext,
): Promise<Visited> {
  const { now } = http;
  const seen = seenOf(row, posts, now);
  const notebook: Notebook = {
    answers: [],
    problems: [],
    refusals: row.refusals.filter((refusal) => stillRefused(refusal, now)),
    cursor: row.cursor,
    memory: structuredClone(row.memory),
    unfinished: false,
    cost: 0,
  };
  let fault: CollectFault | null = null;
  let snapshot: Snapshot | null = null;
  try {
    const kept = key && (await unsealKept(key, row.account_id, row.sealed));
    if (!key || !kept) throw new CollectFault("no_key");
    const { base, visit, snapshot: toSnapshot } = adapterOf(env, row.platform, kept.given);
    const save = async (renewed: Kept) => {
      const { account_id, generation } = row;
      const sealed = await sealKept(key, account_id, renewed);
      const { expires_at } = renewed;
      await saveSealed(db, { account_id, generation, sealed, expires_at }).run();
    };
    try {
      await visit({ http, base, seen, kept, save, allowance, notebook });
    } catch (thrown) {
      fault = faultOf(thrown);
    }
    snapshot = nothingLater(toSnapshot(notebook.answers, seen));
  } catch (thrown) {
    fault ??= faultOf(thrown);
  }
  notebook.memory.calls = http.made();
  return {
    before: row,
    after: collectionAfter(row, notebook, fault, now, slot),
    snapshot,
    problems: problemsOf(notebook, fault),
    cost: notebook.cost,
  };
}

/** Anything but a CollectFault is a bug: logged for the operator, and it costs this account this visit only. */
function faultOf(thrown: unknown): CollectFault {
  if (thrown instanceof CollectFault) return thrown;
  console.error(thrown);
  return new CollectFault("internal");
}

/** A tick's instant lies a little before its calls: what came in between is read next time. */
function nothingLater(snapshot: Snapshot | null): Snapshot | null {
  if (!snapshot) return null;
  const later = snapshot.posts.filter(({ published_at }) => published_at > snapshot.read_at);
  const left = new Set(later.map(({ external_id }) => external_id));
  return {
    ...snapshot,
    posts: snapshot.posts.filter((post) => !later.includes(post)),
    comments: snapshot.comments.filter(({ at, post }) => at <= snapshot.read_at && !left.has(post)),
  };
}
