/** Ids and short codes that hold the instants they are asked for, as the platforms make them. */

const ms = (iso: string) => BigInt(Date.parse(iso));

/** X: its milliseconds since X's first id, moved up by 22 bits. */
export const xId = (iso: string, place = 1n): string =>
  String(((ms(iso) - 1_288_834_974_657n) << 22n) + place);

/** TikTok: its seconds, moved up by 32 bits. */
export const tiktokId = (iso: string, place = 1n): string =>
  String(((ms(iso) / 1000n) << 32n) + place);

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Instagram: its milliseconds since 2011-08-24, moved up by 23 bits, in base 64. */
export function instagramCode(iso: string, place = 1n): string {
  let id = ((ms(iso) - 1_314_220_021_721n) << 23n) + place;
  let code = "";
  for (; id > 0n; id /= 64n) code = (DIGITS[Number(id % 64n)] ?? "") + code;
  return code;
}
