-- What works, judged once a month: a look an account, and one at all together (`account_id` 0), for the month that began, from
-- the posts of the months before it. `posts`: so many were judged; `of`: the accounts that were, a list; `late`: posts of before
-- the month that came since. `result` (model/look.ts) is the newest look's alone: of older ones their claims are kept.
create table looks (
  account_id integer not null,
  month text not null check (length(month) = 7),
  state text not null check (state in ('ready', 'learning', 'too_few')),
  posts integer not null check (posts >= 0),
  of text not null,
  made_at integer not null,
  late integer not null default 0,
  result text,
  primary key (account_id, month)
) strict, without rowid;

-- What was said then, the surest first (`place`): kept as long as its account. `entangled_with` is JSON.
create table claims (
  account_id integer not null,
  month text not null,
  place integer not null,
  factor text not null,
  level text not null,
  direction integer not null check (direction in (-1, 1)),
  ratio real not null,
  low real not null,
  high real not null,
  posts integer not null,
  chance real not null,
  entangled_with text,
  primary key (account_id, month, factor, level)
) strict, without rowid;

-- The look that is under way, at most one: `step` is the slice that comes next, `progress` what those before it found.
create table looking (
  id integer primary key check (id = 1),
  account_id integer not null,
  month text not null,
  step integer not null,
  begun_at integer not null,
  progress text not null
) strict;

-- What is claimed now, of every account and of all together: what the newest looks say, beside what every page reads anyway.
alter table library add column standing_claims text not null default '[]';

-- An account that goes with the import that had brought it takes its own along.
create trigger looks_go_with_account after delete on accounts BEGIN delete from looks where account_id = old.id; END;
create trigger claims_go_with_account after delete on accounts BEGIN delete from claims where account_id = old.id; END;
create trigger looking_goes_with_account after delete on accounts BEGIN delete from looking where account_id = old.id; END;
create trigger standing_claims_go_with_account after delete on accounts BEGIN update library set standing_claims = (select json_group_array(json(value)) from json_each(library.standing_claims) where value ->> 'account_id' is not old.id) where standing_claims <> '[]'; END;

update library set schema = 26;
