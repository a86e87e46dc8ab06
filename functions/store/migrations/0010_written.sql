-- How much is written on a day, against what the free plan allows: `written` rows since 0:00 UTC of `written_on`, by the
-- database's own count of changes, which stood at `changes_seen` when it was added up last.
alter table library add column written_on text;
alter table library add column written integer not null default 0;
alter table library add column changes_seen integer not null default 0;
update library set schema = 10;
