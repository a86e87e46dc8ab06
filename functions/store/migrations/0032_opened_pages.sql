-- Pages as they were sent last, with what it takes to make them anew before they are opened again: with which token, at
-- which address, of what they were made, and when one was last opened, to some days. The page itself stands last, so that what
-- looks for old ones reads past none.
drop table pages;
create table pages (
  key text primary key,
  hash text,
  address text not null,
  made_of text not null,
  opened_at integer not null,
  tag text not null,
  body text not null
) strict, without rowid;
update library set schema = 32;
