-- What the next slice of a look works on, beside what those before it found: a slice that does not change it does not write it either.
alter table looking add column material text not null default '';
update library set schema = 30;
