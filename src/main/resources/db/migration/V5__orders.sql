-- Foreign keys carry the organisation: a row cannot refer to another organisation's.
create table orders (
    id              bigint         not null auto_increment primary key,
    organisation_id bigint         not null,
    customer_id     bigint         not null,
    number          varchar(64)    not null,
    product         varchar(200)   not null,
    quantity        int            not null,
    amount          decimal(12, 2) not null,
    currency        char(3)        not null,
    ordered_at      datetime(6)    not null,
    version         int            not null,
    constraint uk_orders_id unique (organisation_id, id),
    constraint uk_orders_number unique (organisation_id, number),
    constraint fk_orders_customer foreign key (organisation_id, customer_id) references customer (organisation_id, id)
) default charset = utf8mb4;
