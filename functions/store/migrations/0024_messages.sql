-- Who is told of notices: a phone or browser by Web Push, or a webhook. Where it is reached is sealed under CREDENTIALS_KEY
-- (`hash` finds the same one again); a viewer's own device hangs on the link by which it may see. `after` is the newest
-- notice when it came: what is older is not told. `wait_until`: it asked for a pause; `fault`: why the last message did not
-- arrive, null after one that did. Quiet hours that begin and end alike are none.
create table recipient_ways (way text primary key) strict, without rowid;
insert into recipient_ways values ('push'), ('telegram'), ('slack'), ('discord'), ('json');
create table recipients (
  id integer primary key,
  way text not null references recipient_ways (way),
  name text not null check (length(name) between 1 and 100),
  language text not null references languages (language),
  kinds text not null,
  weekly integer not null default 0 check (weekly in (0, 1)),
  quiet_from text not null default '20:00',
  quiet_to text not null default '07:00',
  link integer references links (id),
  origin text not null,
  hash text not null unique,
  sealed text not null,
  created_at integer not null,
  after integer not null,
  wait_until integer not null default 0,
  sent_at integer,
  fault text,
  fault_at integer,
  ended_at integer
) strict;

-- What each is told of each notice, when it opened and when it closed: a row once, for its key (`subject` is the kind and whose
-- it is, `since` when it opened). Not tied to the notice's row, which may be derived anew and gone. `due_at` moves when it is
-- taken up to be sent: what a crash leaves is taken up again then. `outcome` null: still to come; void: there was nothing to tell of it.
-- `awaiting`: it was told that it opened, and is to be told that it closed.
create table outbox (
  recipient integer not null references recipients (id) on delete cascade,
  subject text not null,
  since integer not null,
  state text not null check (state in ('opened', 'closed')),
  kind text not null,
  account_id integer,
  notice integer,
  due_at integer not null,
  tries integer not null default 0,
  fault text,
  outcome text check (outcome in ('sent', 'void', 'given_up')),
  done_at integer,
  sent_on text,
  awaiting integer not null default 0 check (awaiting in (0, 1)),
  primary key (recipient, subject, since, state)
) strict, without rowid;
create index outbox_due on outbox (due_at) where outcome is null;
create index outbox_done on outbox (done_at) where outcome is not null;
create index outbox_awaiting on outbox (recipient) where awaiting = 1;

-- Whom the push services may write to (RFC 8292); null: push is not offered.
alter table library add column contact text;

update library set schema = 24;
