-- The list of what came in says of each import whose it is and of what, which its first day tells.
create index day_readings_by_import on day_readings (import_id) where import_id is not null;
