-- Of the hours that routing policies ask for; IANA.
alter table organisation add column time_zone varchar(50) not null default 'UTC';
