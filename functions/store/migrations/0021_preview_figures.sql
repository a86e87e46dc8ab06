-- Whether the picture and words by which a messenger shows a view link may hold figures: whoever made the link says so.
alter table links add column preview_figures integer not null default 0 check (preview_figures in (0, 1));

update library set schema = 21;
