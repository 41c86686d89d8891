create table customer (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    group_id        bigint       not null,
    account_id      bigint,
    name            varchar(200) collate utf8mb4_0900_ai_ci not null,
    email           varchar(190) not null,
    -- BCP 47
    language        varchar(35),
    -- What policies can ask of customers.
    attributes      json,
    created_at      datetime(6)  not null,
    version         int          not null,
    constraint uk_customer_id unique (organisation_id, id),
    -- Unique in a group, so that no refusal tells of a customer in another one.
    constraint uk_customer_email unique (organisation_id, group_id, email),
    constraint uk_customer_account unique (organisation_id, account_id),
    constraint fk_customer_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_customer_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    key ix_customer_group (organisation_id, group_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Foreign keys carry the organisation: a row cannot refer to another organisation's.
create table orders (
    id              bigint         not null auto_increment primary key,
    organisation_id bigint         not null,
    -- The group of its customer, so that a list of orders need not look at customers.
    group_id        bigint         not null,
    customer_id     bigint         not null,
    number          varchar(64)    not null,
    product         varchar(200) collate utf8mb4_0900_ai_ci not null,
    quantity        int            not null,
    amount          decimal(12, 2) not null,
    currency        char(3)        not null,
    ordered_at      datetime(6)    not null,
    version         int            not null,
    constraint uk_orders_id unique (organisation_id, id),
    constraint uk_orders_number unique (organisation_id, number),
    constraint fk_orders_customer foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    constraint fk_orders_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    -- Lists are read from the newest: all of an organisation, those of a group and those of a customer.
    key ix_orders_time (organisation_id, ordered_at, id),
    key ix_orders_group (organisation_id, group_id, ordered_at, id),
    key ix_orders_customer (organisation_id, customer_id, ordered_at, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Which sites may show an organisation's widget.
create table widget (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    origins         text   not null,
    constraint uk_widget_organisation unique (organisation_id),
    constraint fk_widget_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
