import * as z from "zod";
import { isDay, isTimeZone } from "../model/day.ts";
import { FORMATS } from "../model/format.ts";
import { dayFault } from "../model/known-days.ts";
import { LARGEST_COUNT } from "../model/metric.ts";
import { PLATFORMS } from "../model/platform.ts";
import { isPlatformId } from "../model/platform-id.ts";
import { LONGEST_CAPTION } from "../model/post.ts";
import type { FaultCode } from "../model/problem.ts";
import { LONGEST_COMMENT } from "./asks.ts";
import { handleFault, hasControl, LONGEST_NAME } from "./handle.ts";
import { readInstant } from "./instant.ts";
import { webAddress } from "./permalink.ts";

/**
 * The Snapshot as it comes over the wire. These schemas validate and document; they change nothing, so that the
 * OpenAPI description made from them says exactly what may be sent. A refusal's message is a fault code.
 */

const LONGEST_URL = 2_000;

/** Refuses a text for the reason that `faultOf` gives. */
export const refusing = (faultOf: (text: string) => FaultCode | null) => (payload: Payload) => {
  const message = faultOf(payload.value);
  if (message) payload.issues.push({ code: "custom", message, input: payload.value });
};
type Payload = z.core.ParsePayload<string>;

/** What is wrong with an id: it may become a part of an address, where it must lead nowhere else. */
function idFault(text: string): FaultCode | null {
  if (hasControl(text)) return "control_character";
  const id = text.trim();
  if (id === "") return "empty";
  return isPlatformId(id) ? null : "unsafe_id";
}

export const identifier = z.string().max(LONGEST_NAME).check(refusing(idFault)).meta({
  id: "PlatformId",
  description: "Letters, digits and the marks . _ - : ~ + = @, not dots alone",
});

export const handle = z.string().max(LONGEST_NAME).check(refusing(handleFault));

/** A name or a reason as a person types it, without the spaces around it. */
export const typedText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .check(refusing((text) => (hasControl(text) ? "control_character" : null)));

const instant = z.string().check(
  refusing((text) => {
    const at = readInstant(text);
    return typeof at === "number" ? null : at;
  }),
);

/** A day that a person says; it may lie ahead. */
export const knownDay = z.string().check(refusing(dayFault));

export const dayText = z.string().check(refusing((text) => (isDay(text) ? null : "not_a_day")));

export const instantOrDay = z.string().check(
  refusing((text) => {
    const at = isDay(text) ? 0 : readInstant(text);
    return typeof at === "number" ? null : at;
  }),
);

export const url = z
  .string()
  .max(LONGEST_URL)
  .check(refusing((text) => (webAddress(text) === null ? "bad_url" : null)));

export const count = z.int().min(0).max(LARGEST_COUNT);

/** A figure that the platform may not have given: left out and `null` both mean unknown. */
const figure = (description: string, example: number) =>
  count.nullish().meta({ description, example });

export const figures = {
  likes: figure("Likes; on Facebook all reactions", 31),
  comments: figure("Comments; on X replies", 2),
  shares: figure("Shares; on X reposts and quotes", 4),
  saves: figure("Saves; on X bookmarks, on TikTok favourites", 5),
  reach: figure("How many people saw it", 900),
  views: figure("How often it was seen (formerly impressions)", 1200),
  clicks: figure("Clicks on it", 12),
  watch_seconds: figure("How long it was watched in all, in seconds", 5400),
};

const platform = z.enum(PLATFORMS, { error: enumFault("unknown_platform") });
const format = z.enum(FORMATS, { error: enumFault("unknown_format") });

/** What an enum refuses with: a text outside the list is `code`, anything else has the wrong type. */
function enumFault(code: FaultCode) {
  return ({ input }: { input?: unknown }): FaultCode =>
    input === undefined ? "required" : typeof input === "string" ? code : "wrong_type";
}

