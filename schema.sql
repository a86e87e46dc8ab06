-- Lists that may grow are tables, not CHECK lists: a new platform or format is a row, and a migration never rebuilds a table.
create table platforms (platform text primary key) strict, without rowid;
insert into platforms values ('instagram'), ('facebook'), ('tiktok'), ('x');

create table formats (format text primary key) strict, without rowid;
insert into formats values ('image'), ('carousel'), ('video'), ('short_video'), ('live'), ('story'), ('link'), ('text'), ('poll'), ('other');

create table languages (language text primary key) strict, without rowid;
insert into languages values ('id'), ('en');

create table topics (topic text primary key) strict, without rowid;
insert into topics values ('new_books'), ('events'), ('literacy'), ('services'), ('community'), ('places'), ('interactive'), ('institutional');

-- The one library of this installation. `version` moves with every write that a screen or an export can show: it is their
-- ETag. `last_post` is the highest id of a post that was taken away: ids are not given again, for streaks name posts as
-- long as they stand. `schema` is the newest migration that was applied; `written` rows were
-- written on the day `written_on` (UTC), as D1 bills them (jobs/writing/rows-written.ts); `changes_seen` is not used any more.
-- `topic_rules` are the words by which a topic is proposed, where the library has its own: an object of lists; `topics_due`: posts
-- from the next id on follow older words still. `restoring`: a backup is being put back, and nothing else is answered until it
-- is whole (jobs/writing/restore.ts). `standing_claims`: what the newest looks claim, for every page that wants it. `admin_token`: the SHA-256 of the admin token that was made here, which holds as long as
-- the environment's is the one that it replaced, `admin_token_replaced` (routes/admin-token.ts); neither leaves with a backup.
-- `target_mix`: the shares that the library wishes its topics and formats to have (model/target-mix.ts).
create table library (
  id integer primary key check (id = 1),
  name text not null default 'Perpustakaan' check (length(name) between 1 and 200),
  language text not null default 'id' references languages (language),
  time_zone text,
  demo integer not null default 0 check (demo in (0, 1)),
  x_ceiling_usd real not null default 5 check (x_ceiling_usd between 0 and 10000),
  version integer not null default 0,
  last_read_at integer,
  last_post integer not null default 0,
  schema integer not null default 0,
  written_on text,
  written integer not null default 0,
  changes_seen integer not null default 0,
  topic_rules text,
  topics_due integer,
  restoring text,
  admin_token text,
  admin_token_replaced text,
  report_settings text,
  contact text,
  working_hours text,
  standing_claims text not null default '[]',
  target_mix text
) strict;
insert into library (id, schema) values (1, 32);

-- What came in by file, by hand or by merging two accounts, so that it can be undone whole. `kind` names the export, or is
-- 'typed' or 'merged'.
create table imports (
  id integer primary key,
  kind text not null,
  name text,
  created_at integer not null,
  read_at integer not null,
  time_zone text not null,
  rows integer not null default 0,
  skipped integer not null default 0,
  posts_added integer not null default 0,
  readings_added integer not null default 0,
  undone_at integer
) strict;

-- Accounts, with what the newest readings say. `held` are the instants at which the newest reading was seen again unchanged;
-- `collected_at` is the newest push or collection, `last_read_at` the newest of anything. `version` guards writers against
-- each other; `days_seen` says when each of the last days' figures were said, `posts_seen` when posts were read last
-- where their month does not say it; `rebuilding` is where deriving
-- everything anew stands: below 0 the next day (minus its number), else the last post that is done; `import_id` is the
-- import that brought the account; `old_handles` is what it was called before, oldest first. `merged_into` is the account that
-- it was found to be: it is in no list then; `merged` is what undoing that has to know (store/accounts.ts). `norm` is DERIVED
-- but for what was learned: where the account stands with its own norm, and where its judgement is taken up again (store/norms.ts).
-- `connected`: it was once: its own comments were read with those of others, and an answer that was not there then was not given.
-- `connected_until`: where it was disconnected, up to when they were read.
create table accounts (
  id integer primary key,
  platform text not null references platforms (platform),
  handle text not null check (handle = lower(handle) and length(handle) between 1 and 200),
  external_id text,
  name text,
  named_at integer,
  given_name text,
  followers integer check (followers >= 0),
  followers_at integer,
  collected_at integer,
  last_read_at integer,
  held text not null default '[]',
  days_seen text not null default '{}',
  version integer not null default 1,
  rebuilding integer,
  import_id integer references imports (id),
  created_at integer not null,
  hidden_at integer,
  old_handles text not null default '[]',
  merged_into integer references accounts (id),
  merged text,
  posts_seen text not null default '{}',
  norm text,
  connected integer not null default 0 check (connected in (0, 1)),
  connected_until integer,
  unique (platform, handle),
  unique (platform, external_id)
) strict;

