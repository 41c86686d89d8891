create table organisation (
    id         bigint       not null auto_increment primary key,
    slug       varchar(63)  not null,
    name       varchar(200) not null,
    created_at datetime(6)  not null,
    constraint uk_organisation_slug unique (slug)
) default charset = utf8mb4;
