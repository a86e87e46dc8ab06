/** Stands in for `dist/assets.js`, so that pages are made here without a build. */
export const client = "/assets/client.js";
export const build = "test";
