-- The replica that does a background work, and until when if it is not heard of again. Of no organisation: the work is
-- that of all.
create table lease (
    name   varchar(50)  not null primary key,
    holder varchar(300) not null,
    until  datetime(6)  not null
) default charset = utf8mb4 collate = utf8mb4_bin;
