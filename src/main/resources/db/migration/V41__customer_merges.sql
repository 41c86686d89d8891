-- Two customers who are one, and what is given back where they are not.
create table customer_merge (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    customer_id     bigint       not null,
    merged_id       bigint       not null,
    -- The ids of what became the customer's.
    moved           json         not null,
    merged_by       bigint       not null,
    -- As they were called then.
    merged_by_name  varchar(200) not null,
    merged_at       datetime(6)  not null,
    undone_at       datetime(6),
    constraint uk_customer_merge_id unique (organisation_id, id),
    constraint fk_customer_merge_customer foreign key (organisation_id, customer_id)
        references customer (organisation_id, id) on delete cascade,
    constraint fk_customer_merge_merged foreign key (organisation_id, merged_id)
        references customer (organisation_id, id) on delete cascade,
    key ix_customer_merge_customer (organisation_id, customer_id, id),
    key ix_customer_merge_merged (organisation_id, merged_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
