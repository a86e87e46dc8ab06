import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

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

export default defineConfig({
  publicDir: "web/public",
  plugins: [assets()],
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
