/** Figures of a post or of days, in groups of metrics. */
import { isRefused, refuse } from "../notebook.ts";
import type { GraphError } from "./graph-errors.ts";
import type { Desk, Task } from "./tasks.ts";

type InsightsTask = Pick<Task, "of" | "post" | "since" | "until" | "path" | "params"> & {
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
