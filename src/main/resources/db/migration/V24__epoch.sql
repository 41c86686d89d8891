-- How often an organisation's configuration was changed. Replicas keep what they read of it until this number grows. It
-- refers to no organisation: a check of that would take the lock of its row at the end of each change.
create table epoch (
    organisation_id bigint not null primary key,
    value           bigint not null
) default charset = utf8mb4 collate = utf8mb4_bin;
