/** A test file's own database: empty before each test, closed after the last. */
import { afterAll, beforeEach } from "vitest";
import { openDatabase, wipe } from "./database.ts";

export async function ownDatabase(): Promise<D1Database> {
  const { databases, close } = await openDatabase();
  const db = databases[0] as D1Database;
  afterAll(close);
  beforeEach(() => wipe(db));
  return db;
}
