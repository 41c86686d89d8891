alter table organisation
    add column host_name   varchar(190),
    add column status      varchar(20) not null default 'ACTIVE',
    add column purge_after datetime(6),
    add column version     int         not null default 0,
    add constraint uk_organisation_host_name unique (host_name);

-- An account that was invited has no password until the invitation is accepted.
alter table account
    modify column password_hash varchar(100),
    add column email varchar(190),
    add constraint uk_account_email unique (organisation_id, email),
    add key ix_account_email (email);

-- Account ids are unique over all organisations, and Hibernate updates a row by its id alone.
alter table idempotency_key
    drop primary key,
    add primary key (account_id, request_key),
    add key ix_idempotency_key_organisation (organisation_id);
