/** What the build tells the page: written to `dist/assets.js` by vite.config.ts. */

/** The address of the islands' script, its hash in its name. */
export declare const client: string;

/** Changes with every change of the sources. */
export declare const build: string;