-- The pieces of a file that are in, by SHA-256 of what they say: the same file again changes nothing.
create table import_parts (
  hash text primary key,
  import_id integer not null references imports (id)
) strict, without rowid;
create index import_parts_by_import on import_parts (import_id);

-- Which posts an import touched: where undoing it has to look.
create table import_posts (
  import_id integer not null references imports (id),
  post_id integer not null,
  primary key (import_id, post_id)
) strict, without rowid;

-- RAW. Readings of accounts, as they came; a reading that says nothing new is not stored again (see `held`).
-- `version` is the account's when the reading arrived: among readings of one instant the later arrival wins, field by field.
-- `previous_held`: the instants at which the reading before this one was seen again unchanged, as runs [from, to, step].
create table account_readings (
  account_id integer not null references accounts (id),
  read_at integer not null,
  version integer not null,
  import_id integer references imports (id),
  followers integer check (followers >= 0),
  name text,
  previous_held text not null default '[]',
  primary key (account_id, read_at, version)
) strict, without rowid;
create index account_readings_by_import on account_readings (import_id) where import_id is not null;

-- RAW. A platform's own figures of an account for one of the platform's days.
create table day_readings (
  account_id integer not null references accounts (id),
  date text not null,
  read_at integer not null,
  version integer not null,
  import_id integer references imports (id),
  reach integer check (reach >= 0),
  views integer check (views >= 0),
  profile_views integer check (profile_views >= 0),
  followers_gained integer check (followers_gained >= 0),
  followers_lost integer check (followers_lost >= 0),
  end_time integer,
  time_zone text,
  primary key (account_id, date, read_at, version)
) strict, without rowid;
create index day_readings_by_import on day_readings (import_id) where import_id is not null;

-- Posts with their latest known figures: derived from post_details and post_readings, except what a person said
-- (`person_…`, `hidden_at`, `excused`: why it is left out of the norm) and `held`. `fold` is where the fold over its readings stands.
create table posts (
  id integer primary key,
  account_id integer not null references accounts (id),
  external_id text not null,
  published_at integer not null,
  published_precision text not null default 'second' check (published_precision in ('second', 'day')),
  published_on text not null,
  format text references formats (format),
  topic text references topics (topic),
  caption text,
  url text,
  paid integer check (paid in (0, 1)),
  removed_at integer,
  person_format text references formats (format),
  person_topic text references topics (topic),
  person_paid integer check (person_paid in (0, 1)),
  hidden_at integer,
  excused text check (length(excused) between 1 and 200),
  read_at integer,
  held text not null default '[]',
  fold text not null default '{}',
  likes integer,
  comments integer,
  shares integer,
  saves integer,
  reach integer,
  views integer,
  clicks integer,
  watch_seconds integer,
  interactions integer,
  interactions_partial integer not null default 0 check (interactions_partial in (0, 1)),
  followers_at_publish integer,
  followers_estimated integer not null default 0 check (followers_estimated in (0, 1))
) strict;
create index posts_by_account on posts (account_id, published_at);
create index posts_by_correction on posts (account_id) where person_topic is not null;

