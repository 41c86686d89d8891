-- When words or files were taken out of a message; null where nothing was.
alter table message add column removed_at datetime(6);
