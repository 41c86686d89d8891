-- Counted in the database, so that an attacker gains nothing from many replicas.
create table sign_in_failure (
    organisation_id bigint       not null,
    subject         varchar(255) not null,
    failures        int          not null,
    since           datetime(6)  not null,
    primary key (organisation_id, subject),
    key ix_sign_in_failure_since (since)
) default charset = utf8mb4;
