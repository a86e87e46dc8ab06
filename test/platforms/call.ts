/** A call as the imitated hosts see it, and what they answer. */
import type { Door } from "./credentials.ts";
import type { Fault } from "./faults.ts";
import type { Grant } from "./grants.ts";
import type { State } from "./state.ts";

export type Incoming = {
  state: State;
  door: Door;
  /** Where the fake itself is: pages of a list carry whole addresses. */
  origin: string;
  method: string;
  /** Without the door and without a slash at the end: `/v26.0/104500000000000/insights`. */
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: string;
  /** The token that was sent, if it is known here. */
  grant: Grant | null;
  /** The fault that this call has met. */
  fault: Fault | null;
  /** The whole answer, as it would come from outside: a batch asks for its parts with it. */
  again: (part: { method: string; address: string }) => Promise<Answer>;
};

export type Answer = {
  status: number;
  /** Sent as JSON; a string is sent as it is. */
  body: unknown;
  headers?: Record<string, string>;
  /** US$ that X takes. */
  cost_usd?: number;
};

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const redirect = (address: string): Answer => ({
  status: 302,
  body: "",
  headers: { location: address },
});

export const list = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** The body of a call: JSON, or a form. */
export function bodyOf({ body }: Incoming): Record<string, unknown> {
  if (body.trimStart().startsWith("{")) {
    try {
      return JSON.parse(body) as Record<string, unknown>;
    } catch {
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The scopes of the call's token, without one that a fault took away. */
export const scopesOf = ({ grant, fault }: Incoming): readonly string[] =>
  (grant?.scopes ?? []).filter(
    (scope) => !(fault?.kind === "scope_missing" && fault.scope === scope),
  );
