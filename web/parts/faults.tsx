import type { Fault } from "../../functions/model/problem.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultText } from "../language/fault-text.ts";

/** What is wrong with what was sent, a line each; nothing where nothing is. @param nameOf a field as the form calls it */
export function Faults(props: {
  language: Language;
  lead: string;
  faults: readonly Fault[];
  nameOf: (path: string) => string | null;
  /** What a screen knows to say better. */
  textOf?: (fault: Fault) => string | null;
}) {
  const { language, lead, faults, nameOf, textOf } = props;
  if (faults.length === 0) return null;
  return (
    <div class="note weak" role="alert">
      <p>{lead}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path + fault.code}>
            {textOf?.(fault) ?? faultText(fault, language, nameOf)}
          </li>
        ))}
      </ul>
    </div>
  );
}
