/** Is a push signed as RFC 8292 asks? By the key that the browser was subscribed under, for this service, and not for ever. */

const A_DAY = 86_400;

/** @returns what is wrong; `null`: nothing */
export async function vapidFault(
  authorization: string | undefined,
  host: string,
  key: string,
): Promise<string | null> {
  const [, token, by] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization ?? "") ?? [];
  if (!token || !by) return "no vapid header";
  if (by !== key) return "another key than the browser's";
  const [head = "", claims = "", signature = ""] = token.split(".");
  const from64 = (text: string) => Buffer.from(text, "base64url");
  const point = await crypto.subtle.importKey(
    "raw",
    from64(by),
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["verify"],
  );
  const right = await crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    point,
    from64(signature),
    new TextEncoder().encode(`${head}.${claims}`),
  );
  if (!right) return "a wrong signature";
  const { aud, exp, sub } = JSON.parse(from64(claims).toString());
  const now = Date.now() / 1000;
  if (aud !== `https://${host}`) return `for ${aud}`;
  if (!(exp > now && exp <= now + A_DAY)) return `until ${exp}`;
  return /^mailto:[^@]+@[^@]+$/.test(sub) ? null : `by ${sub}`;
}
