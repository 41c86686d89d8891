-- How an organisation has its calls, where it says so; one row at most.
create table call_setting (
    id              bigint  not null auto_increment primary key,
    organisation_id bigint  not null,
    voice           boolean not null,
    video           boolean not null,
    -- Whether agents see who listens to their call.
    listeners_shown boolean not null,
    version         int     not null,
    constraint uk_call_setting unique (organisation_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
