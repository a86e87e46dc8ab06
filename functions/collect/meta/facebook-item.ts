/** What a post of a page's list says of itself. */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { graphInstant } from "./graph-instant.ts";

export const createdAt = ({ created_time }: JsonObject): Instant | null =>
  graphInstant(created_time);

/** The id of a post's video; `null` when it has none. */
export function videoOf(item: JsonObject): string | null {
  const [attachment] = objectsOf(objectOf(item.attachments).data);
  if (attachment?.media_type !== "video") return null;
  return textOf(objectOf(attachment.target).id);
}
