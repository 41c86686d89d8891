create table ticket (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    channel         varchar(20)   not null,
    status          varchar(20)   not null,
    reason          varchar(30)   not null,
    -- 1 is the most urgent, so that every column of the waiting key ascends.
    priority        tinyint       not null,
    note            varchar(4000),
    customer_id     bigint        not null,
    order_id        bigint,
    order_number    varchar(64),
    agent_id        bigint,
    opened_at       datetime(6)   not null,
    waiting_since   datetime(6),
    resolved_at     datetime(6),
    updated_at      datetime(6)   not null,
    version         int           not null,
    -- Null unless the ticket is live: at most one live ticket an order.
    live_order_id   bigint generated always as
        (case when status in ('OPEN', 'IN_PROGRESS', 'PENDING') then order_id end) stored,
    constraint uk_ticket_id unique (organisation_id, id),
    constraint uk_ticket_live_order unique (organisation_id, live_order_id),
    constraint fk_ticket_customer foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    constraint fk_ticket_order foreign key (organisation_id, order_id) references orders (organisation_id, id),
    key ix_ticket_waiting (organisation_id, status, priority, opened_at, id),
    key ix_ticket_opened (organisation_id, opened_at, id),
    key ix_ticket_customer (organisation_id, customer_id, opened_at, id),
    key ix_ticket_order (organisation_id, order_id),
    key ix_ticket_agent (organisation_id, agent_id, opened_at, id)
) default charset = utf8mb4;
