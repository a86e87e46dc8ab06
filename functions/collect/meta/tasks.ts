/**
 * What a visit wants to ask of the Graph API, worked off in batches. A task's answer goes into the notebook; what it
 * brings to ask next joins the queue. A task that fails costs only itself.
 */
import type { Answer } from "../../model/answer.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { RunProblemCode } from "../../model/run.ts";
import { isRefused, type Notebook, refuse } from "../visit.ts";
import {
  askBatch,
  askGraph,
  type Graph,
  type GraphAnswer,
  type GraphError,
  kindOf,
  LARGEST_BATCH,
  type Params,
} from "./graph.ts";

export type Task = Pick<Answer, "of" | "post" | "since" | "until"> & {
  path: string;
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

/**
 * Works off the tasks. True when all were asked but what may be left; false when the calls ran out before. What was not
 * asked of a post is noted as `unread`, so that the post is read whole the next time.
 */
export async function workOff(desk: Desk, tasks: readonly Task[]): Promise<boolean> {
  const { graph, notebook } = desk;
  let queue = [...tasks];
  while (queue.length > 0) {
    const first = queue.filter((task) => task.learning);
    const candidates = first.length > 0 ? first : inTurn(queue);
    const taken = candidates.slice(0, graph.batches ? LARGEST_BATCH : 1);
    const round = taken
      .map((task) => (task.renewed ? task.renewed() : task))
      .filter((task) => task !== null)
      .filter((task) => !isRefused(notebook, task.of));
    if (round.length > 0 && graph.http.left() === 0) {
      notebook.unfinished = true;
      leaveUnread(desk, queue, "calls");
      return queue.every(({ left }) => left);
    }
    try {
      const answers = round.length === 0 ? [] : await askAll(graph, round);
      queue = queue.filter((task) => !taken.includes(task));
      for (const [index, task] of round.entries()) {
        const answer = answers[index] ?? null;
        queue.push(...settle(desk, task, answer));
        if (graph.pause && answer && "error" in answer) leaveUnread(desk, [task], "fault");
      }
      if (graph.pause) throw graph.pause;
    } catch (thrown) {
      leaveUnread(desk, [...queue, ...desk.later], "fault");
      throw thrown;
    }
  }
  return true;
}

const inTurn = (queue: readonly Task[]): Task[] => [
  ...queue.filter(({ left }) => !left),
  ...queue.filter(({ left }) => left),
];

/** `calls`: nothing is known of the post at all; `fault`: its own figures may still be worth keeping. */
function leaveUnread({ notebook }: Desk, tasks: readonly Task[], why: "calls" | "fault"): void {
  for (const { left } of tasks) left?.();
  const unread = tasks.filter(({ left }) => !left);
  for (const post of new Set(unread.map((task) => task.post))) {
    if (post === null) continue;
    notebook.answers.push({ ...NOTHING, of: "unread", post, asked: [why] });
  }
}

async function askAll(graph: Graph, round: readonly Task[]): Promise<GraphAnswer[]> {
  const [only] = round;
  if (only && round.length === 1) return [await askGraph(graph, only.path, only.params)];
  return await askBatch(graph, round);
}

function settle(desk: Desk, task: Task, answer: GraphAnswer): Task[] {
  const { notebook, now } = desk;
  if (answer && "body" in answer) {
    note(desk, task, answer.body);
    return task.next?.(answer.body) ?? [];
  }
  const kind = answer ? kindOf(answer.error) : "passing";
  const say = (code: RunProblemCode, detail: string) => {
    const said = notebook.problems.some((one) => one.code === code && one.detail === detail);
    if (!said) notebook.problems.push({ code, detail });
  };
  switch (kind) {
    case "too_few_people":
      say("too_few_people", task.of);
      return [];
    case "permission":
      refuse(notebook, { what: task.of, reason: "permission_missing", at: now });
      return [];
    case "gone":
      // of a figure it can also mean a missing permission: only the post itself says that it is gone
      if (task.of === POST) notebook.answers.push({ ...NOTHING, of: "gone", post: task.post });
      return [];
    case "refused":
      if (answer && task.refused) return task.refused(answer.error);
      break;
    case "too_much":
      if (Number(task.params.limit) > 1) return [halved(task)];
      return [];
    case "passing":
      if (!task.again) return [{ ...task, again: true }];
      say("partial", task.of);
      leaveUnread(desk, [task], "fault");
      notebook.unfinished = true;
      return [];
    default:
      break;
  }
  say(
    "http_error",
    `${task.of}: ${answer ? `(#${answer.error.code}) ${answer.error.message}` : ""}`,
  );
  return [];
}

const halved = (task: Task): Task => ({
  ...task,
  params: { ...task.params, limit: String(Math.floor(Number(task.params.limit) / 2)) },
});

/** The word for a post that is asked for by its id. */
export const POST = "post";

const NOTHING = { asked: [], since: null, until: null, body: null };

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

export type InsightsTask = Pick<Task, "of" | "post" | "since" | "until" | "path" | "params"> & {
  /** The kind of post on which it depends what is given: a refusal is remembered as `kind/metric`. */
  kind: string;
  metrics: readonly string[];
  /** The platform gives nothing at all of this post, ever. */
  never?: () => void;
};

/** So often a post waits until another of its kind has found out what is refused. */
const MOST_WAITS = 2;

/** Meta's word for media from before the account became a professional one: it never has insights. */
const BEFORE_CONVERSION = 2_108_006;

/**
 * A group of metrics. One bad metric fails the whole call, without a reliable word which: then they are asked one by
 * one for one post of the kind, what is refused is remembered, and the others of the kind are asked without it.
 */
export function insightsTask(desk: Desk, group: InsightsTask): Task {
  const { kind, metrics, never, ...rest } = group;
  const given = () => metrics.filter((metric) => !isRefused(desk.notebook, `${kind}/${metric}`));
  const asTask = (asked: readonly string[], waited = 0): Task => ({
    ...rest,
    asked,
    params: { metric: asked.join(), ...rest.params },
    renewed: () => {
      const left = asked.filter((metric) => given().includes(metric));
      return left.length === 0 ? null : asTask(left, waited);
    },
    refused: (error) => {
      if (error.subcode === BEFORE_CONVERSION) {
        never?.();
        return [];
      }
      // another post of this kind is already being asked one by one
      if (desk.learning.has(kind)) return waited < MOST_WAITS ? [asTask(asked, waited + 1)] : [];
      if (asked.length === 1) return refuseMetrics(desk, kind, asked, error);
      desk.learning.add(kind);
      return oneByOne(desk, kind, asked, asTask);
    },
  });
  return asTask(given());
}

function oneByOne(
  desk: Desk,
  kind: string,
  metrics: readonly string[],
  asTask: (metrics: readonly string[]) => Task,
): Task[] {
  const bad: { metric: string; error: GraphError }[] = [];
  let answered = 0;
  const done = () => {
    if (answered + bad.length < metrics.length) return;
    desk.learning.delete(kind);
    // when nothing at all is given it is the post, not the metrics
    if (answered === 0) return;
    for (const { metric, error } of bad) refuseMetrics(desk, kind, [metric], error);
  };
  return metrics.map((metric) => {
    const { renewed: _, ...task } = asTask([metric]);
    return {
      ...task,
      learning: true,
      next: () => {
        answered += 1;
        done();
        return [];
      },
      refused: (error) => {
        bad.push({ metric, error });
        done();
        return [];
      },
    };
  });
}

function refuseMetrics(desk: Desk, kind: string, metrics: readonly string[], error: GraphError) {
  const unsupported = /not support|not available|incompatible/i.test(error.message);
  const reason = unsupported ? "not_supported" : "metric_retired";
  for (const metric of metrics) {
    refuse(desk.notebook, { what: `${kind}/${metric}`, reason, at: desk.now });
  }
  return [];
}
