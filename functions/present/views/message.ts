/** Login, a refusal, an empty place: a page that says one thing. */
import type { Chrome } from "./chrome.ts";

export type MessageView = {
  screen: "message";
  chrome: Chrome;
  message:
    | "login"
    | "wrong_token"
    | "leave"
    | "offline"
    | "no_link"
    | "link_unknown"
    | "link_expired"
    | "link_revoked"
    | "not_found"
    | "forbidden"
    | "forbidden_to_plan"
    | "forbidden_to_view"
    | "too_many"
    | "invalid"
    | "unavailable"
    | "internal";
  /** What exactly was wrong, for `invalid` and `unavailable`. */
  problems: { path: string; code: string; message: string }[];
  /** What a messenger may show of it besides the library's name and the month. */
  preview?: string;
};
