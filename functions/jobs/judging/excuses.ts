import type { Excuse } from "../../store/excused.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";

type Placed = Pick<JudgedRow, "account_id" | "published_at" | "published_on">;

/** Why a post is left out of the norm by when it was published; `null`: it is not. */
export const reasonOf = (post: Placed, excuses: readonly Excuse[]): string | null =>
  excuses.find((one) => one.account_id === post.account_id && covers(one, post))?.reason ?? null;

const covers = (one: Excuse, { published_at, published_on }: Placed): boolean =>
  one.from_on === null
    ? one.from_at <= published_at && published_at <= one.to_at
    : one.from_on <= published_on && published_on <= one.to_on;
