import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { compileEarly, readList } from "./tools/early/compile-early.ts";
import { COUNTING, countCalls } from "./tools/early/count-calls.ts";
import { modulesFile } from "./tools/licences.ts";

/** Everything that a page is made from: a change in any of it is another build. */
function sourcesHash(): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const folder of ["functions", "web"]) {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(readFileSync(`${folder}/${name}`));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Tells the Worker's page the names that carry a hash: `web/assets.types.ts` says what stands in the file. */
function assets(): Plugin {
  return {
    name: "assets",
    writeBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      const lines = [
        `export const client = "/${entry?.fileName}";`,
        `export const build = "${sourcesHash()}";`,
      ];
      writeFileSync("dist/assets.js", `${lines.join("\n")}\n`);
    },
  };
}

/** Says which modules are delivered, for the licences of the packages that they are of. */
function licences(): Plugin {
  let outDir = "";
  return {
    name: "licences",
    configResolved({ build }) {
      outDir = build.outDir;
    },
    writeBundle(_options, bundle) {
      const paths = Object.values(bundle).flatMap((file) =>
        file.type === "chunk"
          ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
              renderedLength > 0 ? id : [],
            )
          : [],
      );
      writeFileSync(modulesFile(outDir), JSON.stringify(paths));
    },
  };
}

/** In each file where those licences are. Behind the minifier, which would drop it. */
const postBanner = "/*! licences: /licences.txt */";

/** What the browser gets. */
const client: UserConfig = {
  publicDir: "web/public",
  plugins: [assets(), licences()],
  build: {
    outDir: "dist/client",
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: "web/client.tsx",
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        postBanner,
      },
    },
  },
};

/**
 * The Worker, by `--ssr <entry> --outDir <dir>`: one file, of which a part that is imported later is not run before. What
 * every page needs stands free in it: a start parses that once. Around each of its modules as well, as wrangler's own
 * bundler puts it, a function would have to be parsed again: twice the time.
 */
const workerWith = (plugin: Plugin): UserConfig => ({
  publicDir: false,
  plugins: [licences(), plugin],
  ssr: { target: "webworker", noExternal: true },
  resolve: { conditions: ["workerd", "worker", "module", "browser"] },
  build: {
    target: "es2024",
    // the less there is to read, the sooner a fresh isolate answers; the map says in the logs where an error stood
    minify: true,
    sourcemap: true,
    rolldownOptions: {
      // the engine's own
      external: ["cloudflare:workers"],
      output: { entryFileNames: "worker.js", postBanner },
      // the wrappers too are compiled early only where the list has them
      optimization: { pifeForModuleWrappers: false },
      experimental: { nativeMagicString: true },
    },
  },
});

export default defineConfig(({ isSsrBuild, mode }) => {
  if (!isSsrBuild) return client;
  return workerWith(mode === COUNTING ? countCalls() : compileEarly(readList(".")));
});
