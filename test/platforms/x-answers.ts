/** X's problems. */
import type { Answer } from "./call.ts";

const TYPE = "https://api.twitter.com/2/problems/";

export function invalidRequest(parameter: string, value: string, message: string): Answer {
  return {
    status: 400,
    body: {
      errors: [{ parameters: { [parameter]: [value] }, message }],
      title: "Invalid Request",
      detail: "One or more parameters to your request was invalid.",
      type: `${TYPE}invalid-request`,
    },
  };
}

export const unauthorized = (): Answer => ({
  status: 401,
  body: { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" },
});

/** An app that does not prove who it is, at the token's address. */
export const appRefused = (): Answer => ({
  status: 401,
  body: {
    error: "unauthorized_client",
    error_description: "Missing valid authorization header",
  },
});

export const forbidden = (detail: string): Answer => ({
  status: 403,
  body: {
    title: "Forbidden",
    type: `${TYPE}not-authorized-for-resource`,
    status: 403,
    detail,
  },
});

export const noCredits = (): Answer => ({
  status: 402,
  body: {
    title: "CreditsDepleted",
    type: `${TYPE}credits`,
    status: 402,
    detail: "Your enrolled account does not have any credits to fulfill this request.",
  },
});

export const tooMany = (): Answer => ({
  status: 429,
  body: {
    title: "Too Many Requests",
    type: `${TYPE}rate-limit-exceeded`,
    status: 429,
    detail: "Too Many Requests",
  },
});

/** A part of what was asked that is not there: beside the rest, under `errors`. */
export const notFound = (type: "user" | "tweet", parameter: string, value: string) => ({
  value,
  detail: `Could not find ${type} with ${parameter}: [${value}].`,
  title: "Not Found Error",
  resource_type: type,
  parameter,
  resource_id: value,
  type: `${TYPE}resource-not-found`,
});

export const fieldDenied = (id: string, field: string, parameter: string) => ({
  resource_type: "tweet",
  field,
  resource_id: id,
  parameter,
  value: id,
  title: "Field Authorization Error",
  section: "data",
  detail: `Sorry, you are not authorized to access '${field}' on the Tweet with id : [${id}].`,
  type: `${TYPE}not-authorized-for-field`,
});
