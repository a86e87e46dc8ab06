/** As many of a month's posts as a report's row holds. */
import type { ReportPost } from "../../model/report.ts";

/** A row of D1 holds two million bytes; what stands before the appendix takes far less than the rest. */
const MOST_BYTES = 1_400_000;

const encoder = new TextEncoder();

/** The first ones, with how many did not fit. */
export function appendixOf(
  posts: readonly ReportPost[],
  most: number = MOST_BYTES,
): { posts: ReportPost[]; posts_left_out: number } {
  let bytes = 0;
  const cut = posts.findIndex((post) => {
    bytes += encoder.encode(JSON.stringify(post)).length + 1;
    return bytes > most;
  });
  return cut < 0
    ? { posts: [...posts], posts_left_out: 0 }
    : { posts: posts.slice(0, cut), posts_left_out: posts.length - cut };
}
