-- What the library invites to; `effect` is judged once, two weeks after it. Which posts are about it stands in `event_posts`:
-- by rule, or by a person's word (`by_person`), which stands for ever, also where it unlinks.
create table event_kinds (kind text primary key) strict, without rowid;
insert into event_kinds values ('launch'), ('discussion'), ('workshop'), ('live'), ('exhibition'), ('storytelling'), ('other');
create table events (
  id integer primary key,
  kind text not null references event_kinds (kind),
  title text not null check (length(title) between 1 and 200),
  starts_at integer not null,
  ends_at integer check (ends_at >= starts_at),
  place text check (length(place) between 1 and 200),
  hashtags text not null default '[]',
  url text,
  note text check (length(note) between 1 and 2000),
  visitors integer check (visitors >= 0),
  cost integer check (cost >= 0),
  version integer not null default 1,
  changed_at integer not null,
  effect text
) strict;
create index events_by_end on events (coalesce(ends_at, starts_at), starts_at);
create table event_posts (
  event integer not null references events (id) on delete cascade,
  post integer not null references posts (id) on delete cascade,
  linked integer not null check (linked in (0, 1)),
  by_person integer not null check (by_person in (0, 1)),
  primary key (event, post)
) strict, without rowid;
create index event_posts_by_post on event_posts (post);
create index plans_of_event on plans (event) where event is not null;

-- Short addresses that lead elsewhere, and how often each was followed: a row a source and day. `refused`: so many times more
-- came than are counted.
create table short_links (
  id integer primary key,
  slug text not null unique,
  target text not null,
  event integer references events (id) on delete set null,
  name text not null check (length(name) between 1 and 200),
  created_at integer not null
) strict;
create index short_links_of_event on short_links (event) where event is not null;
create table clicks (
  link integer not null references short_links (id) on delete cascade,
  source text not null,
  on_day text not null,
  clicks integer not null default 0,
  refused integer not null default 0,
  primary key (link, source, on_day)
) strict, without rowid;

-- A notice may be of an event, and of no account: one of each kind is open of each.
insert into notice_kinds values ('event'), ('decree');
alter table notices add column event_id integer references events (id) on delete cascade;
drop index notices_open;
create unique index notices_open on notices (kind, coalesce(account_id, 0), coalesce(streak_id, 0), coalesce(event_id, 0)) where closed_at is null;
create index notices_of_event on notices (event_id) where event_id is not null;

update library set schema = 19;
