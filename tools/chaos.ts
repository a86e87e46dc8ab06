/**
 * `npm run chaos`: pushes, imports, undo, rebuild, a change of zone, looks, erasing and ticks, killed on their way to the database
 * and on their way back, and fifty writers at once; then what stands is held against a library to which the same was done
 * in peace, and so is what both derive anew. Fails where anything was lost, doubled or made up.
 *
 * -- --seed 7 --kills 50   another run, and how many ticks are killed
 */
import { parseArgs } from "node:util";
import { Problem } from "../functions/model/problem.ts";
import { openDatabase } from "../test/database.ts";
import {
  A_DAY,
  AN_HOUR,
  BEGIN,
  bring,
  type Deed,
  deriveAnew,
  erase,
  look,
  moveZone,
  push,
  race,
  undo,
} from "./chaos/deeds.ts";
import { dying, Killed } from "./chaos/killed.ts";
import { killTicks } from "./chaos/ticks.ts";
import { differences, told } from "./chaos/told.ts";
import { random, wholeBelow } from "./streaks/random.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "60" },
    kills: { type: "string", default: "50" },
  },
});
const dice = random(Number(values.seed));
const WRITERS = 50;
/** A deed goes to the database hardly more often before it is over. */
const TRIPS = 8;
/** In so many rounds of some slices each every account has its look, and all together. */
const LOOKS = 16;

// a tick that dies says so, and goes on with the next account
const { error: complain } = console;
console.error = (...said: unknown[]) => {
  if (!(said[0] instanceof Killed)) complain(...said);
};

const { databases, close } = await openDatabase(["CHAOS", "PEACE"]);
const [chaos, peace] = databases as [D1Database, D1Database];
let now = BEGIN;
const killed = new Map<string, number>();
let raced = 0;
let told_off = 0;

/** Done until it is done: whoever was killed comes again. */
async function survived(deed: Deed): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    const dies = tried < 3 && wholeBelow(dice, 3) > 0;
    try {
      return await deed.do(
        dies ? dying(chaos, wholeBelow(dice, TRIPS), wholeBelow(dice, 2) === 0) : chaos,
      );
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed.set(deed.what, (killed.get(deed.what) ?? 0) + 1);
    }
  }
}

/** As `curl --retry` does: told to come back, it comes back. */
async function again(deed: Deed): Promise<void> {
  for (;;) {
    try {
      return await deed.do(chaos);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "unavailable") throw error;
      told_off += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function next(round: number): Deed {
  if (round % 15 === 14) return moveZone(dice, now);
  if (round % 10 === 4) return bring(dice, now, round);
  if (round % 20 === 9) return undo(now, round - 5);
  if (round % 20 === 17) return deriveAnew(now);
  return push(dice, now);
}

for (let round = 0; round < Number(values.rounds); round += 1) {
  now += AN_HOUR * (1 + wholeBelow(dice, 30));
  const deed = next(round);
  await survived(deed);
  await deed.do(peace);
}
now += A_DAY;
const writers = race(dice, now, WRITERS);
raced += writers.length;
await Promise.all(writers.map(again));
for (const deed of writers) await deed.do(peace);
for (let round = 0; round < LOOKS; round += 1) {
  await survived(look(now));
  await look(now).do(peace);
}
await survived(erase);
await erase.do(peace);
const wrong = differences(await told(chaos), await told(peace));
for (const db of [chaos, peace]) await deriveAnew(now).do(db);
wrong.push(...differences(await told(chaos), await told(peace)));
await close();
const ticks = Number(values.kills);
const untrue = await killTicks(dice, ticks);

const kills = [...killed].map(([what, times]) => `${times} ${what}`).join(", ");
console.log(
  `seed ${values.seed}: killed ${kills}, ${ticks} ticks; ${raced} writers at once, ${told_off} told to come back`,
);
for (const line of [...wrong, ...untrue].slice(0, 40)) console.log(line.slice(0, 300));
console.log(
  wrong.length + untrue.length === 0
    ? "nothing lost, nothing doubled, nothing made up"
    : `${wrong.length + untrue.length} differences`,
);
process.exitCode = wrong.length + untrue.length === 0 ? 0 : 1;
