/** Makes the shipped days of the almanac anew: `npm run almanac`, by hand, when a decree is out or a rule changes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ALMANAC_FILE, almanacFile } from "./almanac/file.ts";
import { ROOT } from "./build.ts";

writeFileSync(join(ROOT, ALMANAC_FILE), almanacFile());
