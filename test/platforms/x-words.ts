/** X's two vocabularies, each as its specification lists it (2.159 of February 2026, 2.167 of August 2026). */
import { list } from "./call.ts";

const POST_FIELDS =
  "article,attachments,card_uri,community_id,context_annotations,conversation_id,created_at,display_text_range,edit_controls,entities,geo,id,lang,media_metadata,non_public_metrics,organic_metrics,possibly_sensitive,promoted_metrics,public_metrics,reply_settings,scopes,source,suggested_source_links,suggested_source_links_with_counts,text,withheld";

const USER_FIELDS =
  "confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,name,parody,profile_banner_url,profile_image_url,protected,public_metrics,receives_your_dm,subscription,subscription_type,url,username,verified,verified_followers_count,verified_type,withheld";

const EXPANSIONS =
  "article.cover_media,article.media_entities,attachments.media_keys,attachments.media_source_tweet,attachments.poll_ids,author_id,entities.mentions.username,geo.place_id,in_reply_to_user_id";

const COMMON = {
  "media.fields":
    "alt_text,duration_ms,height,media_key,non_public_metrics,organic_metrics,preview_image_url,promoted_metrics,public_metrics,type,url,variants,width",
  "poll.fields": "duration_minutes,end_datetime,id,options,voting_status",
  "place.fields": "contained_within,country,country_code,full_name,geo,id,name,place_type",
  exclude: "replies,retweets",
};

export const VOCABULARIES = {
  tweet: {
    post_fields: "tweet.fields",
    reposts: "retweet_count",
    posts: "tweet_count",
    referenced: "referenced_tweets",
    referenced_expansion: "referenced_tweets.id",
    included: "tweets",
    history: "edit_history_tweet_ids",
    parameters: {
      ...COMMON,
      "tweet.fields": `${POST_FIELDS},author_id,edit_history_tweet_ids,in_reply_to_user_id,note_tweet,referenced_tweets`,
      "user.fields": `${USER_FIELDS},affiliation,most_recent_tweet_id,pinned_tweet_id`,
      expansions: `${EXPANSIONS},edit_history_tweet_ids,entities.note.mentions.username,referenced_tweets.id,referenced_tweets.id.attachments.media_keys,referenced_tweets.id.author_id`,
      "user expansions": "affiliation.user_id,most_recent_tweet_id,pinned_tweet_id",
    },
  },
  post: {
    post_fields: "post.fields",
    reposts: "repost_count",
    posts: "post_count",
    referenced: "referenced_posts",
    referenced_expansion: "referenced_posts",
    included: "posts",
    history: "edit_history_post_ids",
    parameters: {
      ...COMMON,
      "post.fields": `${POST_FIELDS},article_title,matched_media_notes,note_post,note_request_suggestions,paid_partnership`,
      "user.fields": `${USER_FIELDS},subscribes_to_you`,
      expansions: `${EXPANSIONS},edit_history_post_ids,referenced_posts,username`,
      "user expansions": "affiliation,most_recent_post_id,pinned_post_id",
    },
  },
} as const;

export type Vocabulary = (typeof VOCABULARIES)[keyof typeof VOCABULARIES];

/** Words of a parameter's list that this vocabulary does not have. */
export function unknownWords({ parameters }: Vocabulary, parameter: string, given: string) {
  const known: Record<string, string> = parameters;
  const words = new Set(list(known[parameter]));
  return list(given).filter((word) => !words.has(word));
}
