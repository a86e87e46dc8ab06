/** What a visit wants to ask of the Graph API: a task, and the desk on which tasks are worked off (`work-off.ts`). */
import type { Answer } from "../../model/answer.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Notebook } from "../notebook.ts";
import type { Graph, Params, Path } from "./graph.ts";
import type { GraphError } from "./graph-errors.ts";

export type Task = Pick<Answer, "of" | "post" | "since" | "until"> & {
  path: Path;
  params: Params;
  asked: readonly string[];
  /** Asked before; it is not tried a third time. */
  again?: true;
  /** Finds out which metric is refused; such tasks go first, alone. */
  learning?: true;
  /** What to ask next, now that this is known. */
  next?: (body: JsonObject) => Task[];
  /** What to ask instead; left out: the refusal is noted as a problem. */
  refused?: (error: GraphError) => Task[];
  /** The task as it is asked now; `null` when there is nothing left to ask of it. */
  renewed?: () => Task | null;
  /** What to do when the visit ends before it is asked, or answered; left out: its post is not read whole. Such tasks go last. */
  left?: () => void;
};

export type Desk = {
  graph: Graph;
  notebook: Notebook;
  now: number;
  /** Kinds of post for which a refused metric is being looked for. */
  learning: Set<string>;
  /** What is asked when all else was. */
  later: Task[];
};

export const openDesk = (graph: Graph, notebook: Notebook): Desk => ({
  graph,
  notebook,
  now: graph.http.now,
  learning: new Set(),
  later: [],
});

/** Notes an answer. */
export const note = (
  { notebook }: Desk,
  { of, post, asked, since, until }: Pick<Task, "of" | "post" | "asked" | "since" | "until">,
  body: unknown,
) => notebook.answers.push({ of, post, asked, since, until, body });

/** The word for a post that is asked for by its id. */
export const POST = "post";

/** Asks for a known post that is due and stands on no page that was read: by its id. */
export const postTask = (post: string, fields: string): Task => ({
  of: POST,
  post,
  since: null,
  until: null,
  asked: fields.split(","),
  path: [post],
  params: { fields },
});

/** Notes that another version of the Graph API was served than the one asked for. */
export function noteVersion({ graph: { otherVersion: detail }, notebook }: Desk): void {
  if (detail !== null) notebook.problems.push({ code: "other_version", detail });
}
