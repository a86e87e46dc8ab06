-- Up to when its own comments were read with those of others, of one that was disconnected: from then on an answer that is not there may
-- have been given all the same.
alter table accounts add column connected_until integer;
create trigger account_was_connected after delete on collections BEGIN update accounts set connected_until = coalesce(old.last_success_at, connected_until) where id = old.account_id; END;
update library set schema = 29;
