/** The functions of a bundled file, each by the module that it is written in and a name that it keeps from build to build. */
import { type ESTree, parseSync } from "vite";

export type ChunkFunction = {
  module: string;
  /** Of what it is bound to, such as `monthOf` or `TEXTS.title`; `#2` is the second that is bound to the same, or to nothing. */
  name: string;
  node: AnyFunction;
  /** A declaration of the file itself, which stands before everything; one inside a module's wrapper is that module's. */
  declared: boolean;
};

export type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;
type Node = ESTree.Node & { body?: unknown };

/** What the bundler puts before each module. */
const MODULE = /^ (.+\.(?:[cm]?[jt]sx?))$/;
/** What it puts around one that is not run before it is asked for. */
const WRAPPERS = /^__(?:esm|commonJS)(?:Min)?$/;
/** As a module's own wrapper is named here. */
export const WRAPPER = "(module)";

/**
 * The outermost functions, those of a class left out, in the order of the file.
 * @param code as the bundler joined it, before it is minified
 */
export function chunkFunctions(code: string): ChunkFunction[] {
  const { program, comments } = parseSync("chunk.js", code, { preserveParens: false });
  const modules = comments
    .filter(({ type }) => type === "Line")
    .flatMap(({ value, start }) => {
      const [, name] = MODULE.exec(value) ?? [];
      return name === undefined ? [] : { name, start };
    });
  const found: ChunkFunction[] = [];
  const used = new Map<string, number>();
  let next = 0;

  const add = (node: AnyFunction, bound: string) => {
    const module = modules[next - 1]?.name ?? "";
    const times = (used.get(`${module} ${bound}`) ?? 0) + 1;
    used.set(`${module} ${bound}`, times);
    found.push({
      module,
      name: times === 1 && bound !== "" ? bound : `${bound}#${times}`,
      node,
      declared: node.type === "FunctionDeclaration" && program.body.includes(node),
    });
  };

  function visit(node: Node, bound: string): void {
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return;
    const wrapped = wrappedBy(node);
    if (wrapped !== null) {
      add(wrapped, WRAPPER);
      eachChild(wrapped, (child) => visit(child, ""));
    } else if (isFunction(node)) {
      add(node, "id" in node && node.id ? plain(node.id.name) : bound);
    } else {
      const name = [bound, boundBy(node)].filter((part) => part !== "").join(".");
      eachChild(node, (child) => visit(child, name));
    }
  }
  for (const statement of program.body) {
    while ((modules[next]?.start ?? Number.POSITIVE_INFINITY) < statement.start) next++;
    visit(statement, "");
  }
  return found;
}

/** All in a function that can stand in parentheses, itself included where it can. */
export function expressionsIn(node: Node): AnyFunction[] {
  const found: AnyFunction[] = [];
  const visit = (one: Node) => {
    if (isFunction(one) && one.type !== "FunctionDeclaration") found.push(one);
    eachChild(one, visit);
  };
  visit(node);
  return found;
}

/** Each node right beneath; a method's function is left out for what is in it: it cannot stand in parentheses. */
function eachChild(node: Node, visit: (child: Node) => void): void {
  const isMethod =
    node.type === "MethodDefinition" ||
    (node.type === "Property" && (node.method || node.kind !== "init"));
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      if (isMethod && key === "value") eachChild(child, visit);
      else visit(child);
    }
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

const isFunction = (node: Node): node is AnyFunction =>
  (node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression") &&
  isNode(node.body);

function wrappedBy(node: Node): AnyFunction | null {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return null;
  const [first] = node.arguments;
  return WRAPPERS.test(node.callee.name) && first && isFunction(first) ? first : null;
}

/** The name that a node gives to what is in it. */
function boundBy(node: Node): string {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
    return plain(node.id.name);
  }
  if (node.type === "AssignmentExpression" && node.left.type === "Identifier") {
    return plain(node.left.name);
  }
  if (node.type === "Property" && node.key.type === "Identifier") return node.key.name;
  return "";
}

/** Without what the bundler adds where two modules use the same name. */
const plain = (name: string): string => name.replace(/\$\d+$/, "");
