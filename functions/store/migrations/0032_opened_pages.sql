-- What it takes to make a page that is kept anew before it is opened again: with which token, at which address, of what it was
-- made, and when it was last opened, to some days.
alter table pages add column hash text;
alter table pages add column address text not null default '';
alter table pages add column made_of text not null default '';
alter table pages add column opened_at integer not null default 0;
update library set schema = 32;
