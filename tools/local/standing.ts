/** How a Denyut that was started again stands, to whoever kept its admin token. */

/** `replaced`: the button *New admin password* made another; `restoring`: a backup is being put back, and nothing else answers. */
export type Standing = "open" | "replaced" | "restoring";

export async function standingOf(origin: string, token: string): Promise<Standing> {
  const answer = await fetch(new URL("/api/restore", origin), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.status === 401) return "replaced";
  if (!answer.ok) throw new Error(`GET /api/restore: ${answer.status} ${await answer.text()}`);
  const { state } = (await answer.json()) as { state: string };
  return state === "unused" || state === "in_use" ? "open" : "restoring";
}

/** What is said of it under the addresses; `null`: nothing. */
export const STANDING_WORDS: Record<Standing, string | null> = {
  open: null,
  replaced:
    "The admin token is the one that was made by the button New admin password: log in with that. With it (ADMIN_TOKEN=… npm start) the demo's accounts are collected again and missing links are made.",
  restoring:
    "A backup is being put back here: open /restore to go on with it, or to give it up. Start again afterwards.",
};
