/**
 * The work that time is told in: parsing, hashing and sorting, as the Worker does them, always the same and in plain
 * JavaScript. A machine that is slow, busy or traced makes it longer as it makes a request longer; their ratio stays.
 */

const ROWS = 500;
/**
 * So many rounds were 10 ms of a core of an Intel Xeon (family 6, model 167, as rented in 2026), in Node 24 as in workerd:
 * the best of several hundred, since the machine was shared. They stay: another count would be another unit.
 */
const ROUNDS = 25;

const TEXT = JSON.stringify(
  Array.from({ length: ROWS }, (_, index) => ({
    id: index,
    name: `Pos ${(index * 7919) % ROWS}: koleksi baru di perpustakaan`,
    likes: (index * 104_729) % 1000,
    reach: index % 7 === 0 ? null : (index * 1299) % 5000,
  })),
);

type Row = { id: number; name: string; likes: number; reach: number | null };

/** @returns a number that depends on all of it, so that nothing can be left out */
export function yardstick(): number {
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const rows: Row[] = JSON.parse(TEXT);
    for (const row of rows) row.likes = (row.likes ^ hash(row.name, round)) & 1023;
    const sorted = rows.toSorted((a, b) => a.likes - b.likes || (a.name < b.name ? -1 : 1));
    sum = (sum + hash(sorted.map(({ id }) => id).join(), sum)) | 0;
  }
  return sum;
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = 2166136261 ^ seed;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  return value;
}
