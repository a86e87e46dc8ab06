/**
 * `dist/client/licences.txt`: the licence of every package that is in what is delivered, as the bundlers say which are. A
 * minifier drops most of the notices that the packages carry in their code, and their licences ask that they come along.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** What the bundler says that it put into the files of a folder: paths of modules. */
export const modulesFile = (dir: string): string => `${dir}-modules.json`;
const DELIVERED = ["dist/client", "dist/worker"];
export const LICENCES = "dist/client/licences.txt";

/** @param root the folder that the paths of modules start from */
export function writeLicences(root: string): void {
  const folders = new Set(modules(root).flatMap((path) => packageFolder(resolve(root, path))));
  const entries = [...folders].map(entryOf).sort((a, b) => a.title.localeCompare(b.title, "en"));
  const text = [
    "Denyut is made with these packages, and delivers code of theirs to the browser or runs it on the server.",
    ...entries.map(({ title, licence }) => `${RULE}\n${title}\n${RULE}\n\n${licence.trim()}`),
  ].join("\n\n");
  writeFileSync(join(root, LICENCES), `${text}\n`);
}

const RULE = "-".repeat(72);

function modules(root: string): string[] {
  return DELIVERED.flatMap(
    (dir) => JSON.parse(readFileSync(join(root, modulesFile(dir)), "utf8")) as string[],
  );
}

/** The folder of the package that a module is of; none for our own. */
function packageFolder(path: string): string | [] {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder ?? [];
}

function entryOf(folder: string): { title: string; licence: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file));
  // better no build than one that breaks a licence
  if (files.length === 0) {
    throw new Error(`${relative(".", folder)} is in the bundle and has no file with its licence`);
  }
  const licence = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return { title: `${name} ${version} (${license})`, licence: licence.join("\n\n") };
}

if (import.meta.main) writeLicences(join(import.meta.dirname, ".."));
