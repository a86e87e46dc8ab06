/** Whose the chosen files are, where they do not say it themselves: what is offered, and for which files one answer holds. */
import { EXPORT_PLATFORMS } from "../../functions/model/import.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { SeenFile } from "../../functions/present/views/seen-file.ts";
import type { Answers } from "./bring-file.ts";

export type Whose = { platform: Platform; handle: string; name: string | null };

type Seen = Pick<SeenFile, "kind" | "figure" | "doubts"> & { accounts: Whose[] };
type Chosen = { key: number; answers: Answers; seen: Seen | null };

const asksWhose = ({ doubts }: Seen): boolean => doubts.some(({ code }) => code === "no_account");

/** The platforms that a file can be of: the one in its figure's name, else all that write such a file. */
export const platformsOf = ({
  kind,
  figure,
}: Pick<Seen, "kind" | "figure">): readonly Platform[] =>
  figure?.platform ? [figure.platform] : EXPORT_PLATFORMS[kind];

/** The accounts to choose from: those known here, then those that the files chosen with it name or were said to be of. */
export function offered(
  platforms: readonly Platform[],
  known: readonly Whose[],
  files: readonly Pick<Chosen, "seen">[],
): Whose[] {
  const named = files.flatMap(({ seen }) => seen?.accounts ?? []);
  const all = [...known, ...named].filter(({ platform }) => platforms.includes(platform));
  const keys = all.map(({ platform, handle }) => `${platform}/${handle}`);
  return all.flatMap(({ platform, handle, name }, at) =>
    keys.indexOf(`${platform}/${handle}`) === at ? { platform, handle, name } : [],
  );
}

/**
 * The other files for which an answer to "whose file is this?" holds as well: those that ask the same, can be of no other
 * platform, and have no answer of their own.
 */
export function answeredToo(
  files: readonly Chosen[],
  key: number,
  { platform }: Answers,
): number[] {
  return files.flatMap((file) => {
    if (file.key === key || !file.seen || !asksWhose(file.seen)) return [];
    const [only, ...others] = platformsOf(file.seen);
    const free = file.answers.account === undefined && others.length === 0;
    return free && only === platform ? file.key : [];
  });
}
