-- Colleagues whom notes mention.
create table mention (
    organisation_id bigint      not null,
    account_id      bigint      not null,
    conversation_id bigint      not null,
    message_number  bigint      not null,
    at              datetime(6) not null,
    primary key (organisation_id, account_id, conversation_id, message_number),
    constraint fk_mention_account foreign key (organisation_id, account_id) references account (organisation_id, id)
        on delete cascade,
    key ix_mention_at (organisation_id, account_id, at, conversation_id, message_number),
    key ix_mention_old (at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Finds those who work for an organisation among its customers.
alter table account add key ix_account_roles (organisation_id, roles);
