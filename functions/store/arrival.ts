/** What every request asks first: the library, and the link that its token opens. One query for both. */
import { SCHEMA } from "../model/schema.ts";
import { failureOf } from "./failures.ts";
import type { AdminToken, LibraryRow } from "./library.ts";
import { LINKS, type LinkRow } from "./links.ts";

export type Arrival = {
  library: LibraryRow;
  link: LinkRow | null;
  /** The newest migration that the database has. */
  schema: number;
  /** Where putting a backup back stands, as it is kept; `null`: nothing is put back. */
  restoring: string | null;
  /** `null`: none was made here. */
  admin_token: AdminToken | null;
};

/** @param hash SHA-256 of the token, hex; `null`: none came */
export async function findArrival(db: D1Database, hash: string | null): Promise<Arrival> {
  const row = await db
    .prepare(
      `select l.name, l.language, l.time_zone, l.demo, l.x_ceiling_usd, l.version, l.last_read_at, l.schema, l.contact, l.standing_claims,
         l.restoring, l.admin_token, l.admin_token_replaced,
         k.id as link_id, k.kind, k.name as link_name, k.sealed, k.accounts, k.created_at, k.expires_at, k.revoked_at,
         k.last_used_on, k.with_dashboard, k.preview_figures
       from library l left join links k on k.hash = ?1 where l.id = 1`,
    )
    .bind(hash)
    .first<ArrivalRow>();
  if (!row) throw new Error("the library row is missing: apply the migrations");
  const { name, language, time_zone, x_ceiling_usd, version, last_read_at, contact } = row;
  return {
    library: {
      name,
      language,
      time_zone,
      demo: row.demo === 1,
      x_ceiling_usd,
      version,
      last_read_at,
      contact,
      standing_claims: JSON.parse(row.standing_claims),
    },
    link: row.link_id === null ? null : linkOf({ ...row, link_id: row.link_id }),
    schema: row.schema,
    restoring: row.restoring,
    admin_token:
      row.admin_token === null || row.admin_token_replaced === null
        ? null
        : { made: row.admin_token, replaced: row.admin_token_replaced },
  };
}

/** What `/healthz` says of it; throws where the database is older than the column. */
export const findSchema = async (db: D1Database): Promise<number> =>
  (await db.prepare("select schema from library where id = 1").first<number>("schema")) ?? 0;

type TickArrival = { schema: number; restoring: string | null; time_zone: string | null };

/** What a tick has to know first, in one question. Throws where the database has another schema, and says which. */
export async function findTickArrival(db: D1Database): Promise<TickArrival> {
  const arrival = await db
    .prepare("select schema, restoring, time_zone from library where id = 1")
    .first<TickArrival>()
    .catch(async (error: unknown) => {
      // of an older one a column is missing: it says by itself which it is
      if (failureOf(error) !== "missing") throw error;
      return { schema: await findSchema(db), restoring: null, time_zone: null };
    });
  if (arrival?.schema === SCHEMA) return arrival;
  throw new Error(
    `the database has schema ${arrival?.schema ?? 0}, and this version needs ${SCHEMA}`,
  );
}

export type ArrivalRow = Omit<LibraryRow, "demo" | "standing_claims"> &
  Omit<LinkRow, "id" | "name"> & {
    demo: number;
    standing_claims: string;
    schema: number;
    restoring: string | null;
    admin_token: string | null;
    admin_token_replaced: string | null;
    link_id: number | null;
    link_name: string;
  };

const linkOf = (row: ArrivalRow & { link_id: number }): LinkRow =>
  LINKS.fromStored({
    id: row.link_id,
    kind: row.kind,
    name: row.link_name,
    sealed: row.sealed,
    accounts: row.accounts,
    created_at: row.created_at,
    expires_at: row.expires_at,
    revoked_at: row.revoked_at,
    last_used_on: row.last_used_on,
    with_dashboard: row.with_dashboard,
    preview_figures: row.preview_figures,
  });
