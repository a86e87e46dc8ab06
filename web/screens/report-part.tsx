import type { Language } from "../../functions/present/views/chrome.ts";
import { reportWords } from "../language/report.ts";
import type { Block, Pair, Part } from "../parts/report-paper.ts";
import { PaperTable } from "./report-table.tsx";

/** One part of the report. */
export function PaperPart({ part, language }: { part: Part; language: Language }) {
  return (
    <section id={part.name} class={part.name}>
      <h2>{part.title}</h2>
      {part.blocks.map((block, at) => (
        <Shown key={at} block={block} language={language} />
      ))}
    </section>
  );
}

function Shown({ block, language }: { block: Block; language: Language }) {
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "line":
      return <p class={block.soft ? "small" : undefined}>{block.text}</p>;
    case "sentence":
      return <Sentence {...block} language={language} />;
    case "list": {
      const items = block.items.map(({ text, under }) => (
        <li key={text}>
          {text}
          {under && <small class="block">{under}</small>}
        </li>
      ));
      return block.numbered ? (
        <ol>{items}</ol>
      ) : (
        <ul class={block.soft ? "small" : undefined}>{items}</ul>
      );
    }
    case "table":
      return <PaperTable table={block} />;
  }
}

/** Opens to the figures that made it; on paper, where nothing opens, they stand below it. */
function Sentence(props: {
  text: string;
  evidence: Pair[];
  note: string | null;
  language: Language;
}) {
  const { text, evidence, note, language } = props;
  const words = reportWords[language];
  if (evidence.length === 0) return <p>{text}</p>;
  const basis = evidence.map(([name, value]) => `${name}: ${value}`).join("; ");
  return (
    <>
      <details class="sentence">
        <summary>
          {text} <span class="small link">{words.see_figures}</span>
        </summary>
        <dl class="pairs">
          {evidence.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        {note !== null && <p class="small">{note}</p>}
      </details>
      <p class="on-paper">
        {text}
        <small class="block">
          {words.basis}: {basis}. {note}
        </small>
      </p>
    </>
  );
}
