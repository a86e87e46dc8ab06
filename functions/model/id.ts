/**
 * Can this text be a row's own number, as addresses and files name it? Fifteen digits are whole numbers in JavaScript, too.
 * `isId("42")` is true; `isId("042")`, `isId("4.2")` and `isId("")` are not.
 */
export const isId = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);
