-- An account's norm lies in the account's own row, which each reading writes anyway; `norms` is not used any more.
alter table accounts add column norm text;
update accounts set norm = (
  select json_object('half_age_hours', half_age_hours, 'half_ages', json(half_ages), 'learned_at', learned_at,
    'state', json(state), 'usual', json(usual), 'streaks_from', streaks_from, 'checkpoint', json(checkpoint),
    'posts', posts, 'to_learn', (select json_object('id', p.id, 'published_at', p.published_at) from posts p where p.id = n.to_learn),
    'streaks', json_array())
  from norms n where n.account_id = accounts.id);
delete from norms;
update library set schema = 17;
