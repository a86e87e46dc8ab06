/**
 * What is not planted at all: faults in words that only people read. A test of them would say the same words a second
 * time. Stryker asks this of each piece of code; what it answers is the reason.
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

/** Lists of a code and what it says in English. */
const LISTS = ["FAULT_MESSAGES", "RUN_PROBLEMS", "EXPORT_TITLES"];

/** Which argument of a call is a sentence. */
const SENTENCES: Record<string, { at: number; why: string }> = {
  column: { at: 2, why: "a column explained to people" },
  Problem: { at: 1, why: "a refusal in English: its code is what screens and tests know" },
  Error: { at: 0, why: "thrown where the code itself is wrong: for a developer to read" },
  TypeError: { at: 0, why: "thrown where the code itself is wrong: for a developer to read" },
};

function shouldIgnore({ node, parent, key, listKey }: Piece): string | undefined {
  if (node.type === "VariableDeclarator" && LISTS.includes(node.id?.name ?? "")) {
    return "a sentence for each code of a closed list";
  }
  const called = parent?.callee;
  if (!called || listKey !== "arguments") return undefined;
  if (called.property?.name === "meta") return "the API described: held by the routes' tests";
  const sentence = SENTENCES[called.name ?? ""];
  return sentence?.at === key ? sentence.why : undefined;
}

export const strykerPlugins = [{ kind: "Ignore", name: "words", value: { shouldIgnore } }];
