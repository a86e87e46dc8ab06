import type { Chrome } from "../../functions/present/views/chrome.ts";
import { shellWords } from "../language/shell.ts";
import { harmless } from "./harmless.ts";
import { LONGEST_NAME } from "./told.ts";

/** Whose figures they are; those of the demo library say so wherever they go. */
export function libraryTold({ library, demo, language }: Chrome): string {
  const name = harmless(library, LONGEST_NAME);
  return demo && !/\bdemo\b/i.test(name)
    ? `${name} (${shellWords[language].demo.toLowerCase()})`
    : name;
}
