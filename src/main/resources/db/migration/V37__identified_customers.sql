alter table customer
    -- By what their shop knows a customer, who signs in by its word.
    add column external_id varchar(190),
    -- The address that the shop tells of them. Nobody confirmed it, so they are not known by it.
    add column told_email varchar(190),
    -- Since when the shop vouches for them.
    add column identified_at datetime(6),
    -- The customer to whom all that was theirs belongs since.
    add column joined_to bigint,
    add constraint uk_customer_external unique (organisation_id, external_id),
    add key ix_customer_joined (organisation_id, joined_to);

-- By what the word of an organisation's shop is known. Secrets are encrypted under a key that is not in the database.
create table identity_key (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    -- There are two at most: one can be replaced while the other is in use.
    place           int          not null,
    algorithm       varchar(10)  not null,
    -- By which people tell one from the other.
    beginning       varchar(10)  not null,
    sealed_secret   varchar(200),
    public_key      text,
    created_at      datetime(6)  not null,
    constraint uk_identity_key_place unique (organisation_id, place),
    constraint fk_identity_key_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
