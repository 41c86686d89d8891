-- Links by mail that let somebody set a password: an invitation, or a password that was forgotten. Only a hash is stored.
create table password_link (
    token_hash      char(64)    not null primary key,
    organisation_id bigint      not null,
    account_id      bigint      not null,
    expires_at      datetime(6) not null,
    constraint fk_password_link_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    key ix_password_link_expires (expires_at)
) default charset = utf8mb4;
