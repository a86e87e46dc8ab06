/** How an account is called: by its handle, or by its page's name where the handle is only the platform's number. */
import { PLATFORM_NAMES, type Platform } from "../../functions/model/platform.ts";

type Named = { handle: string; name: string | null };

const isNumber = (handle: string): boolean => /^\d+$/.test(handle);

/** `@perpus`; `Perpustakaan Pasuruan` of `@100064000000777`. */
export const atName = ({ handle, name }: Named): string =>
  isNumber(handle) && name !== null ? name : `@${handle}`;

/** `@perpus · Perpustakaan Pasuruan`; where the handle is a number, the name comes first. */
export function bothNames({ handle, name }: Named): string {
  if (name === null) return `@${handle}`;
  return isNumber(handle) ? `${name} · ${handle}` : `@${handle} · ${name}`;
}

/** `Instagram @perpus`. */
export const whoInWords = ({ platform, ...account }: Named & { platform: Platform }): string =>
  `${PLATFORM_NAMES[platform]} ${atName(account)}`;
