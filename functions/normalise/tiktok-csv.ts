/** TikTok's export of videos: who, which and when stands in the link alone. */
import { figuresOfRow, type ReadRow } from "./export-row.ts";
import { instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS } from "./instant.ts";
import { addressInCell, handleInLink, postIdInLink } from "./permalink.ts";
import { publishedOf } from "./published.ts";
import { formatInLink } from "./tiktok-format.ts";

export const readTikTokRow: ReadRow = (cells, context) => {
  const link = cells.text("url");
  const id = link && postIdInLink("tiktok", link);
  if (!link || !id) {
    cells.refuse("url", "no_post_id");
    return null;
  }
  const made = instantOfPost("tiktok", id, link, context.now + CLOCK_LEEWAY_SECONDS);
  const published = publishedOf(cells.text("published") ?? "", "tiktok", made, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  return {
    account: { handle: handleInLink("tiktok", link), external_id: null, name: null },
    post: {
      external_id: id,
      url: addressInCell("tiktok", link),
      published_at: published.at,
      published_precision: published.precision,
      format: formatInLink(link),
      caption: cells.text("caption"),
      paid: null,
      removed_at: null,
      ...figuresOfRow(cells),
    },
    day: null,
    followers: null,
    differs: published.differs,
  };
};
