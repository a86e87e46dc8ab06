-- Trials (functions/model/trial.ts): two hours or two formats of one account by lot. `lots` are what was drawn, a plan each:
-- they stay whatever becomes of the plan; `power` is what it could see, as it was said at the start; `result` is written once,
-- at the end. A trial that was broken off has none.
create table trials (
  id integer primary key,
  account integer not null references accounts (id),
  kind text not null check (kind in ('hours', 'formats')),
  a text not null,
  b text not null check (a <> b),
  at text,
  weekdays text not null,
  starts_on text not null,
  weeks integer not null check (weeks > 0),
  seed integer not null,
  lots text not null,
  power text not null,
  state text not null check (state in ('running', 'ended', 'broken')),
  broken_on text,
  why text check (length(why) between 1 and 200),
  result text,
  judged_at integer,
  created_at integer not null,
  created_by text not null,
  version integer not null default 1,
  check ((state = 'broken') = (broken_on is not null)),
  check ((state = 'ended') = (result is not null))
) strict;
-- one at a time: two would draw against each other
create unique index trials_running on trials (account) where state = 'running';

-- The trial that a plan was drawn for.
alter table plans add column trial integer;
create index plans_of_trial on plans (trial) where trial is not null;

update library set schema = 27;
