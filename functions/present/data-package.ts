/** The export described for machines: a Data Package (https://datapackage.org, version 2). */
import { type ColumnType, EXPORT_NAMES, EXPORTS } from "../model/export-columns.ts";

type Field = { type: string; format?: string };

const FIELD: Record<ColumnType, Field> = {
  text: { type: "string" },
  instant: { type: "datetime" },
  day: { type: "date" },
  count: { type: "integer" },
  seconds: { type: "integer" },
  rate: { type: "number" },
  yes_no: { type: "boolean" },
};

const UNIT: Partial<Record<ColumnType, string>> = {
  count: "1",
  seconds: "s",
  rate: "fraction",
};

/** What tells one row from every other. */
const KEYS = {
  accounts: ["platform", "account"],
  days: ["date", "platform", "account"],
  posts: ["platform", "account", "post"],
  // a reading of an account names no post, and a key has no empty part
  snapshots: null,
  streaks: ["platform", "account", "kind", "first_post"],
  plans: ["id", "platform", "account"],
  events: ["id"],
  // one of all accounts names none
  notes: null,
  responses: ["platform", "account", "comment"],
  // one of all together names no account
  claims: null,
} as const satisfies Record<(typeof EXPORT_NAMES)[number], readonly string[] | null>;

/** Nobody can tell who reads a public address: name the library, and use the figures freely. */
const LICENSE = {
  name: "CC-BY-4.0",
  title: "Creative Commons Attribution 4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
};

export const dataPackage = (library: string, created: string | null) => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: "denyut-export",
  title: `${library}: social media figures`,
  ...(created === null ? {} : { created }),
  licenses: [LICENSE],
  resources: EXPORT_NAMES.map((name) => ({
    name,
    type: "table",
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: EXPORTS[name].map(({ name, type, description }) => ({
        name,
        ...FIELD[type],
        description,
        ...(UNIT[type] ? { unit: UNIT[type] } : {}),
      })),
      missingValues: [""],
      ...(KEYS[name] ? { primaryKey: KEYS[name] } : {}),
    },
  })),
});
