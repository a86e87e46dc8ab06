/** What the list of imports says of each, from what it brought. */
import { EXPORT_KINDS } from "../../functions/model/import.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ImportLine, NamedAccount } from "../../functions/present/views/data.ts";
import { accountWords } from "./account.ts";
import { dataWords } from "./data.ts";
import { names } from "./names.ts";
import { speechOf } from "./speech.ts";
import { whoInWords } from "./who.ts";

type Context = { chrome: Chrome; accounts: NamedAccount[] };

/** `title` names it, `about` says what it is, whose and when it came. */
export type CameIn = { title: string; about: string[]; counts: string };

export function cameIn(line: ImportLine, { chrome, accounts }: Context): CameIn {
  const { language } = chrome;
  const words = dataWords[language];
  const speech = speechOf(chrome);
  const kind = kindInWords(line, language);
  const account = accounts.find(({ id }) => id === line.account);
  const who = account ? whoInWords(account) : null;
  const when = speech.instant(line.created_at);
  const day = line.read_at === null ? null : speech.day(speech.dayOf(line.read_at));
  const typed = accountWords[language];
  if (who !== null && day !== null && line.followers !== null) {
    const figure = typed.typed_followers(speech.count(line.followers), day);
    return { title: `${who}: ${figure}`, about: [kind, when], counts: "" };
  }
  if (who !== null && day !== null && line.post !== null) {
    return { title: `${who}: ${typed.typed_post(day)}`, about: [kind, when], counts: "" };
  }
  const ofFile = line.kind !== "typed" && line.kind !== "merged";
  const about = [line.name === null ? null : kind, ofFile ? who : null, when];
  const counts = ofFile ? words.import_counts(line.rows, line.skipped, line.posts_added) : "";
  return { title: line.name ?? kind, about: about.filter((one) => one !== null), counts };
}

/** `Meta, angka harian: Jangkauan`. A kind that this version does not know keeps its own name. */
function kindInWords({ kind, metric }: ImportLine, language: "id" | "en"): string {
  const known = dataWords[language].import_kinds;
  if (kind === "typed" || kind === "merged") return known[kind];
  const said = EXPORT_KINDS.filter((one) => one === kind).map((one) => known[one])[0] ?? kind;
  if (kind !== "meta_daily" || metric === null) return said;
  return `${said}: ${names[language].metrics[metric].toLowerCase()}`;
}
