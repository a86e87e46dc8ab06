/**
 * Many small objects in one JSON column: each an array, its values in the order of a list that is said once. What is
 * packed already stays readable as long as new fields go to the list's end.
 */
import { type Codec, packed } from "./table.ts";

/**
 * The list is one literal that takes its values off an array, one after the other: `{ id: next.plain(), gone: next.flag() }`.
 * It is read once to learn the order, and then for each object. An object that is filled by computed names instead takes
 * ten times as long to make, and two years of posts are three thousand of them.
 */
export function packing<Value extends object>(list: (next: Next) => Value) {
  const listed = Object.entries(list(new Asking())).filter(
    (entry): entry is [string, Listed] => entry[1] instanceof Listed,
  );
  const array = new Kept();
  return {
    /** In the order in which the arrays hold them. */
    fields: listed.map(([field]) => field),
    pack: (value: Value): unknown[] =>
      listed.map(([field, { way }]) => packed(way, value[field as keyof Value])),
    unpack: (kept: readonly unknown[]): Value => list(array.from(kept)),
  };
}

/** Takes the next value of the array; one that it has not is `null`. */
interface Next {
  plain<Value extends string | number | null>(): Value;
  /** Kept as 0 and 1. */
  flag<Value extends boolean | null>(): Value;
  as<Value>(codec: Codec<NonNullable<Value>>): Value;
  /** Nothing of the array: the object has a place for what it gets later. */
  later<Value>(value: Value): Value;
}

class Kept implements Next {
  #kept: readonly unknown[] = [];
  #at = 0;

  from(kept: readonly unknown[]): this {
    this.#kept = kept;
    this.#at = 0;
    return this;
  }

  plain<Value>(): Value {
    return (this.#kept[this.#at++] ?? null) as Value;
  }

  flag<Value>(): Value {
    const kept = this.plain<number | null>();
    return (kept === null ? null : kept === 1) as Value;
  }

  as<Value>({ unpack }: Codec<NonNullable<Value>>): Value {
    const kept = this.plain<unknown>();
    return (kept === null ? null : unpack(kept)) as Value;
  }

  later<Value>(value: Value): Value {
    return value;
  }
}

type Way = "plain" | "flag" | Codec<unknown>;

class Listed {
  readonly way: Way;
  constructor(way: Way) {
    this.way = way;
  }
}

/** Gives each field its way in place of a value. */
class Asking implements Next {
  plain<Value>(): Value {
    return new Listed("plain") as Value;
  }

  flag<Value>(): Value {
    return new Listed("flag") as Value;
  }

  as<Value>(codec: Codec<NonNullable<Value>>): Value {
    return new Listed(codec as Codec<unknown>) as Value;
  }

  later<Value>(value: Value): Value {
    return value;
  }
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
