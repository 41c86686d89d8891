-- Where each organisation's chain of audit entries ends; its row is locked to append.
create table audit_chain (
    organisation_id bigint   not null primary key,
    last_number     bigint   not null,
    last_hash       char(64) not null,
    constraint fk_audit_chain_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Never changed. Refers to its chain, so that nothing is appended once the chain of a removed organisation is gone.
create table audit_entry (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    number          bigint       not null,
    at              datetime(6)  not null,
    actor_id        bigint,
    actor_name      varchar(200),
    address         varchar(100),
    action          varchar(50)  not null,
    subject_type    varchar(50)  not null,
    subject_id      varchar(200),
    before_state    mediumtext,
    after_state     mediumtext,
    previous_hash   char(64)     not null,
    hash            char(64)     not null,
    constraint uk_audit_entry_number unique (organisation_id, number),
    constraint fk_audit_entry_chain foreign key (organisation_id) references audit_chain (organisation_id),
    key ix_audit_entry_at (organisation_id, at, id),
    key ix_audit_entry_actor (organisation_id, actor_id, id),
    key ix_audit_entry_action (organisation_id, action, id),
    key ix_audit_entry_subject (organisation_id, subject_type, subject_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
