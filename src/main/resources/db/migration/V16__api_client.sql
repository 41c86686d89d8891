-- What another system signs in with. It is an account too, so that removing the account ends it everywhere.
create table api_client (
    id              bigint       not null primary key,
    organisation_id bigint       not null,
    client_id       varchar(64)  not null,
    secret_hash     char(64)     not null,
    scopes          varchar(500) not null,
    expires_at      datetime(6),
    last_used_at    datetime(6),
    created_at      datetime(6)  not null,
    constraint uk_api_client_client_id unique (client_id),
    constraint fk_api_client_account foreign key (organisation_id, id) references account (organisation_id, id)
        on delete cascade
) default charset = utf8mb4;
