-- `restoring`: a backup is being put back, and nothing else is answered until it is whole (jobs/writing/restore.ts).
-- `admin_token`: the SHA-256 of the admin token that was made here, which holds as long as the environment's is the one that it
-- replaced, `admin_token_replaced`: another secret ends it (routes/admin-token.ts). Neither leaves with a backup.
alter table library add column restoring text;
alter table library add column admin_token text;
alter table library add column admin_token_replaced text;

update library set schema = 22;
