/** What Cloudflare's free plan allows, and when it is worth a word. */

/** A database, in bytes. */
export const MOST_BYTES = 500_000_000;
/** Rows written a day (UTC). */
export const MOST_WRITTEN = 100_000;

/** From here on the admin is warned. */
const SCARCE = 0.8;

export const isScarce = ({ bytes, written }: { bytes: number; written: number }): boolean =>
  bytes >= SCARCE * MOST_BYTES || written >= SCARCE * MOST_WRITTEN;
