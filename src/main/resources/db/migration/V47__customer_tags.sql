-- A customer's tags are read with them from here. By the table below customers are found.
alter table customer add column tag_ids json;

create table customer_tag (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    customer_id     bigint not null,
    tag_id          bigint not null,
    constraint uk_customer_tag unique (organisation_id, tag_id, customer_id),
    constraint fk_customer_tag_customer foreign key (organisation_id, customer_id)
        references customer (organisation_id, id) on delete cascade,
    constraint fk_customer_tag_tag foreign key (organisation_id, tag_id) references tag (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
