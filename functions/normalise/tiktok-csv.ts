/** TikTok Studio's export of videos: who and which stands in the link alone. */
import { figuresOfRow, type ReadRow } from "./export-row.ts";
import { handleInLink, postIdInLink, webAddress } from "./permalink.ts";
import { formatInLink } from "./tiktok-format.ts";
import { readPublished } from "./wall-time.ts";

export const readTikTokRow: ReadRow = (cells, context) => {
  const link = cells.text("url");
  const id = link && postIdInLink("tiktok", link);
  if (!link || !id) {
    cells.refuse("url", "no_post_id");
    return null;
  }
  const published = readPublished(cells.text("published") ?? "", "tiktok", id, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  return {
    account: { handle: handleInLink("tiktok", link), external_id: null, name: null },
    post: {
      external_id: id,
      url: webAddress(link),
      published_at: published.at,
      published_precision: published.precision,
      format: formatInLink(link),
      caption: cells.text("caption"),
      paid: null,
      removed_at: null,
      ...figuresOfRow(cells),
    },
    day: null,
  };
};
