-- Customers who may neither come in nor write, until a time or until somebody says otherwise.
create table customer_block (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    customer_id     bigint        not null,
    -- For staff alone.
    reason          varchar(1000) not null,
    -- Null where it has no end.
    ends_at         datetime(6),
    blocked_by      bigint        not null,
    -- As they were called then.
    blocked_by_name varchar(200)  not null,
    created_at      datetime(6)   not null,
    constraint uk_customer_block_customer unique (organisation_id, customer_id),
    constraint uk_customer_block_id unique (organisation_id, id),
    constraint fk_customer_block_customer foreign key (organisation_id, customer_id)
        references customer (organisation_id, id) on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Networks from which a blocked customer came, and from which no visitor comes meanwhile.
create table blocked_network (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    block_id        bigint      not null,
    prefix          varchar(45) not null,
    constraint uk_blocked_network unique (organisation_id, prefix, block_id),
    constraint fk_blocked_network_block foreign key (organisation_id, block_id)
        references customer_block (organisation_id, id) on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;
