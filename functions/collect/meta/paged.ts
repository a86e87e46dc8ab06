/** The pages of an edge of the Graph API, by cursor. */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Task } from "./tasks.ts";

/** All pages of an edge, by cursor, as long as `more` wants the next one. */
export function paged(task: Task, more: (items: readonly JsonObject[]) => boolean): Task {
  const next = (body: JsonObject): Task[] => {
    const after = nextCursor(body);
    const also = task.next?.(body) ?? [];
    if (after === null || !more(objectsOf(body.data))) return also;
    return [...also, paged({ ...task, params: { ...task.params, after } }, more)];
  };
  return { ...task, next };
}

/** The cursor of the next page; `null` on the last one, which has a cursor too but no `next`. */
export function nextCursor(body: JsonObject): string | null {
  const paging = objectOf(body.paging);
  return textOf(paging.next) === null ? null : textOf(objectOf(paging.cursors).after);
}
