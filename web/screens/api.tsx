/** The API for people: who may call what, with an example that works. */

import { isoInstant } from "../../functions/model/day.ts";
import type { ApiView } from "../../functions/present/views/api.ts";
import { apiWords } from "../language/api.ts";
import { Copyable } from "../parts/copyable.tsx";
import { More } from "../parts/field.tsx";
import { pushExample } from "../parts/push-example.ts";

export const apiTitle = ({ chrome }: ApiView): string => apiWords[chrome.language].title;

type Route = ApiView["routes"][number];

const ERROR = `{"error": {"code": "invalid", "message": "…", "problems": [
  {"path": "posts[3].likes", "code": "not_a_count", "message": "…"}]}}`;

export function Api({ view }: { view: ApiView }) {
  const { chrome, origin, routes } = view;
  const words = apiWords[chrome.language];
  const paths = [...new Set(routes.map((route) => route.path))];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      <a class="action" href="/api/openapi.json">
        {words.machine}
      </a>
      <div class="columns">
        <div>
          <section>
            <h2>{words.auth}</h2>
            <p class="soft lead">{words.auth_text}</p>
            <Copyable language={chrome.language} text="Authorization: Bearer TOKEN" />
          </section>
          <section>
            <h2>{words.push}</h2>
            <p class="soft lead">{words.push_text}</p>
            <Copyable
              language={chrome.language}
              text={pushExample(`${origin}/api/snapshots`, null, isoInstant(chrome.now))}
            />
          </section>
          <section>
            <h2>{words.errors}</h2>
            <p class="soft lead">{words.errors_text}</p>
            <div class="copyable">
              <code>{ERROR}</code>
            </div>
          </section>
        </div>
        <section>
          <h2>{words.routes}</h2>
          <p class="small">
            <code>{"{id}"}</code> {words.id}
          </p>
          <div class="rows">
            {paths.map((path) => (
              <div key={path} class="stacked">
                <h3>
                  <code>{path}</code>
                </h3>
                {routes
                  .filter((route) => route.path === path)
                  .map((route) => (
                    <Method key={route.method} view={view} route={route} />
                  ))}
              </div>
            ))}
          </div>
        </section>
      </div>
    </>
  );
}

function Method({ view, route }: { view: ApiView; route: Route }) {
  const words = apiWords[view.chrome.language];
  const { method, path, summary, who } = route;
  const parameters = route.parameters.filter(({ name }) => name !== "id");
  return (
    <div class="lead">
      <p>
        <b>{method}</b> {words.summaries?.[`${method} ${path}`] ?? summary}
      </p>
      <p class="small">
        {words.who} {words.callers[who] ?? who}
      </p>
      {parameters.length > 0 && (
        <More title={words.parameters(parameters.length)}>
          <Parameters view={view} parameters={parameters} />
        </More>
      )}
    </div>
  );
}

type ParametersProps = { view: ApiView; parameters: Route["parameters"] };

function Parameters({ view, parameters }: ParametersProps) {
  const words = apiWords[view.chrome.language];
  return (
    <dl class="terms">
      {parameters.map(({ name, in: place, required, description }) => (
        <>
          <dt key={name}>
            <code>{place === "path" ? `{${name}}` : `${name}=`}</code>
            {required && <small> {words.required}</small>}
          </dt>
          <dd>{words.described?.[description] ?? (description || words.named[name])}</dd>
        </>
      ))}
    </dl>
  );
}