const dayWire = z
  .strictObject({
    date: dayText.meta({
      description: "The platform's day",
      example: "2026-11-22",
      format: "date",
    }),
    reach: figure("How many people the account reached on that day", 412),
    views: figure("How often its posts were seen on that day", 1800),
    profile_views: figure("How often its profile was opened on that day", 33),
    followers_gained: figure("New followers of that day", 6),
    followers_lost: figure("Followers who left on that day", 1),
    end_time: instant
      .nullish()
      .meta({ description: "When the platform's day ended", example: "2026-11-23T08:00:00Z" }),
    time_zone: z
      .string()
      .check(refusing((text) => (isTimeZone(text) ? null : "unknown_time_zone")))
      .nullish()
      .meta({
        description: "The zone of the platform's day; left out: the library's",
        example: "America/Los_Angeles",
      }),
  })
  .meta({ id: "DayReading", description: "A platform's own figures of an account for one day" });

const postWire = z
  .strictObject({
    external_id: identifier
      .nullish()
      .meta({ description: "The platform's id of the post", example: "17860000000000001" }),
    url: url.nullish().meta({
      description: "The post's address; identifies it where there is no external_id",
      example: "https://www.instagram.com/p/DRq4v1Zk9aB/",
    }),
    published_at: instantOrDay.meta({
      description: "When it was published; a bare date where the hour is unknown",
      example: "2026-11-19T09:30:00Z",
    }),
    published_precision: z
      .enum(["second", "day"])
      .nullish()
      .meta({ description: "day: the hour of published_at means nothing", example: "second" }),
    format: format.nullish().meta({ description: "What kind of post it is", example: "carousel" }),
    caption: z.string().max(LONGEST_CAPTION).nullish().meta({
      description: "What it says",
      example: "Koleksi baru pekan ini, silakan pinjam.",
    }),
    paid: z.boolean().nullish().meta({ description: "Boosted or sponsored", example: false }),
    removed_at: instant.nullish().meta({
      description: "Since when the post is known to be gone from the platform",
      example: "2026-11-21T00:00:00Z",
    }),
    ...figures,
  })
  .meta({ id: "PostReading", description: "What was seen of one post" });

const commentWire = z
  .strictObject({
    external_id: identifier.meta({
      description: "The platform's id of the comment",
      example: "17890000000000001",
    }),
    post: identifier.meta({
      description: "The platform's id of the post",
      example: "17860000000000001",
    }),
    at: instant.meta({ description: "When it was written", example: "2026-11-19T10:02:11Z" }),
    ours: z.boolean().meta({ description: "Written by the account itself", example: false }),
    reply_to: identifier
      .nullish()
      .meta({ description: "The platform's id of the comment it answers", example: null }),
    asks: z.boolean().nullish().meta({
      description: "Does it look like a question; left out: by its text, where that is given",
      example: true,
    }),
    text: z.string().max(LONGEST_COMMENT).nullish().meta({
      description:
        "What it says: looked at for whether it asks something, and kept nowhere; asks, where it is given, decides",
      example: "Hari Minggu buka, Kak?",
    }),
  })
  .meta({
    id: "CommentReading",
    description:
      "When somebody commented, and whether it looks like a question; neither who nor what is stored. Send the account's own answers too (ours): from the first one on a comment without one is said to wait",
  });

export const snapshotWire = z
  .strictObject({
    platform: platform.meta({ description: "Where the account is", example: "instagram" }),
    account: handle.meta({
      description: "The account's handle, with or without @",
      example: "perpustakaan.pasuruan",
    }),
    external_id: identifier.nullish().meta({
      description: "The platform's own id of the account; keeps it the same through a rename",
      example: "17841400000000000",
    }),
    name: z
      .string()
      .max(LONGEST_NAME)
      .nullish()
      .meta({ description: "The account's name", example: "Perpustakaan Kota Pasuruan" }),
    read_at: instant.meta({
      description: "When these figures were read",
      example: "2026-11-23T05:00:00Z",
    }),
    followers: figure("Followers at read_at", 1204),
    days: z.array(dayWire).nullish().meta({ description: "The platform's own daily figures" }),
    posts: z.array(postWire).nullish().meta({ description: "Posts seen with it" }),
    comments: z.array(commentWire).nullish().meta({ description: "When comments were written" }),
  })
  .meta({
    id: "Snapshot",
    description: "The state of one account, and of the posts seen with it, read at one instant",
  });

export const snapshotsWire = z
  .union([snapshotWire, z.array(snapshotWire)])
  .meta({ description: "One Snapshot or an array of them" });

export type PostWire = z.infer<typeof postWire>;
export type SnapshotWire = z.infer<typeof snapshotWire>;
