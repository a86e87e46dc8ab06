/** What becomes of posts, days and follower counts: the same words before it is stored and after. */
import type { Tally } from "../../functions/model/preview.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { tallyInWords } from "../language/import.ts";

export function TallyFacts({ language, tally }: { language: Language; tally: Tally }) {
  return (
    <>
      {tallyInWords(tally, language).map(([name, said]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{said}</dd>
        </>
      ))}
    </>
  );
}
