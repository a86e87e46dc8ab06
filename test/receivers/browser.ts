/** A browser as a push service knows it: subscribed under our key, and able to read what is encrypted for it. */
import { createECDH, type ECDH, randomBytes } from "node:crypto";

export type Browser = {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  ecdh: ECDH;
  /** Larger bodies its push service refuses. */
  most: number;
};

/** RFC 8030: a push service takes at least so many bytes. */
const USUAL_MOST = 4096;

export function newBrowser(host = "fcm.googleapis.com", most = USUAL_MOST): Browser {
  const ecdh = createECDH("prime256v1");
  const point = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    endpoint: `https://${host}/send/${randomBytes(12).toString("base64url")}`,
    keys: { p256dh: point.toString("base64url"), auth: auth.toString("base64url") },
    ecdh,
    most,
  };
}
