/** X's account analytics: its posts, and its days. */
import { startOfDay } from "../model/day.ts";
import { figuresOfRow, type ReadRow } from "./export-row.ts";
import { EARLIEST_DAY } from "./instant.ts";
import { handleInLink, postIdInLink, webAddress } from "./permalink.ts";
import { readPublished, readWallTime } from "./wall-time.ts";

/** A post, with a day for its time: the hour is in its id, or unknown. */
export const readXContentRow: ReadRow = (cells, context) => {
  const link = cells.text("url");
  // a spreadsheet can round the id, but not the link
  const id = (link && postIdInLink("x", link)) ?? cells.id("post_id");
  if (id === null) {
    cells.refuse("post_id", "no_post_id");
    return null;
  }
  const published = readPublished(cells.text("published") ?? "", "x", id, context);
  if (typeof published === "string") {
    cells.refuse("published", published);
    return null;
  }
  return {
    account: { handle: link && handleInLink("x", link), external_id: null, name: null },
    post: {
      external_id: id,
      url: webAddress(link),
      published_at: published.at,
      published_precision: published.precision,
      format: null,
      caption: cells.text("caption"),
      paid: null,
      removed_at: null,
      ...figuresOfRow(cells),
    },
    day: null,
  };
};

/** A day of the account. The file does not say whose. */
export const readXOverviewRow: ReadRow = (cells, { now, time_zone, library_zone }) => {
  const day = readWallTime(cells.text("date") ?? "")?.day;
  if (!day) {
    cells.refuse("date", "not_a_day");
    return null;
  }
  if (startOfDay(day, time_zone) > now || day < EARLIEST_DAY) {
    cells.refuse("date", startOfDay(day, time_zone) > now ? "in_the_future" : "too_early");
    return null;
  }
  return {
    account: { handle: null, external_id: null, name: null },
    post: null,
    day: {
      date: day,
      reach: null,
      views: cells.count("views"),
      profile_views: cells.count("profile_views"),
      followers_gained: cells.count("followers_gained"),
      followers_lost: cells.count("followers_lost"),
      end_time: null,
      time_zone: time_zone === library_zone ? null : time_zone,
    },
  };
};
