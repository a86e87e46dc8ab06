-- Pages as they were sent last, for whoever opens the same one next: served only under the very tag that they were made
-- under, so one that is old is never shown.
create table pages (
  key text primary key,
  tag text not null,
  body text not null
) strict, without rowid;
