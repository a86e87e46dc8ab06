/** The links that `npm start` prints: made once, and anew when somebody revoked them. */
import type { Api } from "./api.ts";
import { type State, saveState } from "./state.ts";

const NAMES = {
  view: "Contoh: melihat",
  plan: "Rina (relawan)",
  export: "Contoh: lembar kerja",
  push: "Contoh: data",
} as const;
type Kind = keyof typeof NAMES;

/** As it was made earlier, for whoever cannot ask whether it still opens; `null`: it never was. */
export const keptLink = (kind: Kind, state: State): string | null =>
  state.links?.[kind]?.text ?? null;

/** A link of this kind that opens: its path with the token in it, or for `push` the token itself. */
export async function linkOf(
  kind: Kind,
  { admin, folder, state }: { admin: Api; folder: string; state: State },
): Promise<string> {
  const kept = state.links?.[kind];
  if (kept) {
    const { links } = await admin<{ links: { id: number; revoked_at: string | null }[] }>(
      "GET",
      "/api/links",
    );
    if (links.some(({ id, revoked_at }) => id === kept.id && revoked_at === null)) return kept.text;
  }
  const made = await admin<{ id: number; url: string | null; token: string }>(
    "POST",
    "/api/links",
    { kind, name: NAMES[kind] },
  );
  const text = made.url && kind !== "push" ? new URL(made.url).pathname : made.token;
  state.links = { ...state.links, [kind]: { id: made.id, text } };
  saveState(folder, state);
  return text;
}
