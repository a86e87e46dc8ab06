/** What the Business API tells with which permission: one that lacks fails the whole call. */
import type { BusinessTalk } from "./business-call.ts";
import { lacks } from "./talk.ts";

type Table = Readonly<Record<string, readonly string[]>>;

export const PROFILE_FIELDS: Table = {
  "user.info.basic": ["display_name"],
  "user.info.username": ["username"],
  "user.info.stats": ["followers_count"],
};
export const DAY_FIELDS: Table = {
  "user.insights": [
    "video_views",
    "unique_video_views",
    "profile_views",
    "daily_new_followers",
    "daily_lost_followers",
  ],
};
export const VIDEO_FIELDS: Table = {
  "video.list": [
    "item_id",
    "create_time",
    "caption",
    "media_type",
    "is_ad",
    "share_url",
    "video_views",
    "likes",
    "comments",
    "shares",
  ],
  "video.insights": ["favorites", "reach", "total_time_watched"],
};
export const COMMENTS = "comment.list";

export const SCOPES = [
  ...Object.keys(PROFILE_FIELDS),
  ...Object.keys(DAY_FIELDS),
  ...Object.keys(VIDEO_FIELDS),
  COMMENTS,
];

/** The fields that the token may read. */
export const fieldsOf = (talk: BusinessTalk, table: Table): string[] =>
  Object.entries(table).flatMap(([scope, fields]) => (lacks(talk, scope) ? [] : fields));
