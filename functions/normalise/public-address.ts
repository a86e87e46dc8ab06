/** Addresses that lead to a public place on the internet, by its name: what people type is followed by others, or by us. */
import type { FaultCode } from "../model/problem.ts";
import { addressFault } from "./event.ts";

/** Names that are only known at home, or that nobody ever has. */
const AT_HOME =
  /\.(local|localhost|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|onion|arpa)$/;

/**
 * https, by a name, without a login or a port in it. A number is nobody's address that a library would give, so private ones
 * need not be told from others; `URL` writes every spelling of one in the same way.
 */
export function publicAddressFault(text: string): FaultCode | null {
  const wrong = addressFault(text);
  if (wrong) return wrong;
  const { hostname, username, password, port } = new URL(text.trim());
  if (username !== "" || password !== "" || port !== "") return "not_public";
  const host = hostNameOf(hostname);
  if (host.split(".").includes("")) return "not_public";
  const isNumber = host.startsWith("[") || /^[\d.]+$/.test(host);
  return isNumber || !host.includes(".") || AT_HOME.test(host) ? "not_public" : null;
}

/** Without the dot that ends a name in full. */
export const hostNameOf = (hostname: string): string => hostname.replace(/\.$/, "").toLowerCase();
