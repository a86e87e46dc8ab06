/** The words by which topics are proposed. */
import type { Fault } from "../../model/problem.ts";
import type { Topic } from "../../model/topic.ts";
import type { Chrome } from "./chrome.ts";

export type TopicsView = {
  screen: "topics";
  chrome: Chrome;
  may_plan: boolean;
  topics: { topic: Topic; words: string[]; shipped: boolean }[];
  /** Not every post follows them yet. */
  due: boolean;
  /** Topics that people corrected, and of these those that the words say too. */
  corrected: number;
  agreed: number;
  faults: Fault[];
};
