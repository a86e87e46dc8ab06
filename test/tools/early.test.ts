/** What is compiled as an isolate starts is the same Worker, and the list of it is of this one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build, type Plugin } from "vite";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../tools/build.ts";
import { chunkFunctions, WRAPPER } from "../../tools/early/chunk-functions.ts";
import { compileEarly, keyOf, listOf, readList } from "../../tools/early/compile-early.ts";
import { countCalls } from "../../tools/early/count-calls.ts";

/** A bundle of a few modules, written here. @param pluginOf is given the folder that they are in, as the bundler names it */
async function bundled(
  modules: Record<string, string>,
  pluginOf: (folder: string) => Plugin,
): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "denyut-early-"));
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(root, name), code);
  const { output } = (await build({
    configFile: false,
    logLevel: "silent",
    root,
    plugins: [pluginOf(relative(process.cwd(), root))],
    ssr: { target: "webworker", noExternal: true },
    build: {
      write: false,
      ssr: "main.js",
      minify: true,
      target: "es2024",
      rolldownOptions: {
        optimization: { pifeForModuleWrappers: false },
        experimental: { nativeMagicString: true },
      },
    },
  })) as { output: { code: string }[] };
  rmSync(root, { recursive: true });
  const [{ code } = { code: "" }] = output;
  return code;
}

const nothing = (): Plugin => ({ name: "nothing" });
const run = async (code: string): Promise<{ answer: unknown }> =>
  await import(`data:text/javascript,${encodeURIComponent(code)}`);
/** With all of these names compiled early. */
const early =
  (modules: string[], names: string[]) =>
  (folder: string): Plugin =>
    compileEarly(
      new Set(
        modules.flatMap((module) =>
          names.map((name) => keyOf({ module: `${folder}/${module}`, name })),
        ),
      ),
    );

describe("a bundle answers the same", () => {
  test.each([
    [
      "a function before its place",
      "export const answer = double(21); function double(n) { return 2 * n; }",
    ],
    [
      "a function that calls itself",
      "function down(n) { return n === 0 ? [] : [n, ...down(n - 1)]; } export const answer = down(3);",
    ],
    [
      "one that waits",
      "async function double(n) { return 2 * (await n); } export const answer = await double(21);",
    ],
    [
      "one that yields",
      "function* double() { yield 1; yield* [2]; } export const answer = [...double()];",
    ],
    [
      "one that waits and yields",
      "async function* double() { yield 1; } export const answer = (await double().next()).value;",
    ],
    [
      "one that is made with new",
      "function double(n) { this.n = n; } export const answer = new double(4).n;",
    ],
    [
      "its name",
      "function double() {} const down = () => {}; export const answer = [double.length, down.length];",
    ],
    [
      "arrows in arrows",
      "const double = (a) => (b) => ({ sum: a + b }); export const answer = double(1)(2).sum;",
    ],
    [
      "an arrow that waits",
      "const double = async (n) => 2 * n; export const answer = await double(4);",
    ],
    [
      "methods, getters and setters",
      "const down = { get n() { return 1; }, set n(_) {}, m(a) { return [a].map((x) => x + this.n); }, f: function () { return this.m(1); } }; export const answer = down.f();",
    ],
    [
      "a class",
      "class Down { static #n = 1; #m = () => Down.#n; double() { return this.#m(); } } const double = () => new Down().double(); export const answer = double();",
    ],
    [
      "functions as values",
      "const double = [1, 2].map((n) => 2 * n); export const answer = double.concat((function () { return 3; })());",
    ],
    [
      "a default that is a function",
      "function double(n, f = (x) => 2 * x) { return f(n); } export const answer = double(4);",
    ],
  ])("with %s", async (_what, main) => {
    const modules = { "main.js": main };
    const listed = early(["main.js"], ["double", "down", "down.m", "down.f", "#1", "#2"]);
    const plain = await run(await bundled(modules, nothing));
    const counted = await run(await bundled(modules, countCalls));
    const compiled = await run(await bundled(modules, listed));
    expect(compiled.answer).toEqual(plain.answer);
    expect(counted.answer).toEqual(plain.answer);
  });

  test("with a module that is loaded later, and two of one name", async () => {
    const modules = {
      "main.js":
        'import { name } from "./first.js"; const { name: other } = await import("./second.js"); export const answer = [name(), other()];',
      "first.js": 'export function name() { return "first"; }',
      "second.js":
        'import { third } from "./third.js"; const made = third(); export function name() { return made; }',
      "third.js": 'export const third = () => "third";',
    };
    const listed = early(Object.keys(modules), ["name", "third", WRAPPER]);
    for (const plugin of [nothing, countCalls, listed]) {
      expect((await run(await bundled(modules, plugin))).answer).toEqual(["first", "third"]);
    }
  });
});

