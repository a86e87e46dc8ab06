/** Objects of the Graph API: fields to read and edges to follow, and lists cut into pages. */
import type { Instant } from "../../functions/model/snapshot.ts";
import type { Incoming } from "./call.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { badParameter, refuse, unknownField } from "./graph-errors.ts";

export type Parameters = Record<string, string>;

export type Node = {
  type: string;
  id: string;
  /** What is answered when nothing is asked for. */
  usual: readonly string[];
  /** `undefined` leaves the field out, as Meta does with what is empty. */
  fields: Record<string, (field: Field) => unknown>;
  edges: Record<string, (parameters: Parameters, fields: Field[]) => unknown>;
  /** Fields that exist and are empty here, so that they are left out. */
  empty?: readonly string[];
};

export function readNode(node: Node, fields: readonly Field[]): Record<string, unknown> {
  const asked =
    fields.length > 0
      ? fields
      : node.usual.map((name): Field => ({ name, as: name, parameters: {}, fields: [] }));
  const answer: Record<string, unknown> = {};
  for (const field of asked) {
    const own = Object.hasOwn(node.fields, field.name) ? node.fields[field.name] : undefined;
    const edge = Object.hasOwn(node.edges, field.name) ? node.edges[field.name] : undefined;
    if (own) {
      const value = own(field);
      if (value !== undefined) answer[field.as] = within(value, field.fields);
    } else if (edge) answer[field.as] = edge(field.parameters, field.fields);
    else if (field.name !== "id" && !node.empty?.includes(field.name))
      refuse(unknownField(field.name, node.type));
  }
  return { ...answer, id: node.id };
}

/** Only the asked parts of an object inside a field. */
function within(value: unknown, fields: readonly Field[]): unknown {
  if (fields.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => within(one, fields));
  const parts = value as Record<string, unknown>;
  if (Array.isArray(parts.data)) return { ...parts, data: within(parts.data, fields) };
  return Object.fromEntries(
    fields
      .filter(({ name }) => parts[name] !== undefined)
      .map(({ name, as, fields: inner }) => [as, within(parts[name], inner)]),
  );
}

/** `2026-11-20T03:12:44+0000`, as Meta writes instants. */
export const graphTime = (at: Instant): string =>
  `${new Date(at * 1000).toISOString().slice(0, 19)}+0000`;

type Listed<T> = {
  /** The edge's own address: `104500000000000/published_posts`. */
  address: string;
  items: readonly T[];
  id: (item: T) => string;
  node: (item: T) => Node;
  most: number;
  usual?: number;
};

/** One page of a list: those after the cursor, as many as `limit` says. */
export function pageOf<T>(
  call: Incoming,
  parameters: Parameters,
  fields: Field[],
  { address, items, id, node, most, usual = 25 }: Listed<T>,
) {
  const limit = parameters.limit === undefined ? usual : Number(parameters.limit);
  if (!Number.isInteger(limit) || limit < 0 || limit > most) {
    refuse(badParameter(`Param limit must be a number between 0 and ${most}`));
  }
  tooMuch(call, limit);
  const from = parameters.after === undefined ? 0 : placeAfter(items.map(id), parameters.after);
  const shown = items.slice(from, from + limit);
  const data = shown.map((item) => readNode(node(item), fields));
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { data };
  const cursors = {
    before: cursorOf(id(first), from),
    after: cursorOf(id(last), from + shown.length - 1),
  };
  const more = from + limit < items.length;
  const next = pageAddress(call, address, parameters, fields, cursors.after);
  return { data, paging: { cursors, ...(more ? { next } : {}) } };
}

const cursorOf = (id: string, place: number): string => btoa(`${place}:${id}`);

/** Behind the object that the cursor names; behind its place when it is gone. */
function placeAfter(ids: readonly string[], cursor: string): number {
  const [place = "", id = ""] = atob(cursor).split(":");
  const found = ids.indexOf(id);
  return found >= 0 ? found + 1 : Number(place);
}

function tooMuch({ fault }: Incoming, limit: number): void {
  if (fault?.kind !== "too_much_data" || limit <= fault.limit) return;
  refuse({
    code: 1,
    status: 500,
    message: "Please reduce the amount of data you're asking for, then retry your request",
  });
}

/** Where the next page is. It carries the token only when the call carried it in its address. */
function pageAddress(
  call: Incoming,
  address: string,
  parameters: Parameters,
  fields: Field[],
  after: string,
): string {
  const { access_token } = call.query;
  const query = new URLSearchParams({
    ...(access_token === undefined ? {} : { access_token }),
    ...Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== "access_token")),
    ...(fields.length === 0 ? {} : { fields: fields.map(textOf).join(",") }),
    after,
  });
  return `${call.origin}/${call.door}/v26.0/${address}?${query}`;
}

/** A field as it is asked for. */
function textOf({ name, as, parameters, fields }: Field): string {
  const all = Object.entries(parameters).map(([key, value]) => `.${key}(${value})`);
  const alias = as === name ? "" : `.as(${as})`;
  const inner = fields.length === 0 ? "" : `{${fields.map(textOf).join(",")}}`;
  return `${name}${all.join("")}${alias}${inner}`;
}

/** What an edge asked for directly is asked with: its parameters, and its fields taken out of them. */
export function edgeAsked(query: Parameters): { parameters: Parameters; fields: Field[] } {
  const { fields = "", ...parameters } = query;
  return { parameters, fields: fieldsOf(fields) };
}
