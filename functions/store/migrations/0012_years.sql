-- A year of an account that is over, its months as `months` packs them, in one row: long periods read a twelfth. It is made
-- when a page first read such a year, and whatever moves a month of it takes it away in the same statement, so that it is
-- never an old one. Each trigger is one line with BEGIN and END in capitals: D1's own cutting of a migration into statements
-- knows no others.
create table years (
  account_id integer not null references accounts (id),
  year text not null,
  months text not null,
  captions text,
  primary key (account_id, year)
) strict, without rowid;
create trigger year_of_new_month after insert on months BEGIN delete from years where account_id = new.account_id and year = substr(new.month, 1, 4); END;
create trigger year_of_moved_month after update of followers_before, days, posts, captions, verdicts on months BEGIN delete from years where account_id = new.account_id and year = substr(new.month, 1, 4); END;
create trigger year_of_gone_month after delete on months BEGIN delete from years where account_id = old.account_id and year = substr(old.month, 1, 4); END;
update library set schema = 12;