test("a declaration in a module of CommonJS stays where it is", async () => {
  const modules = {
    "main.js": 'import made from "./old.cjs"; export const answer = made(1);',
    "old.cjs": "const more = 2; module.exports = double; function double(n) { return more * n; }",
  };
  const listed = early(Object.keys(modules), ["double", WRAPPER]);
  for (const plugin of [nothing, countCalls, listed]) {
    expect((await run(await bundled(modules, plugin))).answer).toBe(2);
  }
});

test("what is listed stands in parentheses, with all that is in it; nothing else does", async () => {
  const modules = {
    "main.js":
      "export function early(list) { return list.map((n) => n + 1); } export function late(list) { return list.map((n) => n + 2); } export const later = (n) => n + 3;",
  };
  const code = await bundled(modules, early(["main.js"], ["early"]));
  expect(code).toMatch(/=\(function\((\w+)\)\{return \1\.map\(\(?\((\w+)=>\2\+1\)\)?\)\}\)/);
  expect(code).toMatch(/function \w+\((\w+)\)\{return \1\.map\((\w+)=>\2\+2\)\}/);
  expect(code).toMatch(/\w+=(\w+)=>\1\+3/);
  expect(code.indexOf("+1")).toBeLessThan(code.indexOf("+2"));
});

test("a function is named by its module and by what it is bound to", () => {
  const code = `// a.js
function first() { function inside() {} }
const TEXTS$1 = { title: () => "", more: { lead: (n) => n } };
app.get("/", (c) => c, async () => {});
class Left { out() {} }
// b.js
var value$2, init_b = __esmMin(() => {
  value$2 = () => { later(() => {}); };
});
// not a module
const first$1 = function () {};`;
  expect(chunkFunctions(code).map((one) => keyOf(one))).toEqual([
    "a.js first",
    "a.js TEXTS.title",
    "a.js TEXTS.more.lead",
    "a.js #1",
    "a.js #2",
    `b.js ${WRAPPER}`,
    "b.js value",
    "b.js first",
  ]);
});

test("what was called is remembered, and only that", async () => {
  const modules = {
    "main.js":
      "const called = (n) => n + 1; export const answer = called(1); export const never = () => 2;",
  };
  const { answer } = await run(await bundled(modules, countCalls));
  const { called } = globalThis as unknown as { called: Set<string> };
  expect({ answer, called: [...called] }).toEqual({
    answer: 2,
    called: [expect.stringMatching(/\/main\.js called$/)],
  });
});

describe("the list", () => {
  test("is sorted, a line a module, without what is the bench's own", () => {
    expect(
      listOf(["web/b.tsx two", "functions/a.ts z", "tools/bench/worker.ts fetch", "web/b.tsx one"]),
    ).toBe("functions/a.ts: z\nweb/b.tsx: one two\n");
  });

  test("is of this Worker: nearly all that it names is there", async () => {
    const here = new Set<string>();
    const noting: Plugin = {
      name: "noting",
      renderChunk: {
        order: "pre",
        handler(code) {
          for (const one of chunkFunctions(code)) here.add(keyOf(one));
        },
      },
    };
    await build({
      configFile: join(ROOT, "vite.config.ts"),
      logLevel: "silent",
      plugins: [noting],
      build: { ssr: "functions/worker.ts", write: false },
    });
    const listed = [...readList(ROOT)];
    const gone = listed.filter((key) => !here.has(key));
    expect(listed.length).toBeGreaterThan(400);
    // what was renamed or cut is compiled when it is called, until the list is made anew
    expect(gone.length).toBeLessThan(listed.length / 20);
  });
});
