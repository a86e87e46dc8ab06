import type * as z from "zod";
import { FAULT_MESSAGES, type Fault, type FaultCode, fault, listing } from "../model/problem.ts";

/** No person reads more than this many faults of one request, and no answer should be larger than what it refuses. */
export const MOST_FAULTS = 50;

/** What a type that was met is called in a message. */
function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The fault code of a schema's refusal; schemas that know better say their own. For zod's `error` option. */
export function faultCode(issue: z.core.$ZodRawIssue): FaultCode {
  switch (issue.code) {
    case "invalid_value":
      if (issue.input === undefined) return "required";
      return typeof issue.input === "string" ? "not_one_of" : "wrong_type";
    case "invalid_type":
      if (issue.input === undefined)
        return issue.path?.at(-1) === "published_at" ? "no_published_at" : "required";
      if (typeof issue.input !== "number") return "wrong_type";
      if (issue.expected !== "int" && issue.expected !== "number") return "wrong_type";
      return Number.isFinite(issue.input) ? "not_a_count" : "too_large_a_count";
    case "unrecognized_keys":
      return "unknown_field";
    case "too_small":
      return issue.origin === "string" ? "empty" : "not_a_count";
    case "too_big":
      return issue.origin === "string" ? "too_long" : "too_large_a_count";
    default:
      return "wrong_type";
  }
}

/** `posts[3].likes`: where in the input, as a person would write it. Odd keys are quoted and cut short. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[a-z_]\w{0,60}$/i.test(String(step)))
      text += text ? `.${String(step)}` : String(step);
    else text += `[${JSON.stringify(String(step).slice(0, 60))}]`;
  }
  return text;
}

const isCode = (message: string): message is FaultCode => message in FAULT_MESSAGES;

/** What was met where the type is wrong, at the end of `path` in `input`. */
function metAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (place, step) =>
      typeof place === "object" && place !== null ? Reflect.get(place, step) : undefined,
    input,
  );
}

/**
 * A schema's refusals as faults, in the order of the input; `prefix` is where `input` itself stands.
 * @param most so many of them: of a hostile input not even the paths of all are written down
 */
export function faultsOf(
  error: z.ZodError,
  input: unknown,
  prefix: readonly PropertyKey[],
  most: number = MOST_FAULTS,
): Fault[] {
  // one value can break two rules of its schema that say the same
  const faults = new Map<string, Fault>();
  for (const issue of error.issues) {
    for (const one of faultsOfIssue(issue, input, prefix, most - faults.size)) {
      faults.set(`${one.path} ${one.code}`, one);
    }
    if (faults.size >= most) break;
  }
  return [...faults.values()];
}

/** How many faults a schema's refusals are, each unknown field being one. */
export const refusalsIn = (error: z.ZodError): number =>
  error.issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );

function faultsOfIssue(
  issue: z.core.$ZodIssue,
  input: unknown,
  prefix: readonly PropertyKey[],
  most: number,
): Fault[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, most).map((key) => fault(pathText([...path, key]), "unknown_field"));
  }
  // the field that says which of several shapes it is says none of them
  if (issue.code === "invalid_union" && "options" in issue) {
    const met = metAt(input, issue.path);
    if (met === undefined) return [fault(pathText(path), "required")];
    if (typeof met === "string") {
      return [listing(pathText(path), "not_one_of", (issue.options as unknown[]).map(String))];
    }
  }
  // of several shapes the one that it is nearest to is the one that was meant
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
    const inside = metAt(input, issue.path);
    return nearest.flatMap((one) => faultsOfIssue(one, inside, path, most)).slice(0, most);
  }
  const code = isCode(issue.message) ? issue.message : "wrong_type";
  if (code === "not_one_of" && issue.code === "invalid_value") {
    return [listing(pathText(path), code, issue.values.map(String))];
  }
  if (code !== "wrong_type") return [fault(pathText(path), code)];
  const expected = "expected" in issue ? `must be ${issue.expected}` : FAULT_MESSAGES.wrong_type;
  const met = typeName(metAt(input, issue.path));
  return [fault(pathText(path), code, `${expected}, not ${met}`)];
}
