/** The screens of handing the library over, as they may be. */
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { AdminTokenView, RestoreView } from "../../functions/present/views/hand-over.ts";

export function handOverViews(
  chrome: Chrome,
  typed: { library: string; token: string },
): Record<string, RestoreView | AdminTokenView> {
  const restore: RestoreView = {
    screen: "restore",
    chrome,
    restoring: null,
    unused: true,
    admin: true,
    schema: 21,
    day: 100_000,
    written: 0,
    writes: { posts: 3 },
  };
  const restoring = {
    library: typed.library,
    made_at: chrome.now - 86_400,
    percent: 37,
    leaving: false,
  };
  const token: AdminTokenView = { screen: "admin_token", chrome, token: null, wrong: false };
  return {
    restore,
    "restore, in use": { ...restore, unused: false },
    "restore, under way": { ...restore, unused: false, restoring },
    "restore, under way, to a viewer": {
      ...restore,
      chrome: { ...chrome, role: null },
      unused: false,
      restoring,
      admin: false,
    },
    "restore, given up": { ...restore, unused: false, restoring: { ...restoring, leaving: true } },
    "admin token": token,
    "admin token, wrong": { ...token, wrong: true },
    "admin token, made": { ...token, token: typed.token },
  };
}
