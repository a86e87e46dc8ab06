import type { Instant } from "../model/snapshot.ts";
import { type Health, healthOf } from "../present/collection.ts";
import { listCollections } from "../store/collections.ts";

/** Is everything collected that has credentials? One query. */
export const health = async (db: D1Database, now: Instant): Promise<Health> =>
  healthOf(await listCollections(db), now);
