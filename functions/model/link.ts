/** What a token opens, and who may call an address: the words in which the API says it. */

export type LinkKind = "admin" | "plan" | "push" | "view" | "export";

/**
 * `view`: who may see the dashboard, `opensDashboard`, or anyone where it is public. "In the address": whoever holds the
 * token there.
 */
export type Who =
  | "anyone"
  | "view"
  | "view (in the address)"
  | "export (in the address)"
  | "push, admin"
  | "plan, admin"
  | "admin";

/** Does it open the dashboard? Figures pushed or read as tables do not need it, and their addresses pass through programs. */
export function opensDashboard(link: { kind: LinkKind; with_dashboard: boolean }): boolean {
  switch (link.kind) {
    case "admin":
    case "plan":
    case "view":
      return true;
    case "export":
      return link.with_dashboard;
    case "push":
      return false;
  }
}
