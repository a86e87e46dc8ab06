-- An account that a person found to be another one stays as it was, out of every list, until that is undone:
-- `merged_into` is the other one, `merged` what it was called, how far its readings are brought over, and what else undoing
-- has to take back, as JSON.
alter table accounts add column merged_into integer references accounts (id);
alter table accounts add column merged text;

-- The merge that brought the comment; null once a push or a collection said it too.
alter table comments add column import_id integer references imports (id);

-- A merge brings readings of many instants: undoing it looks for them by what brought them.
create index account_readings_by_import on account_readings (import_id) where import_id is not null;
