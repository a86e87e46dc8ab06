/** The schema that this code was written for: the number of the newest migration, which says the same in the database. */
export const SCHEMA = 32;
