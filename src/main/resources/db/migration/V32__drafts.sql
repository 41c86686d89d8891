-- What somebody writes about a ticket, and has not sent.
create table draft (
    organisation_id bigint       not null,
    account_id      bigint       not null,
    ticket_id       bigint       not null,
    -- What it is to become, as its author's client calls it.
    kind            varchar(20)  not null,
    text            mediumtext   not null,
    -- The message that it answers.
    reply_to        bigint,
    -- Separated by commas.
    attachment_ids  varchar(400) not null,
    version         int          not null,
    changed_at      datetime(6)  not null,
    -- No foreign key to the ticket: it would lock its row while somebody writes, and matchers skip rows that are locked.
    primary key (organisation_id, account_id, ticket_id, kind),
    -- With the account goes what nobody else ever saw.
    constraint fk_draft_account foreign key (organisation_id, account_id) references account (organisation_id, id)
        on delete cascade,
    key ix_draft_ticket (organisation_id, ticket_id),
    key ix_draft_changed (changed_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
