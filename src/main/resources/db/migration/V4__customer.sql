create table customer (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    account_id      bigint,
    name            varchar(200) not null,
    email           varchar(190) not null,
    created_at      datetime(6)  not null,
    version         int          not null,
    constraint uk_customer_id unique (organisation_id, id),
    constraint uk_customer_email unique (organisation_id, email),
    constraint uk_customer_account unique (organisation_id, account_id),
    constraint fk_customer_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;
