-- A second thing to know at sign-in. The secret is encrypted under a key that is not in the database.
create table second_factor (
    account_id      bigint       not null primary key,
    organisation_id bigint       not null,
    sealed_secret   varchar(100) not null,
    confirmed       boolean      not null,
    last_step       bigint       not null,
    recovery_hashes varchar(700) not null,
    constraint fk_second_factor_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade
) default charset = utf8mb4;
