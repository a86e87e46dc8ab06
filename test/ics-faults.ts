/**
 * A strict reader of RFC 5545, a line at a time: what a file of ours may hold and no more. Calendars forgive much, each
 * something else, so that a file which one opens another drops without a word.
 */

const SINGLE = 1;
const ANY = Number.POSITIVE_INFINITY;

/** The properties that are known, by component, with how often each may stand there. */
const PROPERTIES: Record<string, Record<string, number>> = {
  VCALENDAR: {
    VERSION: SINGLE,
    PRODID: SINGLE,
    NAME: SINGLE,
    METHOD: SINGLE,
    CALSCALE: SINGLE,
    "REFRESH-INTERVAL": SINGLE,
  },
  VEVENT: {
    UID: SINGLE,
    SEQUENCE: SINGLE,
    DTSTAMP: SINGLE,
    DTSTART: SINGLE,
    DTEND: SINGLE,
    SUMMARY: SINGLE,
    DESCRIPTION: SINGLE,
    LOCATION: SINGLE,
    STATUS: SINGLE,
    TRANSP: SINGLE,
    URL: SINGLE,
    CATEGORIES: ANY,
  },
};
const REQUIRED: Record<string, string[]> = {
  VCALENDAR: ["VERSION", "PRODID"],
  VEVENT: ["UID", "DTSTAMP", "DTSTART"],
};

const TEXTS = ["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "PRODID"];
const DURATION = /^P(?:\d+W|\d+D(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?:\d+H)?(?:\d+M)?(?:\d+S)?)$/;
const CONTENT = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s;

type Property = { name: string; params: string; value: string };
type Component = { name: string; properties: Property[] };

/** @returns what is wrong, in words; nothing for a file as it should be */
export function icsFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const unfolded = contentLines(bytes, faults);
  const components: Component[] = [];
  const open: Component[] = [];
  for (const line of unfolded) {
    const [, raw, params = "", value = ""] = CONTENT.exec(line) ?? [];
    if (raw === undefined) {
      faults.push(`no content line: ${line.slice(0, 40)}`);
      continue;
    }
    const name = raw.toUpperCase();
    if (name === "BEGIN") {
      const parent = open.at(-1)?.name;
      if (!(value in PROPERTIES)) faults.push(`unknown component ${value}`);
      else if ((value === "VCALENDAR") !== (parent === undefined))
        faults.push(`${value} in ${parent}`);
      const component = { name: value, properties: [] };
      open.push(component);
      components.push(component);
    } else if (name === "END") {
      const last = open.pop();
      if (last?.name !== value) faults.push(`END:${value} closes ${last?.name}`);
    } else if (open.length === 0) faults.push(`${name} outside of a component`);
    else open.at(-1)?.properties.push({ name, params, value });
  }
  for (const { name } of open) faults.push(`${name} is not closed`);
  const calendars = components.filter(({ name }) => name === "VCALENDAR").length;
  if (calendars !== 1) faults.push(`${calendars} calendars`);
  for (const component of components) faults.push(...componentFaults(component));
  const ids = components.flatMap(({ properties }) => valuesOf(properties, "UID"));
  if (new Set(ids).size !== ids.length) faults.push("a UID twice");
  return faults;
}

/** Lines without their folds. Each physical line is decoded alone, so that a fold inside a letter is seen. */
function contentLines(bytes: Uint8Array, faults: string[]): string[] {
  const content: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [byte, next] = [bytes[at], bytes[at + 1]];
    if (byte === 10 || (byte === 13 && next !== 10)) faults.push("a line end that is not CRLF");
    if (byte !== 13 || next !== 10) continue;
    addLine(bytes.subarray(start, at), content, faults);
    start = at + 2;
    at += 1;
  }
  if (start !== bytes.length) {
    faults.push("the last line has no end");
    addLine(bytes.subarray(start), content, faults);
  }
  return content;
}

function addLine(bytes: Uint8Array, content: string[], faults: string[]): void {
  if (bytes.length > 75) faults.push(`a line of ${bytes.length} octets`);
  let line = "";
  try {
    line = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    faults.push("a line that is not UTF-8 of its own");
  }
  if (/(?!\t)\p{Cc}/u.test(line.replaceAll(/[\r\n]/g, ""))) faults.push("a control character");
  const isFold = /^[ \t]/.test(line);
  if (line === "") faults.push("an empty line");
  else if (!isFold) content.push(line);
  else if (content.length === 0) faults.push("a fold of nothing");
  else content.push(content.pop() + line.slice(1));
}

const valuesOf = (properties: readonly Property[], wanted: string): string[] =>
  properties.flatMap(({ name, value }) => (name === wanted ? value : []));

function componentFaults({ name: component, properties }: Component): string[] {
  const known = PROPERTIES[component] ?? {};
  const faults = (REQUIRED[component] ?? [])
    .filter((name) => valuesOf(properties, name).length === 0)
    .map((name) => `${component} without ${name}`);
  for (const name of new Set(properties.map((property) => property.name))) {
    const most = known[name] ?? (name.startsWith("X-") ? SINGLE : 0);
    if (valuesOf(properties, name).length > most) {
      faults.push(most === 0 ? `unknown property ${name}` : `${name} more than once`);
    }
  }
  for (const property of properties) {
    const wrong = valueFault(property);
    if (wrong) faults.push(`${property.name} ${wrong}: ${property.value.slice(0, 40)}`);
  }
  return [...faults, ...spanFaults(properties)];
}

function valueFault({ name, params, value }: Property): string | null {
  if (TEXTS.includes(name)) return textFault(value);
  switch (name) {
    case "CATEGORIES":
      return textFault(value.replaceAll(/(?<=(?:^|[^\\])(?:\\\\)*),/g, " "));
    case "VERSION":
      return value === "2.0" ? null : "is not 2.0";
    case "STATUS":
      return ["TENTATIVE", "CONFIRMED", "CANCELLED"].includes(value) ? null : "is not known";
    case "TRANSP":
      return ["OPAQUE", "TRANSPARENT"].includes(value) ? null : "is not known";
    case "SEQUENCE":
      return /^(?:0|[1-9]\d*)$/.test(value) ? null : "is no count";
    case "DTSTAMP":
      return params === "" && isInstant(value) ? null : "is no instant in UTC";
    case "DTSTART":
    case "DTEND":
      if (params === ";VALUE=DATE") return isDate(value) ? null : "is no day";
      return params === "" && isInstant(value) ? null : "is no instant in UTC";
    case "REFRESH-INTERVAL":
      return params === ";VALUE=DURATION" && DURATION.test(value) ? null : "is no duration";
    case "X-PUBLISHED-TTL":
      return DURATION.test(value) ? null : "is no duration";
    case "URL":
      return URL.canParse(value) && !/[\s\\]/.test(value) ? null : "is no address";
    default:
      return null;
  }
}

/** In a text `\`, `;` and `,` stand behind a `\`, and a line end is `\n`; no other letter does. */
function textFault(value: string): string | null {
  const rest = value.replaceAll(/\\[\\;,nN]/g, "");
  return /[\\;,]/.test(rest) ? "is not escaped" : null;
}

const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

const isInstant = (text: string): boolean =>
  isDate(text.slice(0, 8)) && /^T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(text.slice(8));

function spanFaults(properties: readonly Property[]): string[] {
  const start = properties.find(({ name }) => name === "DTSTART");
  const end = properties.find(({ name }) => name === "DTEND");
  if (!start || !end) return [];
  if (start.params !== end.params) return ["DTEND is of another kind than DTSTART"];
  return end.value > start.value ? [] : ["DTEND is not after DTSTART"];
}
