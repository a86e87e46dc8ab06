/** What works, as the newest looks have it. */
import { claimedPosts, toLookJson } from "../present/look-lines.ts";
import { listShownPosts } from "../store/posts.ts";
import { listLooks } from "../store/works.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import { chosenOf } from "./reading.ts";

export const works = {
  "GET /api/works": (c) =>
    cachedRead(c, async () => {
      const { accounts } = await chosenOf(c);
      const looks = await listLooks(
        c.env.DB,
        accounts.map(({ id }) => id),
      );
      const posts = new Set(await listShownPosts(c.env.DB, looks.flatMap(claimedPosts)));
      return c.json({ looks: looks.map((look) => toLookJson(look, { accounts, posts })) });
    }),
} satisfies Handlers;
