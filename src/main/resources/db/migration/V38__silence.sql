-- TEXT, or what the system says.
alter table message add column kind varchar(20) not null default 'TEXT';

-- After how long customers of chats who say nothing are warned, and when the chat ends after that; null for never.
alter table queue
    add column silence_warn_seconds int,
    add column silence_end_seconds int;
