-- How a customer is reached. By the addresses in customer_email they are found, and unique.
alter table customer
    add column contacts json,
    -- What a search finds them by: addresses, and numbers as they are typed and with digits alone.
    add column contact_words text,
    drop key uk_customer_email,
    add key ix_customer_email (organisation_id, email);

-- All addresses of customers, also those by which nobody is known.
create table customer_email (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    -- The group of its customer.
    group_id        bigint       not null,
    customer_id     bigint       not null,
    email           varchar(190) not null,
    -- Unique in a group, so that no refusal tells of a customer in another one.
    constraint uk_customer_email unique (organisation_id, group_id, email),
    constraint fk_customer_email_customer foreign key (organisation_id, customer_id)
        references customer (organisation_id, id) on delete cascade,
    key ix_customer_email_customer (organisation_id, customer_id),
    key ix_customer_email_address (organisation_id, email)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into customer_email (organisation_id, group_id, customer_id, email)
select organisation_id, group_id, id, email
from customer
where erased_at is null and email not like '%@visitor.invalid';
