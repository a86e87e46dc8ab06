/** A file as Meta Business Suite exports it, of an account that nobody has heard of. */
import type { Instant } from "../../functions/model/snapshot.ts";

const HEADER =
  "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves";
const DAY = 86_400;
const PACIFIC = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * @param number makes it another account, with posts of its own
 * @param end its newest post is a day older
 */
export function instagramFile(handle: string, number: number, rows: number, end: Instant): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const published = PACIFIC.format((end - (index + 1) * DAY) * 1000).replace(", ", " ");
    const id = 18_000_000_000_000_000n + BigInt(number) * 1_000_000n + BigInt(index);
    const size = 50 + ((index * 37) % 60);
    return [
      id,
      17_841_400_000_000_000n + BigInt(number),
      `${handle}.${number}`,
      "Perpustakaan",
      `"Pos ${index}: koleksi baru, kegiatan pekan ini, dan jam layanan. #perpustakaan"`,
      0,
      published,
      "",
      "IG image",
      "",
      "Lifetime",
      size * 20,
      size * 14,
      size,
      Math.round(size / 9),
      0,
      Math.round(size / 15),
      Math.round(size / 7),
    ].join(",");
  });
  return `${[HEADER, ...lines].join("\n")}\n`;
}