-- A post's names: `id:` and the platform's id, `url:` and the canonical permalink. No foreign key to the post, here and in
-- comments: for each post that an undone import takes along, the database would look through the whole table.
create table post_keys (
  account_id integer not null references accounts (id),
  key text not null,
  post_id integer not null,
  primary key (account_id, key)
) strict, without rowid;

-- RAW. What was said of a post, stored when it says something new; the newest that gave a field is the truth for it.
create table post_details (
  post_id integer not null references posts (id),
  read_at integer not null,
  version integer not null,
  import_id integer references imports (id),
  external_id text,
  published_at integer not null,
  published_precision text not null,
  format text,
  caption text,
  url text,
  paid integer,
  removed_at integer,
  primary key (post_id, read_at, version)
) strict, without rowid;

-- RAW. The figures of a post at an instant; see account_readings for `version` and `previous_held`.
create table post_readings (
  post_id integer not null references posts (id),
  read_at integer not null,
  version integer not null,
  import_id integer references imports (id),
  likes integer check (likes >= 0),
  comments integer check (comments >= 0),
  shares integer check (shares >= 0),
  saves integer check (saves >= 0),
  reach integer check (reach >= 0),
  views integer check (views >= 0),
  clicks integer check (clicks >= 0),
  watch_seconds integer check (watch_seconds >= 0),
  previous_held text not null default '[]',
  primary key (post_id, read_at, version)
) strict, without rowid;

-- RAW. When somebody commented: neither who nor what. `import_id`: the merge that brought it, null once others said it too.
-- `asks`: does it look like a question; null: its text never passed by, and never is it kept. `settled`: a person says that it
-- needs no answer.
create table comments (
  account_id integer not null references accounts (id),
  external_id text not null,
  post_id integer not null,
  at integer not null,
  ours integer not null check (ours in (0, 1)),
  reply_to text,
  import_id integer references imports (id),
  asks integer check (asks in (0, 1)),
  settled integer not null default 0 check (settled in (0, 1)),
  primary key (account_id, external_id)
) strict, without rowid;
create index comments_of_post on comments (account_id, post_id);
create index comments_of_ours on comments (account_id, at) where ours = 1;

-- DERIVED, from `comments` and `posts`: the threads that others started, a month (UTC) of an account in one row, the newest
-- first (store/threads.ts).
create table threads (
  account_id integer not null references accounts (id),
  month text not null,
  threads text not null,
  primary key (account_id, month)
) strict, without rowid;

-- DERIVED. What is known of an account's day. `gains` holds, per counter, the sum of the known gains and how many are known;
-- `rebuilt` is the same while it is derived anew, for the posts up to `accounts.rebuilding`.
create table days (
  account_id integer not null references accounts (id),
  date text not null,
  followers integer,
  reach integer,
  views integer,
  profile_views integer,
  followers_gained integer,
  followers_lost integer,
  platform_time_zone text,
  gains text,
  rebuilt text,
  primary key (account_id, date)
) strict, without rowid;

-- DERIVED, from `days` and `posts`: what the screens read, a month a row, packed. See store/months.ts for the columns.
-- `figures` holds what figures take of them, a list a field (store/figure-packing.ts).
-- `days_csv` and its like are finished lines of the export, null where they are to be made (store/export-months.ts).
create table months (
  account_id integer not null references accounts (id),
  month text not null,
  followers_before integer,
  days text not null,
  posts text not null,
  captions text not null,
  verdicts text not null default '[]',
  texts text not null default '[]',
  days_csv text,
  days_ndjson text,
  posts_csv text,
  posts_ndjson text,
  figures text not null default '[]',
  primary key (account_id, month)
) strict, without rowid;

