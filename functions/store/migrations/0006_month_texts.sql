-- What a month's posts are called, beside their figures, so that no post is read for the export: in the order of `posts`,
-- of each its id, external_id, url, read_at and removed_at.
alter table months add column texts text not null default '[]';
update months set texts = (
  select json_group_array(json_array(id, external_id, url, read_at, removed_at))
  from (
    select p.id, p.external_id, p.url, p.read_at, p.removed_at
    from json_each(months.posts) j join posts p on p.id = j.value ->> 0 order by j.key
  )
);

-- When posts were read last, by month and post, where nothing but that has moved since their month was packed.
alter table accounts add column posts_seen text not null default '{}';

-- The export's lines of the month, once they were asked for; every statement that changes what they say makes them null.
alter table months add column days_csv text;
alter table months add column days_ndjson text;
alter table months add column posts_csv text;
alter table months add column posts_ndjson text;
