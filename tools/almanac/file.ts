/** `functions/model/almanac-days.ts` as a text: what is shipped, as short as it can be said. */
import type { Certainty } from "../../functions/model/almanac.ts";
import { publicDays, ramadans } from "./computed.ts";
import { DECREED, LAST_DECREED } from "./decree.ts";
import { EVERY_YEAR } from "./every-year.ts";
import { FEASTS } from "./feasts.ts";
import { keyed, type Shipped } from "./shipped.ts";

export const ALMANAC_FILE = "functions/model/almanac-days.ts";

const FIRST_YEAR = 2026;
const LAST_YEAR = 2035;

/** Every day that moves, in order. */
export function shippedDays(): Shipped[] {
  const eids = DECREED.filter(({ feast }) => feast === "idulfitri").map(({ from }) => from);
  return keyed([
    ...DECREED,
    ...publicDays(LAST_DECREED + 1, LAST_YEAR),
    ...ramadans(FIRST_YEAR, LAST_YEAR, eids),
  ]);
}

export function almanacFile(): string {
  const days = shippedDays();
  const decrees = new Set(DECREED.map(({ source }) => source));
  const sources: [certainty: Certainty, source: string][] = [
    ...days.map(({ source }): [Certainty, string] => [certaintyOf(decrees.has(source)), source]),
    ...EVERY_YEAR.map(({ certainty, source }): [Certainty, string] => [certainty, source]),
  ];
  const unique = new Map(sources.map((source) => [list(source), source]));
  const numbers = new Map([...unique.keys()].map((said, number) => [said, number]));
  const numberOf = (certainty: Certainty, source: string): number =>
    numbers.get(list([certainty, source])) ?? 0;
  const feasts = [...Object.entries(FEASTS), ...EVERY_YEAR.map((day) => [day.feast, day] as const)];
  return `${HEAD}
/** The years that are shipped, both included. */
export const SHIPPED_YEARS = { from: ${FIRST_YEAR}, to: ${LAST_YEAR} } as const;

/** What a day is, by the part of its key before the year. */
export const FEASTS: Readonly<
  Record<string, readonly [kind: AlmanacKind, name_id: string, name_en: string]>
> = {
${lines(feasts, ([feast, { kind, name_id, name_en }]) => `${property(feast)}: ${list([kind, name_id, name_en])}`)}
};

/** Where a day is from, by number. */
export const SOURCES: readonly (readonly [certainty: Certainty, source: string])[] = [
${lines([...unique.keys()], (source) => source)}
];

/** The days that move, in order. */
export const SHIPPED: readonly (readonly [key: string, from: Day, to: Day, source: number])[] = [
${lines(days, ({ key, from, to, source }) => list([key, from, to, numberOf(certaintyOf(decrees.has(source)), source)]))}
];

/** The same dates every year, as \`MM-DD\`, in order. */
export const EVERY_YEAR: readonly (readonly [
  feast: string,
  from: string,
  to: string,
  source: number,
])[] = [
${lines(EVERY_YEAR, ({ feast, from, to, certainty, source }) => list([feast, from, to, numberOf(certainty, source)]))}
];
`;
}

const HEAD = `/** Made by \`npm run almanac\`, not by hand: the days of the almanac. Read by \`almanac-days-between.ts\`. */
import type { AlmanacKind, Certainty } from "./almanac.ts";
import type { Day } from "./snapshot.ts";
`;

const certaintyOf = (decreed: boolean): Certainty => (decreed ? "decree" : "computed");

const list = (values: readonly (string | number)[]): string =>
  `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

const lines = <T>(all: readonly T[], line: (one: T) => string): string =>
  all.map((one) => `  ${line(one)},`).join("\n");

/** The formatter leaves out quotes that a name does not need. */
const property = (name: string): string => (/^[a-z]+$/.test(name) ? name : JSON.stringify(name));
