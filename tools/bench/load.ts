/** Fills a library by the same route as anybody. */
import type { Instant } from "../../functions/model/snapshot.ts";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { requestsOf } from "../../test/demo/requests.ts";

/** The most that one request may hold. */
const READINGS_A_REQUEST = 5000;
const TOLD_REQUESTS = 20;

/** What is said at an instant is answered. */
type Send = (
  snapshots: readonly SnapshotWire[],
  at: Instant,
) => Promise<{ status: number; body: string }>;

export async function load(send: Send, snapshots: readonly SnapshotWire[]): Promise<void> {
  const started = performance.now();
  const requests = requestsOf(snapshots, READINGS_A_REQUEST);
  for (const [index, request] of requests.entries()) {
    const newest = Date.parse(request.at(-1)?.read_at ?? "") / 1000;
    const { status, body } = await send(request, newest);
    if (status !== 200) throw new Error(`loading: ${status} ${body.slice(0, 500)}`);
    if ((index + 1) % TOLD_REQUESTS === 0 || index + 1 === requests.length) {
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`  ${index + 1} of ${requests.length} requests, ${seconds} s`);
    }
  }
}