-- DERIVED, from `months`: a year that is over in one row, made when it was first read (store/years.ts). Whatever moves a month
-- of it takes it away; the finished lines and `texts` are in none. `captions` is null where they are too long to lie here.
create table years (
  account_id integer not null references accounts (id),
  year text not null,
  months text not null,
  captions text,
  figures text,
  primary key (account_id, year)
) strict, without rowid;
create trigger year_of_new_month after insert on months BEGIN delete from years where account_id = new.account_id and year = substr(new.month, 1, 4); END;
create trigger year_of_moved_month after update of followers_before, days, posts, captions, verdicts on months BEGIN delete from years where account_id = new.account_id and year = substr(new.month, 1, 4); END;
create trigger year_of_gone_month after delete on months BEGIN delete from years where account_id = old.account_id and year = substr(old.month, 1, 4); END;

-- DERIVED, from `months`: months of the export that are over, a row a file and month: the finished lines of all accounts together, under
-- the stamp of whatever else they say (store/finished-months.ts). Whatever moves a month takes them away.
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

-- Not used any more: see accounts.norm.
create table norms (
  account_id integer primary key references accounts (id) on delete cascade,
  half_age_hours real not null check (half_age_hours > 0),
  half_ages text not null default '[]',
  learned_at integer not null,
  state text not null,
  usual text not null,
  streaks_from integer,
  checkpoint text,
  posts text not null,
  to_learn integer
) strict;

-- Runs of posts below (weak) or above (strong) the account's norm. DERIVED, but for `told` (the evidence when it opened),
-- `revised` (it is not any more what was told) and `reason` (why a person left its posts out of the norm). A streak that
-- history took back is kept as 'withdrawn'; its posts may be gone, so they are no foreign keys. One that was told while an
-- import stood goes when undoing that import takes it back.
create table streaks (
  id integer primary key,
  account_id integer not null references accounts (id) on delete cascade,
  kind text not null check (kind in ('weak', 'strong')),
  state text not null check (state in ('open', 'recovered', 'new_normal', 'withdrawn')),
  first_post integer not null,
  started_at integer not null,
  last_post integer not null,
  ended_at integer,
  closed_at integer,
  posts integer not null check (posts > 0),
  severity real not null,
  peak real not null,
  false_alarm_every integer not null,
  announced integer not null check (announced in (0, 1)),
  format text references formats (format),
  posts_per_week real,
  reach_ratio real,
  reaction_ratio real,
  evidence text not null,
  told text not null,
  revised integer not null default 0 check (revised in (0, 1)),
  reason text check (length(reason) between 1 and 200)
) strict;
create index streaks_by_account on streaks (account_id, started_at);
create index streaks_with_reason on streaks (account_id) where reason is not null;

-- What a person should know or do now: a row from when it became true until it was not any more (functions/model/notice.ts).
-- Those of streaks follow the streak's row by triggers, so that they are dated by the readings that showed it; the others are looked at once an hour, and a
-- silence ends in the batch that brings a post. `evidence`
-- are the figures that it was opened by; null account: the whole library's.
create table notice_kinds (kind text primary key) strict, without rowid;
insert into notice_kinds values ('stopped'), ('token'), ('weak'), ('strong'), ('figures'), ('silence'), ('event'), ('decree'), ('report'), ('questions');
create table notices (
  id integer primary key,
  kind text not null references notice_kinds (kind),
  account_id integer references accounts (id) on delete cascade,
  streak_id integer references streaks (id) on delete cascade,
  evidence text not null default '{}',
  opened_at integer not null,
  closed_at integer,
  event_id integer references events (id) on delete cascade
) strict;
create unique index notices_open on notices (kind, coalesce(account_id, 0), coalesce(streak_id, 0), coalesce(event_id, 0)) where closed_at is null;
create index notices_of_event on notices (event_id) where event_id is not null;
create unique index notices_of_streak on notices (streak_id) where streak_id is not null;
create trigger notice_of_new_streak after insert on streaks when new.state = 'open' and new.announced = 1 BEGIN insert into notices (kind, account_id, streak_id, opened_at) values (new.kind, new.account_id, new.id, new.told ->> 'at'); END;
create trigger notice_of_open_streak after update on streaks when new.state = 'open' and new.announced = 1 BEGIN insert into notices (kind, account_id, streak_id, opened_at) values (new.kind, new.account_id, new.id, new.told ->> 'at') on conflict (streak_id) where streak_id is not null do update set closed_at = null where closed_at is not null; END;
create trigger notice_of_ended_streak after update on streaks when new.state <> 'open' or new.announced = 0 BEGIN update notices set closed_at = coalesce((select last_read_at from accounts where id = new.account_id), opened_at) where streak_id = new.id and closed_at is null; END;

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

