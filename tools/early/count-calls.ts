/** Has a Worker remember which of its functions were called, in `globalThis.called`. */
import type { Plugin } from "vite";
import { chunkFunctions } from "./chunk-functions.ts";
import { keyOf } from "./compile-early.ts";

/** The mode of the build that counts. */
export const COUNTING = "counting";

export function countCalls(): Plugin {
  return {
    name: "count-calls",
    renderChunk(code, _chunk, _options, { magicString }) {
      if (!magicString) throw new Error("count-calls needs experimental.nativeMagicString");
      for (const one of chunkFunctions(code)) {
        const { body } = one.node;
        if (!body) continue;
        const remember = `globalThis.called.add(${JSON.stringify(keyOf(one))})`;
        if (body.type === "BlockStatement") {
          magicString.appendRight(body.start + 1, `${remember};`);
        } else {
          magicString.prependRight(body.start, `(${remember}, `).appendLeft(body.end, ")");
        }
      }
      magicString.prepend("globalThis.called = new Set();\n");
      return { code: magicString };
    },
  };
}
