create table idempotency_key (
    organisation_id bigint       not null,
    account_id      bigint       not null,
    request_key     varchar(190) not null,
    request_hash    char(64)     not null,
    response        mediumtext,
    created_at      datetime(6)  not null,
    primary key (organisation_id, account_id, request_key),
    key ix_idempotency_key_created (created_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
