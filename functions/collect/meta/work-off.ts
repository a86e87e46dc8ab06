/**
 * Tasks are worked off in batches. A task's answer goes into the notebook; what it brings to ask next joins the queue. A
 * task that fails costs only itself.
 */
import type { RunProblemCode } from "../../model/run.ts";
import { isRefused, noteGone, refuse } from "../notebook.ts";
import { askBatch, askGraph, type Graph, type GraphAnswer, LARGEST_BATCH } from "./graph.ts";
import { kindOf } from "./graph-errors.ts";
import { type Desk, note, POST, type Task } from "./tasks.ts";

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

/** `calls`: nothing is known of the post at all; `fault`: its own figures may still be worth storing. */
function leaveUnread({ notebook }: Desk, tasks: readonly Task[], why: "calls" | "fault"): void {
  const nothing = { since: null, until: null, body: null };
  for (const { left } of tasks) left?.();
  const unread = tasks.filter(({ left }) => !left);
  for (const post of new Set(unread.map((task) => task.post))) {
    if (post === null) continue;
    notebook.answers.push({ of: "unread", post, asked: [why], ...nothing });
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
      if (task.of === POST) noteGone(notebook, task.post);
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
