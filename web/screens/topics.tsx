/** The words by which a post's topic is proposed, a topic a form. */
import type { TopicsView } from "../../functions/present/views/topics.ts";
import { names } from "../language/names.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { topicWords } from "../language/topics.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { More } from "../parts/field.tsx";

export const topicsTitle = ({ chrome }: TopicsView): string => topicWords[chrome.language].title;

export function Topics({ view }: { view: TopicsView }) {
  const { chrome, topics, due, corrected, agreed, faults } = view;
  const words = topicWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      <Back href="/posts" name={tabs.posts} label={back_to(tabs.posts)} />
      <h1>{words.title}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      <p class="soft">
        {corrected === 0
          ? words.no_corrections
          : words.agreement(speech.count(agreed), speech.count(corrected))}
      </p>
      <Faults
        language={chrome.language}
        lead={planWords[chrome.language].plan.refused}
        faults={faults}
        nameOf={() => words.words}
      />
      {due && (
        <form class="note row-between" method="post" action="/topics">
          <span>{words.due}</span>
          {view.may_plan && (
            <button name="do" value="apply" class="plain" type="submit">
              {words.go_on}
            </button>
          )}
        </form>
      )}
      <ul class="rows">
        {topics.map((one) => (
          <li key={one.topic} class="stacked">
            <b>{names[chrome.language].topics[one.topic]}</b>
            <small>
              {one.words.join(", ")}
              {!one.shipped && ` · ${words.own}`}
            </small>
            {view.may_plan && (
              <More title={words.change(names[chrome.language].topics[one.topic])}>
                <form class="form" method="post" action="/topics">
                  <input type="hidden" name="topic" value={one.topic} />
                  <label>
                    {words.words}
                    <textarea name="words" rows={6}>
                      {one.words.join("\n")}
                    </textarea>
                  </label>
                  <p class="actions">
                    <button name="do" value="save" type="submit">
                      {words.save}
                    </button>
                    {!one.shipped && (
                      <button name="do" value="shipped" class="quiet" type="submit">
                        {words.as_shipped}
                      </button>
                    )}
                  </p>
                </form>
              </More>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
