/** A sentence of `web/language/` in which `*…*` marks what counts. Never for a text from outside. */
export function Rich({ text }: { text: string }) {
  return (
    <>
      {text
        .split("*")
        .map((piece, index) => (index % 2 === 1 ? <em key={index}>{piece}</em> : piece))}
    </>
  );
}

/** The same where nothing can be marked. */
export const plain = (text: string): string => text.replaceAll("*", "");
