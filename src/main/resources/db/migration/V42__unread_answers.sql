-- When answers in chats are mailed that nobody has read.
alter table mail_setting
    add column unread_after_minutes int not null default 10,
    add column unread_every_minutes int not null default 15;
