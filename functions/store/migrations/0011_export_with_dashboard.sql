-- An export link opens what it says, the tables, and the dashboard only where the admin ticked that it does.
alter table links add column with_dashboard integer not null default 0 check (with_dashboard in (0, 1));
update library set schema = 11;
