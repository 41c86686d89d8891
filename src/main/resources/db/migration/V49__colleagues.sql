-- Colleagues who are invited into tickets of others.
create table ticket_colleague (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    account_id      bigint      not null,
    -- CONSULT writes to colleagues alone, JOIN to the customer, too.
    invited_as      varchar(20) not null,
    invited_at      datetime(6) not null,
    constraint uk_ticket_colleague unique (organisation_id, account_id, ticket_id),
    constraint fk_ticket_colleague_ticket foreign key (organisation_id, ticket_id)
        references ticket (organisation_id, id),
    constraint fk_ticket_colleague_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;
