/** Meta Business Suite's exports of posts, Facebook's and Instagram's: one row a post, with its totals so far. */

import type { Platform } from "../model/platform.ts";
import type { PostReading } from "../model/snapshot.ts";
import { type Cells, type ExportContext, figuresOfRow, type ReadRow } from "./export-row.ts";
import { handleFault, handleOf } from "./handle.ts";
import { instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS } from "./instant.ts";
import { isPaid } from "./paid.ts";
import {
  addressInCell,
  canonicalPermalink,
  facebookIdInLink,
  facebookPageInLink,
  facebookPostInLink,
  handleInLink,
} from "./permalink.ts";
import { fullPostId } from "./post-id.ts";
import { formatOfType } from "./post-type.ts";
import { publishedOf } from "./published.ts";

/** A post of Facebook: reactions of all kinds are its likes, and its id is `{page}_{post}`. */
export const readFacebookRow: ReadRow = (cells, context) => {
  const link = cells.text("url");
  const page = cells.id("account_id", {
    elsewhere: link && facebookPageInLink(link),
    spare: true,
  });
  const read = metaPost("facebook", page, cells, context);
  if (!read) return null;
  const { post, differs } = read;
  return {
    account: {
      handle: link && handleInLink("facebook", link),
      external_id: page,
      name: cells.text("account_name"),
    },
    // "Title" is where newer files put the caption
    post: { ...post, caption: post.caption ?? cells.text("title") },
    day: null,
    followers: null,
    differs,
  };
};

export const readInstagramRow: ReadRow = (cells, context) => {
  const external_id = cells.id("account_id", { spare: true });
  const username = cells.text("handle");
  const wrong = username && handleFault(username);
  if (wrong) cells.refuse("handle", wrong);
  const read = metaPost("instagram", external_id, cells, context);
  if (!read) return null;
  return {
    account: {
      handle: username && handleOf(username),
      external_id,
      name: cells.text("account_name"),
    },
    ...read,
    day: null,
    followers: null,
  };
};

function metaPost(
  platform: Platform,
  account_id: string | null,
  cells: Cells,
  context: ExportContext,
): { post: PostReading; differs: boolean } | null {
  const url = addressInCell(platform, cells.text("url"));
  const identified = url !== null && canonicalPermalink(platform, url) !== null;
  // a spreadsheet can round the id, but not the link; Instagram's links hold another number, by which the post is known too
  const facebook = platform === "facebook" && url !== null ? url : null;
  const id = cells.id("post_id", {
    elsewhere: facebook && facebookIdInLink(facebook),
    spare: platform === "instagram" && identified,
  });
  if (id === null && !identified) {
    cells.refuse("post_id", "no_post_id");
    return null;
  }
  const inLink = facebook && facebookPostInLink(facebook);
  if (id !== null && inLink !== null && id.slice(id.indexOf("_") + 1) !== inLink) {
    cells.refuse("post_id", "other_id_in_link");
    return null;
  }
  const made = instantOfPost(platform, id, url, context.now + CLOCK_LEEWAY_SECONDS);
  const published = publishedOf(cells.text("published") ?? "", platform, made, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  const post: PostReading = {
    external_id: id && fullPostId(platform, account_id, id),
    url,
    published_at: published.at,
    published_precision: published.precision,
    format: formatOfType(cells.text("post_type")),
    caption: cells.text("caption"),
    paid: isPaid(cells),
    removed_at: null,
    ...figuresOfRow(cells),
  };
  return { post, differs: published.differs };
}
