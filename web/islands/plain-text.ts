/**
 * A text as XML can hold it: without the control characters that it forbids, and without halves of letters. A caption may
 * have either, and a spreadsheet or a document with one would not open.
 */
export const plainText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
