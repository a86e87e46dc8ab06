/** Meta's errors, in Meta's words. */
import type { Answer } from "./call.ts";

export type GraphError = {
  code: number;
  subcode?: number;
  message: string;
  status?: number;
  type?: string;
  transient?: boolean;
};

/** Ends a call inside the Graph doors; the door turns it into an answer. */
export const refuse = (error: GraphError): never => {
  throw Object.assign(new Error(error.message), { graph: error });
};

/** What a call was refused for; `null` for a real fault of this program. */
export const refusalOf = (thrown: unknown): GraphError | null =>
  thrown instanceof Error && "graph" in thrown ? (thrown.graph as GraphError) : null;

export function graphAnswer({
  code,
  subcode,
  message,
  status,
  type,
  transient,
}: GraphError): Answer {
  const error = {
    message,
    type: type ?? "OAuthException",
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    is_transient: transient ?? false,
    fbtrace_id: "AFakeTraceOfNothing",
  };
  return { status: status ?? 400, body: { error } };
}

export const invalidMetric = (): GraphError => ({
  code: 100,
  message: "(#100) The value must be a valid insights metric",
});

export const unknownField = (field: string, node: string): GraphError => ({
  code: 100,
  message: `(#100) Tried accessing nonexisting field (${field}) on node type (${node})`,
});

export const badParameter = (message: string): GraphError => ({
  code: 100,
  message: `(#100) ${message}`,
});

export const noObject = (id: string): GraphError => ({
  code: 100,
  subcode: 33,
  type: "GraphMethodException",
  message: `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
});

export const noPermission = (scope: string): GraphError => ({
  code: 10,
  status: 403,
  message: `(#10) This endpoint requires the '${scope}' permission or the Page role that carries it.`,
});

export const unsupportedMetric = (metric: string): GraphError => ({
  code: 100,
  message: `(#100) The Media Insights API does not support the ${metric} metric for this media product type.`,
});

export const tooFewViewers = (): GraphError => ({
  code: 10,
  message: "(#10) Not enough viewers for the media to show insights",
});

const DEAD: Record<number, string> = {
  458: "Error validating access token: The user has not authorized application.",
  459: "Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.",
  460: "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
  463: "Error validating access token: Session has expired.",
  464: "Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.",
  467: "Error validating access token: The session is invalid because the user logged out.",
};

export const deadToken = (subcode: number | null): GraphError => ({
  code: 190,
  status: 401,
  ...(subcode === null ? {} : { subcode }),
  message: (subcode && DEAD[subcode]) || "Invalid OAuth access token - Cannot parse access token",
});

const THROTTLED: Record<number, string> = {
  4: "(#4) Application request limit reached",
  17: "(#17) User request limit reached",
  32: "(#32) Page request limit reached",
  613: "(#613) Calls to this api have exceeded the rate limit.",
};

export const throttled = (code: number): GraphError => ({
  code,
  status: code === 4 ? 403 : 400,
  transient: true,
  message:
    THROTTLED[code] ?? `(#${code}) There have been too many calls from this Business account.`,
});
