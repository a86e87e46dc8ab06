-- What the library means to publish. `matches` holds its accounts, each with the post by which it was kept (store/plans.ts);
-- `version` is what whoever changes it has seen.
create table plan_states (state text primary key) strict, without rowid;
insert into plan_states values ('idea'), ('planned'), ('dropped');
create table plans (
  id integer primary key,
  series integer,
  on_day text not null,
  at text,
  matches text not null,
  format text references formats (format),
  topic text references topics (topic),
  title text not null check (length(title) between 1 and 200),
  note text check (length(note) between 1 and 2000),
  person text check (length(person) between 1 and 80),
  event integer,
  state text not null references plan_states (state),
  version integer not null default 1,
  changed_at integer not null
) strict;
create index plans_by_day on plans (on_day);

-- What the library corrects of the shipped almanac (functions/model/almanac-days.ts), and its own days: `key` is the shipped
-- day's, null for one of its own.
create table almanac_kinds (kind text primary key) strict, without rowid;
insert into almanac_kinds values ('public'), ('shared_leave'), ('school'), ('library'), ('own');
create table almanac (
  id integer primary key,
  key text unique,
  removed integer not null default 0 check (removed in (0, 1)),
  from_on text not null,
  to_on text not null,
  name_id text not null check (length(name_id) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  kind text not null references almanac_kinds (kind),
  certainty text not null check (certainty in ('decree', 'computed')),
  source text not null
) strict;

-- What people changed: kept for two years. `link` is null for the admin's own token; `who` is the link's name as it was.
create table changes (
  id integer primary key,
  at integer not null,
  link integer,
  who text not null,
  what text not null,
  subject integer not null,
  before text,
  after text
) strict;
create index changes_of on changes (what, subject);

update library set schema = 16;
