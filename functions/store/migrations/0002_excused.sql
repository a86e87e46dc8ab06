-- Spans of an account's days that a person leaves out of the norm, both ends included: posts of such days that come
-- later are left out too.
create table excused (
  account_id integer not null references accounts (id),
  from_on text not null,
  to_on text not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (account_id, from_on, to_on)
) strict, without rowid;

-- The few streaks that have a reason are looked for with every reading.
create index streaks_with_reason on streaks (account_id) where reason is not null;

-- Undoing an import asks for its pieces.
create index import_parts_by_import on import_parts (import_id);

-- The highest id of a post that was taken away: ids are not given again, for streaks name posts as long as they stand.
alter table library add column last_post integer not null default 0;
