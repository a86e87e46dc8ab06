/**
 * What is not planted at all: faults in words that people or platforms chose. A test of them could only say the same
 * words a second time. Stryker asks this of each piece of code; what it answers is the reason.
 */

/** As much of Babel's NodePath as is asked for. */
type Piece = {
  key: string | number | null;
  listKey?: string;
  node: Node;
  parent: Node | undefined;
};
type Node = {
  type: string;
  id?: { name?: string };
  callee?: { name?: string; property?: { name?: string } };
};

/** Lists of words, and what they are. */
const LISTS: Record<string, string> = {
  FAULT_MESSAGES: "a sentence for each code of a closed list",
  RUN_PROBLEMS: "a sentence for each code of a closed list",
  EXPORT_TITLES: "what a platform calls its files",
  EXPORT_COLUMNS: "what a platform calls its columns, in two languages",
};

/** Which argument of a call is a sentence. */
const SENTENCES: Record<string, { at: number; why: string }> = {
  column: { at: 2, why: "a column explained to people" },
  figure: { at: 0, why: "the API described: held by the routes' tests" },
  Problem: { at: 1, why: "a refusal in English: its code is what screens and tests know" },
  Error: { at: 0, why: "thrown where the code itself is wrong: for a developer to read" },
  TypeError: { at: 0, why: "thrown where the code itself is wrong: for a developer to read" },
};

function shouldIgnore({ node, parent, key, listKey }: Piece): string | undefined {
  if (node.type === "VariableDeclarator") return LISTS[node.id?.name ?? ""];
  const called = parent?.callee;
  if (!called || listKey !== "arguments") return undefined;
  if (called.property?.name === "meta") return "the API described: held by the routes' tests";
  const sentence = SENTENCES[called.name ?? ""];
  return sentence?.at === key ? sentence.why : undefined;
}

export const strykerPlugins = [{ kind: "Ignore", name: "words", value: { shouldIgnore } }];
