-- The words by which a topic is proposed, where the library has its own: an object of lists, null as they are shipped.
-- `topics_due`: posts from the next id on follow older words still; null: all follow these.
alter table library add column topic_rules text;
alter table library add column topics_due integer;
create index posts_by_correction on posts (account_id) where person_topic is not null;
update library set schema = 18;
