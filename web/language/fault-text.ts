/** A fault as a person reads it. */
import { type Fault, type FaultCode, listedIn } from "../../functions/model/problem.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "./faults.ts";
import { runWords } from "./runs.ts";

export type NameOf = (path: string) => string | null;

/** A fault in words: its own language where its code is known, else what the server said. */
export function faultText(fault: Fault, language: Language, nameOf: NameOf = () => null): string {
  const { path, code, message } = fault;
  const words = faultWords[language];
  const known = words.faults as Record<string, string>;
  // what a platform says of credentials has words of its own; it is about the whole form, and needs no name
  const ofPlatform =
    (words.credentials as Record<string, string>)[code] ??
    (runWords[language].problems as Record<string, string>)[code];
  if (ofPlatform && (path === "credentials" || !known[code])) return ofPlatform;
  const sentence = words.sentences[code as FaultCode];
  if (sentence) return sentence;
  const said = detailed(fault, language) ?? known[code] ?? message;
  return path === "" ? words.whole(said) : `${nameOf(path) ?? path}: ${said}`;
}

/** Where the message names something: the values that are known, the columns that a file has. */
function detailed(fault: Fault, language: Language): string | null {
  const names = listedIn(fault);
  const listed = faultWords[language].listed as Record<string, (names: string) => string>;
  return names === "" ? null : (listed[fault.code]?.(names) ?? null);
}
