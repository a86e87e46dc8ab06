import { expect, test } from "vitest";
import { backupKey, newBackupSeal } from "../../functions/model/backup-seal.ts";

test("a passphrase makes the same key again, by this salt alone, and another none", async () => {
  const { seal, key } = await newBackupSeal("cukup panjang dan acak");
  expect(seal).toMatchObject({
    kdf: "PBKDF2-SHA-256",
    iterations: 600_000,
    cipher: "AES-256-GCM",
  });
  expect(await backupKey("cukup panjang dan acak", seal)).toBe(key);
  expect(await backupKey("cukup panjang dan acaK", seal)).toBe(null);
  // a file could say that so little is enough, or so much that nobody waits for it
  expect(await backupKey("cukup panjang dan acak", { ...seal, iterations: 1000 })).toBe(null);
  expect(await backupKey("cukup panjang dan acak", { ...seal, iterations: 1e9 })).toBe(null);
  expect(JSON.stringify(seal)).not.toContain(key);
});
