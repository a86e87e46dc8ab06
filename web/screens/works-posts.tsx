/** The posts behind a claim, as the list of posts draws them. */
import type { WorksPostsView } from "../../functions/present/views/works.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { levelPosts } from "../language/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { Back } from "../parts/back.tsx";
import { whoseName, worksLink } from "../parts/works-link.ts";
import { PostsTable } from "./posts-table.tsx";

export function worksPostsTitle({ chrome, factor, level }: WorksPostsView): string {
  const subject = levelPosts(chrome, factor, level);
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

export function WorksPosts({ view }: { view: WorksPostsView }) {
  const { chrome, of, accounts, month, posts, total } = view;
  const words = worksScreenWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      <Back
        href={worksLink(of)}
        name={words.title}
        label={shellWords[chrome.language].back_to(words.title)}
      />
      <h1>{worksPostsTitle(view)}</h1>
      <p class="lead soft">
        {whoseName(chrome, of, accounts)}.{" "}
        {posts.length === 0 ? words.posts.none : words.posts.newest(posts.length, total)}{" "}
        {posts.length > 0 &&
          `${words.posts.bursts} ${words.posts.until(speech.month(`${month}-01`))}`}
      </p>
      {posts.length > 0 && <PostsTable chrome={chrome} posts={posts} list={null} />}
    </>
  );
}
