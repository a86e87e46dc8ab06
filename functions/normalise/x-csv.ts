/** X's account analytics: its posts. */
import { figuresOfRow, type ReadRow } from "./export-row.ts";
import { instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS } from "./instant.ts";
import { addressInCell, handleInLink, postIdInLink } from "./permalink.ts";
import { publishedOf } from "./published.ts";

/** A post, with a day for its time: the hour is in its id, or unknown. */
export const readXContentRow: ReadRow = (cells, context) => {
  const caption = cells.text("caption");
  // answers stand among the posts, and are none, as for the collector
  if (caption && isReply(caption)) {
    cells.leave("reply");
    return null;
  }
  const link = cells.text("url");
  // a spreadsheet can round the id, but not the link
  const inLink = link && postIdInLink("x", link);
  const said = cells.id("post_id", { elsewhere: inLink });
  if (said !== null && inLink !== null && said !== inLink) {
    cells.refuse("post_id", "other_id_in_link");
    return null;
  }
  const id = inLink ?? said;
  if (id === null) {
    cells.refuse("post_id", "no_post_id");
    return null;
  }
  const made = instantOfPost("x", id, link, context.now + CLOCK_LEEWAY_SECONDS);
  const published = publishedOf(cells.text("published") ?? "", "x", made, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  return {
    account: { handle: link && handleInLink("x", link), external_id: null, name: null },
    post: {
      external_id: id,
      url: addressInCell("x", link),
      published_at: published.at,
      published_precision: published.precision,
      format: null,
      caption,
      paid: null,
      removed_at: null,
      ...figuresOfRow(cells),
    },
    day: null,
    followers: null,
    differs: published.differs,
  };
};

/**
 * A spreadsheet may have put a mark before the @, an app the marks that keep a name's direction, and a keyboard for
 * Chinese or Japanese writes it wide.
 */
const isReply = (caption: string): boolean =>
  /^['‘’]?@\w/.test(
    caption
      .normalize("NFKC")
      .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
      .trimStart(),
  );
