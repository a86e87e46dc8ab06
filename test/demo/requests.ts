import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";

/** What one request may hold, to fit the free plan's CPU (see README). */
const MOST_READINGS_A_REQUEST = 250;

/** Readings in a snapshot: of the account, its days, its posts, its comments. */
export const readingsIn = ({ days, posts, comments }: SnapshotWire): number =>
  1 + (days?.length ?? 0) + (posts?.length ?? 0) + (comments?.length ?? 0);

/** Snapshots in pieces that one request takes, in their order. A snapshot is never cut. */
export function requestsOf(
  snapshots: readonly SnapshotWire[],
  most = MOST_READINGS_A_REQUEST,
): SnapshotWire[][] {
  const requests: SnapshotWire[][] = [];
  let left = 0;
  for (const snapshot of snapshots) {
    const readings = readingsIn(snapshot);
    const last = requests.at(-1);
    if (last && readings <= left) last.push(snapshot);
    else requests.push([snapshot]);
    left = (last && readings <= left ? left : most) - readings;
  }
  return requests;
}
