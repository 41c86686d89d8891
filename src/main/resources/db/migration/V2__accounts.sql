create table account (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    username        varchar(190) not null,
    -- Null until the invitation is accepted.
    password_hash   varchar(100),
    -- Where links for a new password are mailed.
    email           varchar(190),
    -- It counts as somebody's once a link that was mailed there was used.
    email_confirmed boolean      not null default false,
    -- Of mails; BCP 47.
    language        varchar(35),
    name            varchar(200) not null,
    roles           varchar(100) not null,
    created_at      datetime(6)  not null,
    constraint uk_account_id unique (organisation_id, id),
    constraint uk_account_username unique (organisation_id, username),
    constraint uk_account_email unique (organisation_id, email),
    constraint fk_account_organisation foreign key (organisation_id) references organisation (id),
    key ix_account_email (email)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Links by mail that let somebody set a password: an invitation, a sign-up, or a password that was forgotten. Only a hash is
-- stored.
create table password_link (
    token_hash      char(64)    not null primary key,
    organisation_id bigint      not null,
    -- Null for whoever signs up, who is nobody before the link is used.
    account_id      bigint,
    -- Where it was mailed.
    email           varchar(190),
    -- Of whoever signs up.
    name            varchar(200),
    expires_at      datetime(6) not null,
    constraint fk_password_link_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    key ix_password_link_expires (expires_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

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
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What a sign-in leaves behind, until it is ended or nobody has come back for long. Only hashes of its tokens are stored.
create table session (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    account_id      bigint      not null,
    family_hash     char(64)    not null,
    secret_hash     char(64)    not null,
    address         varchar(45) not null,
    user_agent      varchar(200),
    created_at      datetime(6) not null,
    last_used_at    datetime(6) not null,
    expires_at      datetime(6) not null,
    constraint uk_session_family unique (family_hash),
    constraint fk_session_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    key ix_session_account (account_id, id),
    key ix_session_expires (expires_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Counted in the database, so that an attacker gains nothing from many replicas.
create table sign_in_failure (
    organisation_id bigint       not null,
    subject         varchar(255) not null,
    failures        int          not null,
    since           datetime(6)  not null,
    primary key (organisation_id, subject),
    key ix_sign_in_failure_since (since)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What another system signs in with. It is an account too, so that removing the account ends it everywhere.
create table api_client (
    id              bigint       not null primary key,
    organisation_id bigint       not null,
    client_id       varchar(64)  not null,
    secret_hash     char(64)     not null,
    scopes          varchar(500) not null,
    expires_at      datetime(6),
    last_used_at    datetime(6),
    created_at      datetime(6)  not null,
    constraint uk_api_client_client_id unique (client_id),
    constraint fk_api_client_account foreign key (organisation_id, id) references account (organisation_id, id)
        on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Account ids are unique over all organisations, and Hibernate updates a row by its id alone.
create table idempotency_key (
    organisation_id bigint       not null,
    account_id      bigint       not null,
    request_key     varchar(190) not null,
    request_hash    char(64)     not null,
    response        mediumtext,
    created_at      datetime(6)  not null,
    primary key (account_id, request_key),
    key ix_idempotency_key_organisation (organisation_id),
    key ix_idempotency_key_created (created_at)
) default charset = utf8mb4 collate = utf8mb4_bin;
