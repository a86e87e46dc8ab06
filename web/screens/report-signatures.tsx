import type { Language } from "../../functions/present/views/chrome.ts";
import { reportWords } from "../language/report.ts";
import type { Paper, Signed } from "../parts/report-paper.ts";

/** Who acknowledges on the left, who made it on the right; a draft has neither. */
export function Signatures({ paper, language }: { paper: Paper; language: Language }) {
  const words = reportWords[language];
  const { signatures } = paper;
  return (
    <section id="signatures" class="signatures">
      <h2>{words.parts.signatures}</h2>
      {signatures === null ? (
        <p>{words.no_signature}</p>
      ) : (
        <div class="signs">
          <Sign signed={signatures.approver} />
          <Sign signed={signatures.author} />
        </div>
      )}
    </section>
  );
}

function Sign({ signed }: { signed: Signed }) {
  return (
    <div>
      <p>{signed.above}</p>
      <p>{signed.title}</p>
      <p class="signed">{signed.named ? <b>{signed.name}</b> : signed.name}</p>
      <p>{signed.nip}</p>
    </div>
  );
}
