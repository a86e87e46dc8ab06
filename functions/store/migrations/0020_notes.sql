-- What a person notes of some days, both ends included: drawn on every chart, and where it is left out, the posts of its
-- days are taken out of the norm. `accounts` is a list of ids, null for all, those that come later too; `version` is what
-- whoever changes it has seen.
create table notes (
  id integer primary key,
  from_on text not null,
  to_on text not null,
  text text not null check (length(text) between 1 and 200),
  accounts text check (accounts is null or accounts <> '[]'),
  left_out integer not null default 0 check (left_out in (0, 1)),
  version integer not null default 1,
  check (from_on <= to_on)
) strict;
create index notes_by_end on notes (to_on);

-- Days that were left out until now are notes: one for all accounts of which the same was said. What a merge had copied to
-- the account that stays is not said twice, since what an account was merged into counts as that account.
insert into notes (from_on, to_on, text, accounts, left_out)
select from_on, to_on, reason, json_group_array(account_id), 1
from (
  select from_on, to_on, reason, account_id from excused
  where not exists (
    select 1 from accounts gone join excused own on own.account_id = gone.id
    where gone.merged_into = excused.account_id and gone.id <> excused.account_id
      and own.from_on = excused.from_on and own.to_on = excused.to_on and own.reason = excused.reason
  )
  order by account_id
)
group by from_on, to_on, reason
order by from_on, to_on, reason;
delete from excused;

-- What the library wants to reach in a year: `account` null for all together. `standing` is how far it is, as one day's first
-- page found it (store/targets.ts).
create table targets (
  id integer primary key,
  year integer not null check (year between 2004 and 2099),
  account integer references accounts (id),
  metric text not null check (metric in ('followers', 'engagement_rate', 'posts_per_month')),
  value real not null check (value > 0),
  version integer not null default 1,
  standing text,
  check (metric <> 'engagement_rate' or account is not null)
) strict;
create unique index targets_of on targets (year, coalesce(account, 0), metric);

update library set schema = 20;
