-- Months of the export that are over, a row a file and month: the finished lines of all accounts together (store/finished-months.ts). Whatever
-- moves a month takes them away.
create table finished_months (
  file text not null,
  month text not null,
  stamp text not null,
  lines text not null,
  primary key (file, month)
) strict, without rowid;
create trigger finished_with_new_month after insert on months BEGIN delete from finished_months where file in ('days_csv', 'days_ndjson', 'posts_csv', 'posts_ndjson') and month = new.month; END;
create trigger finished_with_moved_month after update of followers_before, days, posts, captions, texts, verdicts on months BEGIN delete from finished_months where file in ('days_csv', 'days_ndjson', 'posts_csv', 'posts_ndjson') and month = new.month; END;
create trigger finished_with_gone_month after delete on months BEGIN delete from finished_months where file in ('days_csv', 'days_ndjson', 'posts_csv', 'posts_ndjson') and month = old.month; END;
update library set schema = 31;
