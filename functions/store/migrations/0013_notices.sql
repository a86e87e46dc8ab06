-- What a person should know or do now: a row from when it became true until it was not any more. The kinds are a list that
-- grows. What stands open when this is applied are the streaks; the rest is found by the next look.
create table notice_kinds (kind text primary key) strict, without rowid;
insert into notice_kinds values ('stopped'), ('token'), ('weak'), ('strong'), ('figures');
create table notices (
  id integer primary key,
  kind text not null references notice_kinds (kind),
  account_id integer references accounts (id) on delete cascade,
  streak_id integer references streaks (id) on delete cascade,
  evidence text not null default '{}',
  opened_at integer not null,
  closed_at integer
) strict;
create unique index notices_open on notices (kind, coalesce(account_id, 0), coalesce(streak_id, 0)) where closed_at is null;
create unique index notices_of_streak on notices (streak_id) where streak_id is not null;
insert into notices (kind, account_id, streak_id, opened_at)
  select kind, account_id, id, told ->> 'at' from streaks where state = 'open' and announced = 1;
update library set schema = 13;
