-- What the account was called before, oldest first, as JSON: an old file, or a cron that was not told, still finds it.
alter table accounts add column old_handles text not null default '[]';
