/** What a token of Meta's is worth: whose it is, until when, and which permissions it lacks. */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import { askGraph, type Graph, type Params, type Path } from "./graph.ts";
import { type GraphError, kindOf } from "./graph-errors.ts";

/** What a question came to, its refusal included. */
export async function tried(
  graph: Graph,
  path: Path,
  params: Params,
): Promise<{ body: JsonObject; error: GraphError | null }> {
  const answer = await askGraph(graph, path, params);
  if (answer && "body" in answer) return { body: answer.body, error: null };
  return { body: {}, error: answer?.error ?? null };
}

export type TokenFacts = {
  /** `null`: the platform did not say. */
  scopes: string[] | null;
  expires_at: Instant | null;
};

/** Facebook tells of a token what it may; a page's token lives for ever, but its access to data ends after 90 days. */
export async function factsOf(graph: Graph): Promise<TokenFacts> {
  const { body, error } = await tried(graph, ["debug_token"], { input_token: graph.token });
  const facts = objectOf(body.data);
  if (error || facts.is_valid === undefined) return { scopes: null, expires_at: null };
  if (facts.is_valid === false) {
    const said = textOf(objectOf(facts.error).message);
    throw new CollectFault("token_dead", said?.slice(0, 200) ?? null);
  }
  const ends = [facts.expires_at, facts.data_access_expires_at].filter(
    (end): end is number => typeof end === "number" && end > 0,
  );
  const scopes = Array.isArray(facts.scopes) ? facts.scopes.map(textOf) : [];
  return {
    scopes: scopes.filter((scope) => scope !== null),
    expires_at: ends.length === 0 ? null : Math.min(...ends),
  };
}

/** True when the platform refuses this for want of a permission or a role. */
export async function isForbidden(graph: Graph, path: Path, params: Params): Promise<boolean> {
  const { error } = await tried(graph, path, params);
  return error !== null && kindOf(error) === "permission";
}

/** The page's own token, for a person's token; `null` when that person does not have the page. */
export async function pageTokenOf(graph: Graph, page: string): Promise<string | null> {
  const { body } = await tried(graph, [page], { fields: "access_token" });
  return textOf(body.access_token);
}

export type PageChoice = { id: string; name: string | null; token: string };

/** The pages that a person's token opens. */
export async function pagesOf(graph: Graph): Promise<PageChoice[]> {
  const { body } = await tried(graph, ["me", "accounts"], {
    fields: "id,name,access_token",
    limit: "100",
  });
  return objectsOf(body.data).flatMap((page) => {
    const [id, token] = [textOf(page.id), textOf(page.access_token)];
    return id === null || token === null ? [] : [{ id, name: textOf(page.name), token }];
  });
}
