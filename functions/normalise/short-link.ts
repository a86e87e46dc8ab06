/** A short address as a person says it, and where a click on it came from. */
import * as z from "zod";
import { LONGEST_EVENT_TEXT } from "../model/event.ts";
import { type Fault, type FaultCode, fault, inWords, Problem } from "../model/problem.ts";
import { isBlank, lineFault, tidied } from "./person-text.ts";
import { hostNameOf, publicAddressFault } from "./public-address.ts";
import { refusing } from "./snapshot-schema.ts";

const SLUG = /^(?=.{2,40}$)[a-z0-9](-?[a-z0-9])+$/;

/** They would read like a way into Denyut itself. */
const RESERVED = [
  "admin",
  "api",
  "denyut",
  "export",
  "login",
  "logout",
  "masuk",
  "keluar",
  "kata-sandi",
  "password",
  "token",
];

function slugFault(text: string): FaultCode | null {
  if (!SLUG.test(text)) return "not_a_slug";
  return RESERVED.includes(text) ? "reserved_slug" : null;
}

const slug = z
  .string()
  .check(refusing(slugFault))
  .meta({ pattern: SLUG.source, example: "bedah-laut" });
const target = z.string().check(refusing(publicAddressFault)).meta({
  description: "https, a public place, not Denyut itself",
  example: "https://example.org/daftar",
});
const event = z.int().min(1).nullish().meta({ description: "The event's number here" });
const name = z
  .string()
  .check(refusing((text) => (isBlank(text) ? "empty" : lineFault(LONGEST_EVENT_TEXT)(text))))
  .meta({ maxLength: LONGEST_EVENT_TEXT, example: "Pendaftaran bedah buku" });

export const newShortLinkWire = z
  .strictObject({ slug, target, event, name })
  .meta({ id: "NewShortLink", description: "A short address, /e/<slug>, that leads elsewhere" });

export const shortLinkChangeWire = z
  .strictObject({ target, event, name })
  .partial()
  .meta({ id: "ShortLinkChange", description: "Its slug stays: it is printed somewhere" });

/** What was said, in one way. Throws where it leads to this very installation. @param host ours */
export function shortLinkOf<
  Said extends { target?: string | undefined; name?: string | undefined },
>(said: Said, host: string): Said {
  const faults: Fault[] = [];
  if (
    said.target !== undefined &&
    hostNameOf(new URL(said.target.trim()).hostname) ===
      hostNameOf(new URL(`https://${host}`).hostname)
  ) {
    faults.push(fault("target", "own_address"));
  }
  if (faults.length > 0) throw new Problem("invalid", inWords(faults), faults);
  return {
    ...said,
    ...(said.target === undefined ? {} : { target: new URL(said.target.trim()).href }),
    ...(said.name === undefined ? {} : { name: tidied(said.name) }),
  };
}

const SOURCE = /^[a-z0-9-]{1,20}$/;
const LONGEST_HOST = 60;

/** Where a click came from: the address itself says it, else the page that was left, else nobody knows. */
export function sourceOf(
  path: string | undefined,
  referrer: string | undefined,
  host: string,
): string {
  const said = path?.toLowerCase() ?? "";
  if (SOURCE.test(said)) return said;
  if (!referrer || !URL.canParse(referrer)) return "direct";
  const from = new URL(referrer);
  const name = from.hostname.toLowerCase().replace(/^www\./, "");
  return from.host === host || !/^[a-z0-9.-]+$/.test(name) ? "direct" : name.slice(0, LONGEST_HOST);
}
