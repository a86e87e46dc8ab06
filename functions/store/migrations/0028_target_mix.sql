-- How the library wishes its posts to be spread (model/target-mix.ts): shares by topic and by format, null where nobody said any.
alter table library add column target_mix text;
update library set schema = 28;
