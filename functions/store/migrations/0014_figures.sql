-- What figures take of a month, a list a field (store/figure-packing.ts): packed with the month from now on, and of the months that
-- stand made of them here. The years that are kept are made again when they are read.
alter table months add column figures text not null default '[]';
update months set figures = json_array(
  (select json_array(json_group_array(cast(substr(value ->> 0, 9) as integer)),
     json(iif(count(value ->> 1) = 0, 'null', json_group_array(value ->> 1))),
     json(iif(count(value ->> 2) = 0, 'null', json_group_array(value ->> 2))),
     json(iif(count(value ->> 3) = 0, 'null', json_group_array(value ->> 3))),
     json(iif(count(value ->> 5) = 0, 'null', json_group_array(value ->> 5))),
     json(iif(count(value ->> 6) = 0, 'null', json_group_array(value ->> 6))))
   from json_each(months.days)),
  (select json_array(json_group_array(value ->> 0), json_group_array(cast(substr(value ->> 2, 9) as integer)),
     json_group_array((value ->> 9) + 2 * (value ->> 7) + 4 * (value ->> 8) + 8 * coalesce((value ->> 6) + 1, 0)
       + 32 * case value ->> 4 when 'image' then 1 when 'carousel' then 2 when 'video' then 3 when 'short_video' then 4
         when 'live' then 5 when 'story' then 6 when 'link' then 7 when 'text' then 8 when 'poll' then 9 when 'other' then 10
         else 0 end),
     json(iif(count(value ->> 18) = 0, 'null', json_group_array(value ->> 18))),
     json(iif(count(value ->> 20) = 0, 'null', json_group_array(value ->> 20))),
     json(iif(count(value ->> 14) = 0, 'null', json_group_array(value ->> 14))),
     json(iif(count(value ->> 15) = 0, 'null', json_group_array(value ->> 15))))
   from json_each(months.posts)));
delete from years;
alter table years add column figures text;
-- The post that tells next of how fast counts grow, so that a run asks for its readings along with all else.
alter table norms add column to_learn integer;
update norms set to_learn = (
  select value ->> 0 from json_each(norms.posts)
  where value ->> 10 = 0 and value ->> 4 = 0 and value ->> 2 = 1 and value ->> 6 >= 10
    and value ->> 1 > (select last_read_at - 90 * 86400 from accounts where id = norms.account_id)
  order by key limit 1
);
update library set schema = 14;
