insert into notice_kinds values ('silence');
update library set schema = 15;
