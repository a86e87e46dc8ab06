/** Asking TikTok for fields: a single one that it refuses fails the whole call. */
import type { JsonObject } from "../../model/json.ts";
import type { CollectFault } from "../fault.ts";
import type { Http } from "../http.ts";
import { isRefused, type Notebook, refuse } from "../notebook.ts";
import type { Told } from "./talk.ts";

/**
 * What one call came to. `fault`: something that was asked is refused, in TikTok's `words`; what else can be wrong is
 * thrown.
 */
export type Reply = { body: JsonObject; fault: CollectFault | null; words: string };

/** Asks for the fields that the account is known to get; one that is refused is left out from then on. */
export async function askFields(
  { notebook, http }: { notebook: Notebook; http: Http },
  fields: readonly string[],
  askOnce: (fields: readonly string[]) => Promise<Reply>,
): Promise<Told> {
  for (;;) {
    const asked = fields.filter((field) => !isRefused(notebook, field));
    const { body, fault, words } = await askOnce(asked);
    if (!fault) return { asked, body };
    const what = await refusedField(
      asked,
      words,
      async (some) => (await askOnce(some)).fault === null,
    );
    if (what === null) throw fault;
    const reason = fault.code === "permission_missing" ? fault.code : "metric_retired";
    refuse(notebook, { what, reason, at: http.now });
  }
}

/**
 * Which field is it that TikTok refuses, failing all of a call? The one that it names; where it names none, the fields
 * are halved until one is left. `null`: the first alone, which is always there, is refused too, so it is no field.
 * @param isTaken asks with these fields only
 */
export async function refusedField(
  fields: readonly string[],
  message: string,
  isTaken: (fields: readonly string[]) => Promise<boolean>,
): Promise<string | null> {
  const [first, ...others] = fields;
  const named = others.find((field) => new RegExp(`\\b${field}\\b`).test(message));
  if (named !== undefined) return named;
  if (first === undefined || !(await isTaken([first]))) return null;
  let suspects = others;
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    suspects = (await isTaken([first, ...half])) ? suspects.slice(half.length) : half;
  }
  return suspects[0] ?? null;
}
