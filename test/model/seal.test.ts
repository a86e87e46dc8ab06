import { expect, test } from "vitest";
import { openSealKey, type SealKey, seal, unseal } from "../../functions/model/seal.ts";

const keyOf = async (text: string): Promise<SealKey> => {
  const key = await openSealKey(btoa(text));
  if (!key) throw new Error("not a key");
  return key;
};

test("opens with its key, in its place, and says nothing of what is inside", async () => {
  const key = await keyOf("a key of exactly thirty-two byte");
  const secret = `rahasia — ${"x".repeat(10_000)} 📚`;
  const sealed = await seal(key, "collections/3", secret);
  expect(sealed).not.toContain("rahasia");
  expect(await unseal(key, "collections/3", sealed)).toBe(secret);
  expect(await seal(key, "collections/3", secret)).not.toBe(sealed);
});

test("does not open with another key, in another place, or damaged", async () => {
  const key = await keyOf("a key of exactly thirty-two byte");
  const other = await keyOf("another key of thirty-two bytes!");
  const sealed = await seal(key, "collections/3", "rahasia");
  expect(await unseal(other, "collections/3", sealed)).toBeNull();
  expect(await unseal(key, "collections/4", sealed)).toBeNull();
  expect(await unseal(key, "collections/3", `${sealed.slice(0, -3)}AAA`)).toBeNull();
  expect(await unseal(key, "collections/3", "no seal")).toBeNull();
  expect(await unseal(key, "collections/3", `${key.id}.%%.%%`)).toBeNull();
});

test("a key is base64 of 32 bytes, and nothing else", async () => {
  expect(await openSealKey(undefined)).toBeNull();
  expect(await openSealKey("")).toBeNull();
  expect(await openSealKey("not base64 at all!")).toBeNull();
  expect(await openSealKey(btoa("too short"))).toBeNull();
});

test("a sealed text is the key's id, a nonce and the ciphertext, in base64url", async () => {
  const key = await keyOf("a key of exactly thirty-two byte");
  const [id, nonce, ciphertext, ...more] = (await seal(key, "collections/3", "rahasia")).split(".");
  // eight bytes, twelve bytes, and seven of text with a tag of sixteen: six bits a letter
  expect([id?.length, nonce?.length, ciphertext?.length, more]).toEqual([11, 16, 31, []]);
  expect(id).toBe(key.id);
  expect(await unseal(key, "collections/3", `AAAAAAAAAAA.${nonce}.${ciphertext}`)).toBeNull();
  expect(await unseal(key, "collections/3", `${id}.${nonce}`)).toBeNull();
  expect(await unseal(key, "collections/3", `${id}`)).toBeNull();
});

test("a key may be pasted with spaces round it, and never comes back out", async () => {
  const secret = btoa("a key of exactly thirty-two byte");
  const key = await openSealKey(` ${secret}\n`);
  expect(key?.id).toBe((await openSealKey(secret))?.id);
  expect(key?.key.extractable).toBe(false);
});
