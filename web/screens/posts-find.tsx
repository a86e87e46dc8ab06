/** Searching, filtering and sorting the list of posts: a plain form. */
import { POST_SORTS, type PostsView } from "../../functions/present/views/posts.ts";
import { names } from "../language/names.ts";
import { postsWords } from "../language/posts.ts";
import { linkTo, parametersOf } from "../links.ts";
import { Choose, Field } from "../parts/field.tsx";
import { EVERY, isFiltered, PATH } from "./posts-link.ts";

export function Find({ view }: { view: PostsView }) {
  const { chrome, choice, q, sort, format, topic, formats, topics } = view;
  const words = postsWords[chrome.language];
  const { formats: formatNames, topics: topicNames } = names[chrome.language];
  return (
    <search>
      <form class="find" method="get" action={PATH}>
        {parametersOf(choice).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="find-line">
          <Field label={words.search} type="search" name="q" value={q} maxLength={200} />
          <button type="submit">{words.search_button}</button>
        </div>
        <details class="more">
          <summary>
            {words.sort} · {words.filter}
          </summary>
          <Choose
            label={words.sort}
            name="sort"
            value={sort}
            options={POST_SORTS.map((one) => [one, words.sorts[one]])}
          />
          <div class="fields">
            <Choose
              label={words.format}
              name="format"
              value={format === "posts" ? "" : (format ?? EVERY)}
              options={[
                ...(formats.includes("story")
                  ? ([
                      ["", words.posts_only],
                      [EVERY, words.with_stories],
                    ] as const)
                  : ([["", words.all_formats]] as const)),
                ...formats.map((one) => [one, formatNames[one]] as const),
              ]}
            />
            <Choose
              label={words.topic}
              name="topic"
              value={topic ?? ""}
              options={[
                ["", words.all_topics],
                ...topics.map((one) => [one, topicNames[one]] as const),
              ]}
            />
          </div>
          <p class="actions">
            <button class="quiet" type="submit">
              {words.apply}
            </button>
            {isFiltered(view) && (
              <a class="action" href={linkTo(PATH, choice)}>
                {words.clear}
              </a>
            )}
          </p>
        </details>
      </form>
    </search>
  );
}
