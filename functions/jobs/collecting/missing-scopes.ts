/** What a token lacks, in words for the person who connects it. */

/** `scope`: the permission or role as the platform calls it. */
export type Missing = { scope: string; message: string };

/** What stays unknown without a permission. */
const LOST: Record<string, string> = {
  pages_read_engagement: "the page's posts",
  read_insights: "reach, views, clicks and the days of the page",
  ANALYZE: "reach, views, clicks and the days of the page",
  pages_read_user_content: "when people commented",
  instagram_basic: "the account and its posts",
  instagram_manage_insights: "reach, views, shares, saves and the days of the account",
  instagram_manage_comments: "when people commented",
  instagram_business_manage_insights: "reach, views, shares, saves and the days of the account",
  instagram_business_manage_comments: "when people commented",
  "tweet.read": "the account's posts",
  "users.read": "the account and its followers",
  "offline.access": "everything after two hours: the token cannot be renewed",
  "user.info.profile": "the account's handle",
  "user.info.stats": "followers",
  "user.info.username": "the account's handle",
  "user.insights": "the days of the account",
  "video.list": "the account's posts",
  "video.insights": "reach, saves and watch time",
  "comment.list": "when people commented",
};

export function missingOf(scope: string): Missing {
  const lost = LOST[scope] ?? "a part of the figures";
  const why =
    scope === "ANALYZE"
      ? "the person behind the token has no role on the page that may see insights"
      : `the token lacks the permission ${scope}`;
  return { scope, message: `${why}: ${lost} cannot be read` };
}
