import { startReceivers } from "/work/wt-tell/test/receivers/start.ts";
import { readFileSync } from "node:fs";
const r = await startReceivers("x", 9311);
setInterval(() => { while (r.received.length) console.log(JSON.stringify(r.received.shift())); }, 500);
