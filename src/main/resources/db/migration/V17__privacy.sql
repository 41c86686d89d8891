alter table customer
    -- When it was asked that they be erased; nothing tells who they were from then on.
    add column erased_at datetime(6);

alter table ticket
    -- When what was said in it was erased; nothing is added to it from then on.
    add column erased_at datetime(6),
    -- Null unless it is over and its texts are there: since when nobody touched it. The sweep reads the oldest by this key.
    add column ended_at datetime(6) generated always as
        (case when status in ('CLOSED', 'CANCELLED') and erased_at is null then updated_at end) virtual,
    add key ix_ticket_ended (organisation_id, ended_at, id);

alter table idempotency_key
    -- Whom the answer is about; null where it is about no customer.
    add column customer_id bigint,
    add key ix_idempotency_key_customer (organisation_id, customer_id);

-- That a customer is to be erased, how far that is, and what came of it.
create table erasure (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    customer_id     bigint      not null,
    requested_by    bigint      not null,
    requested_at    datetime(6) not null,
    done_at         datetime(6),
    -- Of how many transactions; the timer that is set for the next one bears it.
    round           bigint      not null,
    tickets         int         not null,
    orders          int         not null,
    audit_entries   int         not null,
    account_id      bigint,
    -- By which what else is kept of them is found; null once it is done.
    username        varchar(190),
    email           varchar(190),
    constraint uk_erasure_customer unique (organisation_id, customer_id),
    constraint fk_erasure_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- For how long an organisation keeps what was said, and what happened.
create table retention_setting (
    id                  bigint not null auto_increment primary key,
    organisation_id     bigint not null,
    -- Null for ever.
    closed_tickets_days int,
    -- Null for as long as the installation says.
    feed_days           int,
    version             int    not null,
    constraint uk_retention_setting_organisation unique (organisation_id),
    constraint fk_retention_setting_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
