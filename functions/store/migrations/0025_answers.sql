-- `asks`: does it look like a question; null: its text never passed by, and never is it kept. `settled`: a person says that it
-- needs no answer.
alter table comments add column asks integer check (asks in (0, 1));
alter table comments add column settled integer not null default 0 check (settled in (0, 1));
create index comments_of_post on comments (account_id, post_id);
create index comments_of_ours on comments (account_id, at) where ours = 1;

-- DERIVED, from `comments` and `posts`: the threads that others started, a month (UTC) of an account in one row, the newest
-- first (store/threads.ts).
create table threads (
  account_id integer not null references accounts (id),
  month text not null,
  threads text not null,
  primary key (account_id, month)
) strict, without rowid;

-- What stands already, by the rule of analyse/threads.ts: 7171200 seconds are 83 days.
insert into threads (account_id, month, threads)
with recursive above (account_id, comment, over) as (
  select c.account_id, c.external_id, p.external_id from comments c
  join comments p on p.account_id = c.account_id and p.external_id = c.reply_to and p.post_id = c.post_id
  union
  select above.account_id, above.comment, p.external_id from above
  join comments c on c.account_id = above.account_id and c.external_id = above.over
  join comments p on p.account_id = c.account_id and p.external_id = c.reply_to and p.post_id = c.post_id
), started as materialized (
  select c.account_id, c.external_id, c.post_id, c.at, c.reply_to, p.external_id as post,
    min(p.published_at + 7171200, coalesce(p.removed_at, p.published_at + 7171200)) as followed_until
  from comments c join posts p on p.id = c.post_id
  where c.ours = 0 and p.hidden_at is null and not exists (
    select 1 from above join comments o on o.account_id = above.account_id and o.external_id = above.over
    where above.account_id = c.account_id and above.comment = c.external_id and o.ours = 0)
), answered (account_id, external_id, at) as (
  select s.account_id, s.external_id, o.at from started s
  join above on above.account_id = s.account_id and above.over = s.external_id
  join comments o on o.account_id = s.account_id and o.external_id = above.comment and o.ours = 1 and o.at >= s.at
  union all
  select s.account_id, s.external_id, o.at from started s
  join accounts a on a.id = s.account_id and a.platform <> 'x'
  join comments p on p.account_id = s.account_id and p.external_id = s.reply_to and p.post_id = s.post_id and p.ours = 1
  join comments o on o.account_id = s.account_id and o.post_id = s.post_id and o.reply_to = s.reply_to and o.ours = 1 and o.at >= s.at
), packed as (
  select s.account_id, strftime('%Y-%m', s.at, 'unixepoch') as month, s.at, s.external_id,
    json_array(s.external_id, s.post_id, s.at, s.followed_until, null,
      (select min(n.at) from answered n where n.account_id = s.account_id and n.external_id = s.external_id), 0, s.post) as thread
  from started s
)
select account_id, month, json_group_array(json(thread)) from (select * from packed order by account_id, month, at desc, external_id desc)
group by account_id, month;

-- It was connected once: its own comments are read with those of others, so an answer that is not there was not given.
alter table accounts add column connected integer not null default 0 check (connected in (0, 1));
update accounts set connected = 1 where id in (select account_id from collections);
create trigger account_is_connected after insert on collections BEGIN update accounts set connected = 1 where id = new.account_id and connected = 0; END;

-- The library's working hours as JSON; null: the usual ones.
alter table library add column working_hours text;

-- A question that waits for longer than a day.
insert into notice_kinds values ('questions');

update library set schema = 25;
