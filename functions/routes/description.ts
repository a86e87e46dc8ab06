/** The API described: OpenAPI 3.1 for machines, a page for people, both made from the operations. */
import type * as z from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { build } from "#page";
import type { Who } from "../model/link.ts";
import { PROBLEM_STATUS, type ProblemCode } from "../model/problem.ts";
import type { ApiView } from "../present/views/api.ts";
import { ADDRESSES, type Handlers, methodAndPath } from "./addresses.ts";
import { problemWire } from "./operation-shapes.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import { chromeOf, page } from "./page.ts";

export const description = {
  "GET /api/openapi.json": (c) => {
    c.header("access-control-allow-origin", "*");
    return c.json(openApi(new URL(c.req.url).origin));
  },

  "GET /api/docs": (c) =>
    page(c, () => ({
      screen: "api",
      chrome: chromeOf(c),
      origin: new URL(c.req.url).origin,
      routes: ROUTES,
    })),
} satisfies Handlers;

/** The operations where they stand: the path as OpenAPI writes it, the names in it, and who may call. */
const DESCRIBED = (Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]).map((address) => {
  const { method, path } = methodAndPath(address);
  return {
    ...OPERATIONS[address],
    method,
    path: path.replaceAll(/:(\w+)(?:\{.*\})?/g, "{$1}"),
    who: ADDRESSES[address],
    names: [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name),
  };
});

const PATH_WORDS: Record<string, string> = {
  id: "The row's own whole number",
  token: "An export token",
  file: "The file's name, such as days.csv",
  month: "The month, such as 2026-10",
};

export const ROUTES: ApiView["routes"] = DESCRIBED.map(
  ({ method, path, summary, who, names, query }) => {
    const inPath = names.map((name) => ({
      name,
      in: "path",
      required: true,
      description: PATH_WORDS[name] ?? "",
    }));
    const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: "query",
      required: false,
      description: (schema as z.ZodType).meta()?.description ?? "",
    }));
    return { method, path, summary, who, parameters: [...inPath, ...inQuery] };
  },
);

/** Every operation that needs a token may answer these. */
const USUAL: readonly ProblemCode[] = [
  "invalid",
  "unauthorized",
  "forbidden",
  "gone",
  "rate_limited",
];

/** And one that takes a body these. */
const OF_BODIES: readonly ProblemCode[] = ["too_large", "unsupported"];

function openApi(origin: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of DESCRIBED) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationOf(operation),
    };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Denyut",
      version: build,
      description: "Does the library's social media work? Figures in, figures out.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    security: [{ bearer: [] }],
    paths,
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
  });
}

function operationOf(operation: Operation & { who: Who; names: string[] }) {
  const { summary, who, names, query, body, answer, problems = [], also = {} } = operation;
  const open = who === "anyone" || who.endsWith("(in the address)");
  const refusals = [...(open ? [] : USUAL), ...(body ? OF_BODIES : []), ...problems];
  return {
    summary,
    description: `Who may call: ${who}`,
    ...(open ? { security: [] } : {}),
    parameters: names.map((name) => ({
      name,
      in: "path" as const,
      required: true,
      description: PATH_WORDS[name] ?? "",
      schema: { type: "string" as const },
    })),
    ...(query ? { requestParams: { query } } : {}),
    ...(body
      ? {
          requestBody: {
            content: Object.fromEntries(
              Object.entries(body).map(([type, schema]) => [type, { schema }]),
            ),
          },
        }
      : {}),
    responses: {
      [answer.status]: {
        description: "Done",
        content: { [answer.type]: { schema: answer.schema } },
      },
      ...Object.fromEntries(
        refusals.map((code) => [
          PROBLEM_STATUS[code],
          { description: code, content: { "application/json": { schema: problemWire } } },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(also).map(([status, { description, schema }]) => [
          status,
          { description, content: { [answer.type]: { schema } } },
        ]),
      ),
    },
  };
}
