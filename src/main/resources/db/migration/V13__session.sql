-- What a sign-in leaves behind, until it is ended or nobody has come back for long. Only hashes of its tokens are stored.
create table session (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    account_id      bigint      not null,
    family_hash     char(64)    not null,
    secret_hash     char(64)    not null,
    address         varchar(45) not null,
    user_agent      varchar(200),
    created_at      datetime(6) not null,
    last_used_at    datetime(6) not null,
    expires_at      datetime(6) not null,
    constraint uk_session_family unique (family_hash),
    constraint fk_session_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    key ix_session_account (account_id, id),
    key ix_session_expires (expires_at)
) default charset = utf8mb4;
