-- Where people of an organisation sign in instead of here. The secret is encrypted under a key that is not in the database.
create table sign_on (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    issuer          varchar(255)  not null,
    client_id       varchar(190)  not null,
    sealed_secret   varchar(1000) not null,
    enabled         boolean       not null,
    role_claim      varchar(190),
    roles           text          not null,
    default_role    varchar(20),
    group_claim     varchar(190),
    group_places    text          not null,
    version         int           not null,
    constraint uk_sign_on_organisation unique (organisation_id),
    constraint fk_sign_on_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Whom an identity provider vouches for, and which account is theirs. Subjects differ in the case of letters.
create table external_identity (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    account_id      bigint       not null,
    issuer          varchar(255) not null,
    subject         varchar(255) not null,
    created_at      datetime(6)  not null,
    constraint uk_external_identity_subject unique (organisation_id, issuer, subject),
    constraint fk_external_identity_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;
