/** What a person or a program says of a thing of the library's, held to its schema. */
import type * as z from "zod";
import { type Fault, inWords, Problem } from "../model/problem.ts";
import { faultCode, faultsOf } from "./schema-faults.ts";

/** @throws {Problem} `invalid`, with every fault by its path */
export function parsed<Wire extends z.ZodType>(wire: Wire, body: unknown): z.infer<Wire> {
  const { data, error } = wire.safeParse(body, { error: faultCode });
  if (error) throw refusal(faultsOf(error, body, []));
  return data;
}

export const refusal = (faults: Fault[]): Problem =>
  new Problem("invalid", `${inWords(faults)}; nothing was stored`, faults);
