/** What is delivered comes with the licences of the packages in it. */
import { readdirSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapping } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../tools/build.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

let worker: TestWorker;
let served: Response;
let text: string;
beforeAll(async () => {
  worker = await startWorker();
  served = await worker.fetch("/licences.txt");
  text = await served.text();
});
afterAll(() => worker.close());

/** As the Worker's map says, and not what the licences were made from; for the browser what only it gets. */
function packages(): string[] {
  const { sources } = JSON.parse(read("dist/worker/worker.js.map")) as { sources: string[] };
  const ofWorker = sources.flatMap(
    (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
  );
  return [
    ...new Set([
      ...ofWorker,
      "chart.js",
      "@kurkle/color",
      "fflate",
      "read-excel-file",
      "write-excel-file",
      "docx",
    ]),
  ];
}

test("every installation serves them, as a file that nobody has to log in for", () => {
  expect(served.status).toBe(200);
  expect(served.headers.get("content-type")).toMatch(/^text\/plain/);
});

test("each with its package's name, version and whole text", () => {
  const names = packages();
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: object };
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const name of names) {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(read(`${folder}/package.json`));
    expect(text).toContain(`\n${name} ${version} (${license})\n`);
    const file = readdirSync(join(ROOT, folder)).find((one) => /^licen/i.test(one));
    expect(text).toContain(read(`${folder}/${file}`).trim());
  }
});

test("and no package that only builds or tests", () => {
  expect(text).not.toMatch(/^(typescript|wrangler|playwright-core|vitest) \d/m);
});

test("every bundle says where they are", () => {
  const assets = readdirSync(join(ROOT, "dist/client/assets")).map(
    (name) => `client/assets/${name}`,
  );
  for (const name of [...assets, "worker/worker.js"]) {
    expect([name, read(`dist/${name}`).includes("/*! licences: /licences.txt */")]).toEqual([
      name,
      true,
    ]);
  }
});

test("the Worker's map says where in the source an error stood", () => {
  const needle = "there is no such export link";
  const lines = read("dist/worker/worker.js").split("\n");
  const line = lines.findIndex((one) => one.includes(needle));
  const column = lines[line]?.indexOf(needle) ?? -1;
  const map = new SourceMap(JSON.parse(read("dist/worker/worker.js.map")));
  const { originalSource, originalLine } = map.findEntry(line, column) as SourceMapping;
  expect(originalSource).toMatch(/functions\/routes\/access\.ts$/);
  expect(read("functions/routes/access.ts").split("\n")[originalLine]).toContain(needle);
});
