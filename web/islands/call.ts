/** Calls of the JSON API from the page, and what a refusal says in the person's language. */
import type { Fault } from "../../functions/model/problem.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultText, type NameOf } from "../language/fault-text.ts";
import { faultWords } from "../language/faults.ts";

export type Answer =
  | { ok: true; json: Record<string, unknown> }
  /** `status` 0: the network gave no answer. */
  | { ok: false; status: number; code: string; message: string; problems: Fault[] };

/** @param more headers */
export async function call(
  method: string,
  path: string,
  body: Record<string, unknown> | string | Blob | null,
  more: Record<string, string> = {},
): Promise<Answer> {
  const text = typeof body === "string" || body instanceof Blob;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body === null ? {} : { "content-type": text ? "text/csv" : "application/json" }),
        ...more,
      },
      body: body === null ? null : text ? body : JSON.stringify(body),
    });
    const json = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, json };
    const error = (json.error ?? {}) as { code?: string; message?: string; problems?: Fault[] };
    return {
      ok: false,
      status: response.status,
      code: error.code ?? "internal",
      message: error.message ?? "",
      problems: error.problems ?? [],
    };
  } catch {
    return { ok: false, status: 0, code: "unavailable", message: "", problems: [] };
  }
}

/** What the person calls the field that a fault is about; `null`: it has no other name. */
export function refusalText(
  answer: Answer & { ok: false },
  language: Language,
  nameOf?: NameOf,
): string {
  const words = faultWords[language];
  if (answer.status === 0) return words.offline;
  const problems = words.problems as Record<string, string>;
  const head = problems[answer.code] ?? answer.message;
  if (answer.problems.length > 0) {
    const faults = answer.problems.map((one) => faultText(one, language, nameOf));
    // a conflict that names its fault does not pass by itself
    return answer.code === "conflict" ? faults.join("\n") : [head, ...faults].join("\n");
  }
  // what a platform said is nowhere else
  return answer.code === "upstream" ? `${head} ${answer.message}` : head;
}
