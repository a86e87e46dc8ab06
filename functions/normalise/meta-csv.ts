/** Meta Business Suite's exports of posts, Facebook's and Instagram's: one row a post, with its totals so far. */
import type { Platform } from "../model/platform.ts";
import type { PostReading } from "../model/snapshot.ts";
import { type Cells, type ExportContext, figuresOfRow, type ReadRow } from "./export-row.ts";
import { canonicalPermalink, handleInLink, webAddress } from "./permalink.ts";
import { fullPostId } from "./post-id.ts";
import { formatOfType } from "./post-type.ts";
import { handleFault, handleOf } from "./snapshot-schema.ts";
import { readPublished } from "./wall-time.ts";

/** A post of Facebook: reactions of all kinds are its likes, and its id is `{page}_{post}`. */
export const readFacebookRow: ReadRow = (cells, context) => {
  const page = cells.id("account_id");
  const link = cells.text("url");
  const post = metaPost("facebook", page, cells, context);
  if (!post) return null;
  return {
    account: {
      handle: link && handleInLink("facebook", link),
      external_id: page,
      name: cells.text("account_name"),
    },
    // "Title" is where newer files put the caption
    post: { ...post, caption: post.caption ?? cells.text("title") },
    day: null,
  };
};

export const readInstagramRow: ReadRow = (cells, context) => {
  const external_id = cells.id("account_id");
  const username = cells.text("handle");
  const wrong = username && handleFault(username);
  if (wrong) cells.refuse("handle", wrong);
  const post = metaPost("instagram", external_id, cells, context);
  if (!post) return null;
  return {
    account: {
      handle: username && handleOf(username),
      external_id,
      name: cells.text("account_name"),
    },
    post,
    day: null,
  };
};

function metaPost(
  platform: Platform,
  account_id: string | null,
  cells: Cells,
  context: ExportContext,
): PostReading | null {
  const id = cells.id("post_id");
  const link = cells.text("url");
  const url = webAddress(link);
  if (id === null && (url === null || canonicalPermalink(platform, url) === null)) {
    cells.refuse("post_id", "no_post_id");
    return null;
  }
  const published = readPublished(cells.text("published") ?? "", platform, id, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  return {
    external_id: id && fullPostId(platform, account_id, id),
    url,
    published_at: published.at,
    published_precision: published.precision,
    format: formatOfType(cells.text("post_type")),
    caption: cells.text("caption"),
    paid: paidOf(cells.text("paid")),
    removed_at: null,
    ...figuresOfRow(cells),
  };
}

/** The column is empty for an ordinary post, which says nothing about what was paid before the export knew of it. */
const paidOf = (status: string | null): boolean | null =>
  status === null ? null : !/^(?:no\b|none|not |n\/a|organic|tidak|organik|0$)/i.test(status);
