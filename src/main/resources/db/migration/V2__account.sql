create table account (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    username        varchar(190) not null,
    password_hash   varchar(100) not null,
    name            varchar(200) not null,
    roles           varchar(100) not null,
    created_at      datetime(6)  not null,
    constraint uk_account_id unique (organisation_id, id),
    constraint uk_account_username unique (organisation_id, username),
    constraint fk_account_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;
