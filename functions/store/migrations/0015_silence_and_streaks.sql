insert into notice_kinds values ('silence');
-- A notice of a streak follows the streak's row wherever that is written: no statement more, and no look at the streaks of
-- five years. Each trigger is one line with BEGIN and END in capitals (see 0012).
create trigger notice_of_new_streak after insert on streaks when new.state = 'open' and new.announced = 1 BEGIN insert into notices (kind, account_id, streak_id, opened_at) values (new.kind, new.account_id, new.id, new.told ->> 'at'); END;
create trigger notice_of_open_streak after update on streaks when new.state = 'open' and new.announced = 1 BEGIN insert into notices (kind, account_id, streak_id, opened_at) values (new.kind, new.account_id, new.id, new.told ->> 'at') on conflict (streak_id) where streak_id is not null do update set closed_at = null where closed_at is not null; END;
create trigger notice_of_ended_streak after update on streaks when new.state <> 'open' or new.announced = 0 BEGIN update notices set closed_at = coalesce((select last_read_at from accounts where id = new.account_id), opened_at) where streak_id = new.id and closed_at is null; END;
update library set schema = 15;
