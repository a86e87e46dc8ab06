-- Which migration the database stands at: each says its own number. The Worker holds it against the one that it was written
-- for, and `/healthz` says it.
alter table library add column schema integer not null default 0;
update library set schema = 9;
