-- The monthly reports as they were signed: figures and the rules that held, never words. One that is made anew is another
-- row, and none is ever changed but for when it was first opened.
create table reports (
  month text not null check (month glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  revision integer not null check (revision > 0),
  made_at integer not null,
  opened_at integer,
  body text not null check (length(body) < 2000000),
  primary key (month, revision)
) strict;

-- What the library's head of paper says and who signs, as JSON; null: nothing yet.
alter table library add column report_settings text;

-- Of last month's report, made and not opened: of the library, and of no account.
insert into notice_kinds values ('report');

update library set schema = 23;
