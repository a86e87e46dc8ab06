import { describe, expect, test } from "vitest";
import { base64url } from "../../functions/model/base64url.ts";
import { loginName, newToken, sha256 } from "../../functions/model/token.ts";

test.each([
  // RFC 4648 §10, without the padding, and the two signs that differ from base64
  ["", []],
  ["Zg", [0x66]],
  ["Zm8", [0x66, 0x6f]],
  ["Zm9vYmFy", [0x66, 0x6f, 0x6f, 0x62, 0x61, 0x72]],
  ["-_-_", [0xfb, 0xff, 0xbf]],
  ["_w", [0xff]],
])("base64url: %o", (text, bytes) => expect(base64url(Uint8Array.from(bytes))).toBe(text));

describe("a token", () => {
  test("is 256 random bits that fit an address", () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });

  test("is kept by its SHA-256, in hexadecimal", async () => {
    // FIPS 180-2's own example; bytes below 16 are written with a nought
    expect(await sha256("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(await sha256("")).toHaveLength(64);
  });

  test("the admin's login is called by a digest, so that a new token ends every login by the old", async () => {
    expect(await loginName("a")).toMatch(/^login [0-9a-f]{16}$/);
    expect(await loginName("a")).not.toBe(await loginName("b"));
    // not the digest by which the token itself would be kept
    expect(await loginName("a")).not.toContain((await sha256("a")).slice(0, 16));
    expect(await loginName(undefined)).toBe(await loginName(""));
  });
});