-- What the library means to publish. `matches` holds its accounts, each with the post by which it was kept (store/plans.ts);
-- `version` is what whoever changes it has seen; `trial`: the one that it was drawn for.
create table plan_states (state text primary key) strict, without rowid;
insert into plan_states values ('idea'), ('planned'), ('dropped');
create table plans (
  id integer primary key,
  series integer,
  on_day text not null,
  at text,
  matches text not null,
  format text references formats (format),
  topic text references topics (topic),
  title text not null check (length(title) between 1 and 200),
  note text check (length(note) between 1 and 2000),
  person text check (length(person) between 1 and 80),
  event integer,
  state text not null references plan_states (state),
  version integer not null default 1,
  changed_at integer not null,
  trial integer
) strict;
create index plans_by_day on plans (on_day);
create index plans_of_event on plans (event) where event is not null;
create index plans_of_trial on plans (trial) where trial is not null;

-- Trials (functions/model/trial.ts): two hours or two formats of one account by lot. `lots` are what was drawn, a plan each:
-- they stay whatever becomes of the plan; `power` is what it could see, as it was said at the start; `result` is written once,
-- at the end. A trial that was broken off has none.
create table trials (
  id integer primary key,
  account integer not null references accounts (id),
  kind text not null check (kind in ('hours', 'formats')),
  a text not null,
  b text not null check (a <> b),
  at text,
  weekdays text not null,
  starts_on text not null,
  weeks integer not null check (weeks > 0),
  seed integer not null,
  lots text not null,
  power text not null,
  state text not null check (state in ('running', 'ended', 'broken')),
  broken_on text,
  why text check (length(why) between 1 and 200),
  result text,
  judged_at integer,
  created_at integer not null,
  created_by text not null,
  version integer not null default 1,
  check ((state = 'broken') = (broken_on is not null)),
  check ((state = 'ended') = (result is not null))
) strict;
-- one at a time: two would draw against each other
create unique index trials_running on trials (account) where state = 'running';

