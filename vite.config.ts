import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { CLIENT_MODULES } from "./tools/licences.ts";

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

/** Says which modules the browser gets, for the licences of the packages that they are of; and in each file where those are. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle: {
      // behind the minifier, which would drop it, and before what vite itself puts on top
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk") file.code = `/*! licences: /licences.txt */\n${file.code}`;
        }
      },
    },
    writeBundle(_options, bundle) {
      const paths = Object.values(bundle).flatMap((file) =>
        file.type === "chunk"
          ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
              renderedLength > 0 ? id : [],
            )
          : [],
      );
      writeFileSync(CLIENT_MODULES, JSON.stringify(paths));
    },
  };
}

export default defineConfig({
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
      },
    },
  },
});
