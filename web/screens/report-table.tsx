import type { Cell, TableBlock } from "../parts/report-paper.ts";

/** A table of more columns stands on a phone as a block a row, each figure behind its name. */
const NARROW = 5;
/** A table of no more rows is not cut by a page's end. */
const KEPT = 12;

export function PaperTable({ table }: { table: TableBlock }) {
  const { title, head, rows, shape } = table;
  const wide = head.length > NARROW;
  // where the rows are numbered, what they are stands beside the number
  const main = rows.some(([first]) => first?.value === undefined) ? 0 : 1;
  return (
    <div class={["sheet", rows.length <= KEPT && "keep", shape].filter(Boolean).join(" ")}>
      {title !== null && <h3>{title}</h3>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" aria-label={table.name} tabIndex={0}>
        <table class={wide ? "tall" : undefined}>
          <thead>
            <tr>
              {head.map((name, index) => (
                <th key={name} scope="col" class={classOf(rows[0]?.[index], index, main)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) =>
                  index === main ? (
                    <th key={head[index]} scope="row" class="main">
                      <Shown cell={cell} />
                    </th>
                  ) : (
                    <td
                      key={head[index]}
                      class={classOf(cell, index, main)}
                      data-label={wide ? head[index] : undefined}
                    >
                      <Shown cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Words stand on the left, numbers on the right; a row's own number before what it is of. */
function classOf(cell: Cell | undefined, index: number, main: number): string | undefined {
  if (index === main) return "main";
  if (index < main) return "number";
  return cell?.value === undefined && cell?.under ? "words" : undefined;
}

/** `https://www.` says nothing to who reads it on paper. */
const shortAddress = (href: string): string => href.replace(/^https?:\/\/(www\.)?/, "");

function Shown({ cell }: { cell: Cell }) {
  const { text, under = [], href, tone, absent } = cell;
  return (
    <>
      {absent ? <span class="absent">{text}</span> : text}
      {under.map((line) => (
        <small key={line} class={`block ${tone ?? ""}`}>
          {line}
        </small>
      ))}
      {href && (
        <a class="address" href={href} target="_blank" rel="noopener noreferrer">
          {shortAddress(href)}
        </a>
      )}
    </>
  );
}
