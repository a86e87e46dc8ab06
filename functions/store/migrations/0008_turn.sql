-- Whose turn it is to write, where writers met: one row while somebody has it. `until` is when it ends by itself, so that
-- a writer who breaks off keeps nobody waiting for long.
create table turn (
  id integer primary key check (id = 1),
  holder text not null,
  until real not null
) strict;