-- What the library corrects of the shipped almanac (functions/model/almanac-days.ts), and its own days: `key` is the shipped
-- day's, null for one of its own.
create table almanac_kinds (kind text primary key) strict, without rowid;
insert into almanac_kinds values ('public'), ('shared_leave'), ('school'), ('library'), ('own');
create table almanac (
  id integer primary key,
  key text unique,
  removed integer not null default 0 check (removed in (0, 1)),
  from_on text not null,
  to_on text not null,
  name_id text not null check (length(name_id) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  kind text not null references almanac_kinds (kind),
  certainty text not null check (certainty in ('decree', 'computed')),
  source text not null
) strict;

-- What people changed: kept for two years. `link` is null for the admin's own token; `who` is the link's name as it was.
create table changes (
  id integer primary key,
  at integer not null,
  link integer,
  who text not null,
  what text not null,
  subject integer not null,
  before text,
  after text
) strict;
create index changes_of on changes (what, subject);

-- What the library invites to; `effect` is judged once, two weeks after it. Which posts are about it stands in `event_posts`:
-- by rule, or by a person's word (`by_person`), which stands for ever, also where it unlinks.
create table event_kinds (kind text primary key) strict, without rowid;
insert into event_kinds values ('launch'), ('discussion'), ('workshop'), ('live'), ('exhibition'), ('storytelling'), ('other');
create table events (
  id integer primary key,
  kind text not null references event_kinds (kind),
  title text not null check (length(title) between 1 and 200),
  starts_at integer not null,
  ends_at integer check (ends_at >= starts_at),
  place text check (length(place) between 1 and 200),
  hashtags text not null default '[]',
  url text,
  note text check (length(note) between 1 and 2000),
  visitors integer check (visitors >= 0),
  cost integer check (cost >= 0),
  version integer not null default 1,
  changed_at integer not null,
  effect text
) strict;
create index events_by_end on events (coalesce(ends_at, starts_at), starts_at);
create table event_posts (
  event integer not null references events (id) on delete cascade,
  post integer not null references posts (id) on delete cascade,
  linked integer not null check (linked in (0, 1)),
  by_person integer not null check (by_person in (0, 1)),
  primary key (event, post)
) strict, without rowid;
create index event_posts_by_post on event_posts (post);

-- Short addresses that lead elsewhere, and how often each was followed: a row a source and day. `refused`: so many times more
-- came than are counted.
create table short_links (
  id integer primary key,
  slug text not null unique,
  target text not null,
  event integer references events (id) on delete set null,
  name text not null check (length(name) between 1 and 200),
  created_at integer not null
) strict;
create index short_links_of_event on short_links (event) where event is not null;
create table clicks (
  link integer not null references short_links (id) on delete cascade,
  source text not null,
  on_day text not null,
  clicks integer not null default 0,
  refused integer not null default 0,
  primary key (link, source, on_day)
) strict, without rowid;

-- What a person notes of some days, both ends included: drawn on every chart, and where it is left out, the posts of its
-- days are taken out of the norm. `accounts` is a list of ids, null for all, those that come later too; `version` is what
-- whoever changes it has seen.
create table notes (
  id integer primary key,
  from_on text not null,
  to_on text not null,
  text text not null check (length(text) between 1 and 200),
  accounts text check (accounts is null or accounts <> '[]'),
  left_out integer not null default 0 check (left_out in (0, 1)),
  version integer not null default 1,
  check (from_on <= to_on)
) strict;
create index notes_by_end on notes (to_on);

-- What the library wants to reach in a year: `account` null for all together. `standing` is how far it is, as one day's first
-- page found it (store/targets.ts).
create table targets (
  id integer primary key,
  year integer not null check (year between 2004 and 2099),
  account integer references accounts (id),
  metric text not null check (metric in ('followers', 'engagement_rate', 'posts_per_month')),
  value real not null check (value > 0),
  version integer not null default 1,
  standing text,
  check (metric <> 'engagement_rate' or account is not null)
) strict;
create unique index targets_of on targets (year, coalesce(account, 0), metric);

-- Empty: what was in it are notes, and a migration takes no table away.
create table excused (
  account_id integer not null references accounts (id),
  from_on text not null,
  to_on text not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (account_id, from_on, to_on)
) strict, without rowid;

-- Tokens: found by their SHA-256; `sealed` is a copy under CREDENTIALS_KEY, so that the admin can see its address again.
-- `with_dashboard`: an export link that opens the dashboard too.
create table links (
  id integer primary key,
  kind text not null check (kind in ('admin', 'push', 'view', 'export', 'plan')),
  name text not null,
  hash text not null unique,
  sealed text,
  accounts text,
  created_at integer not null,
  expires_at integer,
  revoked_at integer,
  last_used_on text,
  with_dashboard integer not null default 0 check (with_dashboard in (0, 1)),
  preview_figures integer not null default 0 check (preview_figures in (0, 1))
) strict;

-- How an account is collected: its credentials under CREDENTIALS_KEY and where its collection stands. `generation` moves when
-- it is connected anew, so that a visit that was under way cannot write over it. `expires_at` is when the connection dies;
-- `cursor`: where the back-fill stands ('' not begun, null done); `refusals`: what the account is known not to give, `memory`
-- what its adapter wants to know next time.
create table collections (
  account_id integer primary key references accounts (id),
  sealed text not null,
  generation integer not null default 1,
  connected_at integer not null,
  expires_at integer,
  state text not null default 'waiting' check (state in ('waiting', 'ok', 'throttled', 'dead', 'paused')),
  next_due_at integer not null,
  last_success_at integer,
  cursor text default '',
  refusals text not null default '[]',
  memory text not null default '{}',
  problem text
) strict;
create trigger account_is_connected after insert on collections BEGIN update accounts set connected = 1 where id = new.account_id and connected = 0; END;
create trigger account_was_connected after delete on collections BEGIN update accounts set connected_until = coalesce(old.last_success_at, connected_until) where id = old.account_id; END;

-- One row a tick that had something to do: claim of its slot, lease (void when unfinished after 16 minutes) and log.
-- The id is the slot's instant; a collection by hand takes a second that is no slot's.
create table runs (
  id integer primary key,
  started_at integer not null,
  finished_at integer,
  seconds integer,
  calls integer not null default 0,
  readings integer not null default 0,
  problems text not null default '[]'
) strict;

-- What X is estimated to have cost in a month (UTC), in millionths of a US dollar.
create table x_spend (
  month text primary key,
  micros integer not null check (micros >= 0)
) strict, without rowid;

-- Connecting by a platform's consent page: what was begun, by the SHA-256 of its state. Single use, ten minutes.
create table consents (
  hash text primary key,
  platform text not null references platforms (platform),
  sealed text not null,
  expires_at integer not null
) strict, without rowid;

-- Pages as they were sent last, for whoever opens the same one next: served only under the very tag that they were made
-- under, so one that is old is never shown. What was opened lately is made anew once it is old: with which token (`hash`), at
-- which address; `made_of` is what all pages of one moment are made of, `opened_at` when it was last opened, to some days.
create table pages (
  key text primary key,
  tag text not null,
  body text not null,
  hash text,
  address text not null default '',
  made_of text not null default '',
  opened_at integer not null default 0
) strict, without rowid;

-- Whose turn it is to write, where writers met: one row while somebody has it. `until` is when it ends by itself, so that
-- a writer who breaks off keeps nobody waiting for long.
create table turn (
  id integer primary key check (id = 1),
  holder text not null,
  until real not null
) strict;

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

-- What works, judged once a month: a look an account, and one at all together (`account_id` 0), for the month that began, from
-- the posts of the months before it. `posts`: so many were judged; `of`: the accounts that were, a list; `late`: posts of before
-- the month that came since. `result` (model/look.ts) is the newest look's alone: of older ones their claims are kept.
create table looks (
  account_id integer not null,
  month text not null check (length(month) = 7),
  state text not null check (state in ('ready', 'learning', 'too_few')),
  posts integer not null check (posts >= 0),
  of text not null,
  made_at integer not null,
  late integer not null default 0,
  result text,
  primary key (account_id, month)
) strict, without rowid;

-- What was said then, the surest first (`place`): kept as long as its account. `entangled_with` is JSON.
create table claims (
  account_id integer not null,
  month text not null,
  place integer not null,
  factor text not null,
  level text not null,
  direction integer not null check (direction in (-1, 1)),
  ratio real not null,
  low real not null,
  high real not null,
  posts integer not null,
  chance real not null,
  entangled_with text,
  primary key (account_id, month, factor, level)
) strict, without rowid;

-- The look that is under way, at most one: `step` is the slice that comes next, `progress` what those before it found, `material` what
-- it works on.
create table looking (
  id integer primary key check (id = 1),
  account_id integer not null,
  month text not null,
  step integer not null,
  begun_at integer not null,
  progress text not null,
  material text not null default ''
) strict;

-- An account that goes with the import that had brought it takes its own along.
create trigger looks_go_with_account after delete on accounts BEGIN delete from looks where account_id = old.id; END;
create trigger claims_go_with_account after delete on accounts BEGIN delete from claims where account_id = old.id; END;
create trigger looking_goes_with_account after delete on accounts BEGIN delete from looking where account_id = old.id; END;
create trigger standing_claims_go_with_account after delete on accounts BEGIN update library set standing_claims = (select json_group_array(json(value)) from json_each(library.standing_claims) where value ->> 'account_id' is not old.id) where standing_claims <> '[]'; END;
