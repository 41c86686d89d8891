create table organisation (
    id                bigint       not null auto_increment primary key,
    slug              varchar(63)  not null,
    name              varchar(200) not null,
    host_name         varchar(190),
    -- Of the hours that routing policies ask for; IANA.
    time_zone         varchar(50)  not null default 'UTC',
    -- Of which kinds of data people see only that of their groups.
    isolates_tickets   boolean     not null default false,
    isolates_customers boolean     not null default false,
    isolates_agents    boolean     not null default false,
    status            varchar(20)  not null default 'ACTIVE',
    purge_after       datetime(6),
    created_at        datetime(6)  not null,
    version           int          not null default 0,
    constraint uk_organisation_slug unique (slug),
    constraint uk_organisation_host_name unique (host_name)
) default charset = utf8mb4 collate = utf8mb4_bin;
