/**
 * Has the engine compile, as an isolate starts, the functions that the first requests call. Any other it compiles when it is
 * called, for which it reads it a second time; and the free plan counts what a request takes of an isolate, not what a start
 * does, which has a second of its own. V8 compiles on the spot what stands in parentheses, since that is mostly called on the
 * spot: https://v8.dev/blog/preparser#pife
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { type ChunkFunction, chunkFunctions, expressionsIn } from "./chunk-functions.ts";

/** Made by `npm run early`: a line a module, its functions behind it. */
export const LIST = "tools/early/functions.txt";

export const readList = (root: string): Set<string> =>
  new Set(
    readFileSync(join(root, LIST), "utf8")
      .split("\n")
      .flatMap((line) => {
        const [module = "", names = ""] = line.split(": ");
        return names.split(" ").map((name) => keyOf({ module, name }));
      }),
  );

export const keyOf = ({ module, name }: Pick<ChunkFunction, "module" | "name">): string =>
  `${module} ${name}`;

/** The list as it is kept, sorted. What is the bench's own is in no library's Worker. */
export function listOf(keys: readonly string[]): string {
  const byModule = Map.groupBy(
    keys.filter((key) => !key.startsWith("tools/")),
    (key) => key.slice(0, key.indexOf(" ")),
  );
  const lines = [...byModule].map(([module, all]) => {
    const names = all.map((key) => key.slice(module.length + 1)).sort();
    return `${module}: ${names.join(" ")}\n`;
  });
  return lines.sort().join("");
}

/** @param early the keys of these functions; what is in them is compiled with them */
export function compileEarly(early: ReadonlySet<string>): Plugin {
  return {
    name: "compile-early",
    renderChunk(code, _chunk, _options, { magicString }) {
      if (!magicString) throw new Error("compile-early needs experimental.nativeMagicString");
      for (const one of chunkFunctions(code)) {
        if (!early.has(keyOf(one))) continue;
        for (const { start, end } of expressionsIn(one.node)) {
          magicString.prependRight(start, "(").appendLeft(end, ")");
        }
        const { node, declared } = one;
        if (!declared || !node.id) continue;
        const { start, end, id, async, generator } = node;
        const kind = `${async ? "async " : ""}function${generator ? "*" : ""}`;
        // a declaration is there before everything, and so must be what takes its place
        magicString
          .overwrite(start, id.end, `var ${id.name} = (${kind} `)
          .appendLeft(end, ");\n")
          .move(start, end, 0);
      }
      // what the bundler would make of it by itself says the function of an error, and not its place
      const map = magicString.generateMap({ hires: "boundary" }).toString();
      return { code: magicString.toString(), map };
    },
  };
}
