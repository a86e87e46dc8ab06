/**
 * The Graph API's `fields`: `id,comments.limit(0).summary(true).as(c){id},insights.metric(reach,views){name,values}`.
 */
import { refuse } from "./graph-errors.ts";

export type Field = {
  name: string;
  /** What it is called in the answer. */
  as: string;
  parameters: Record<string, string>;
  fields: Field[];
};

export function fieldsOf(text: string): Field[] {
  let at = 0;
  const peek = () => text[at];
  const fail = (): never =>
    refuse({
      code: 2500,
      message: `Syntax error "Expected end of string instead of "${peek() ?? ""}"." at character ${at}: ${text}`,
    });
  const word = (): string => {
    const start = at;
    while (at < text.length && /[\w]/.test(text[at] ?? "")) at++;
    return at > start ? text.slice(start, at) : fail();
  };
  /** What stands between parentheses, brackets inside it included. */
  const argument = (): string => {
    let depth = 0;
    const start = ++at;
    for (; at < text.length; at++) {
      if (peek() === "(") depth++;
      if (peek() === ")" && depth-- === 0) return text.slice(start, at++);
    }
    return fail();
  };
  const field = (): Field => {
    const name = word();
    const parameters: Record<string, string> = {};
    let fields: Field[] = [];
    while (peek() === ".") {
      at++;
      const parameter = word();
      if (peek() !== "(") fail();
      parameters[parameter] = argument();
    }
    if (peek() === "{") {
      at++;
      fields = several("}");
    }
    const { as = name, ...others } = parameters;
    return { name, as, parameters: others, fields };
  };
  const several = (end: string | undefined): Field[] => {
    const fields: Field[] = [];
    for (;;) {
      fields.push(field());
      if (peek() === ",") at++;
      else if (peek() === end) {
        at++;
        return fields;
      } else fail();
    }
  };
  text = text.replaceAll(/\s/g, "");
  return text === "" ? [] : several(undefined);
}
