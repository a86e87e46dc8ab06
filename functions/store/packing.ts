/**
 * Many small objects in one JSON column: each an array, its values in the order of a list that is said once. What is
 * packed already stays readable as long as new fields go to the list's end.
 */
import { type Codec, packed, unpacked, type Way } from "./table.ts";

export type Packing<Value> = ReturnType<typeof packing<Value>>;

export function packing<Value>(ways: { readonly [Field in keyof Value]-?: Way<Value[Field]> }) {
  type Field = keyof Value & string;
  const fields = Object.keys(ways) as Field[];
  return {
    /** In the order in which the arrays hold them. */
    fields,
    pack: (value: Value): unknown[] =>
      fields.map((field) => packed(ways[field] as "plain", value[field])),
    unpack: (kept: readonly unknown[]): Value => {
      const value: Record<string, unknown> = {};
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index] as Field;
        value[field] = unpacked(ways[field] as "plain", kept[index] ?? null);
      }
      return value as Value;
    },
  };
}

/** A word of a closed list, kept as its number there: new words go to the list's end. */
export const numbered = <Word extends string>(words: readonly Word[]): Codec<Word> => ({
  pack: (word) => words.indexOf(word),
  unpack: (index) => words[Number(index)] as Word,
});

/** Already JSON inside the array, not a text of its own. */
export const nested = <Value>(): Codec<Value> => ({
  pack: (value) => value,
  unpack: (kept) => kept as Value,
});
