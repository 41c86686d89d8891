-- What is to happen at a time. A row goes in the transaction in which it happened.
create table timer (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    kind            varchar(30) not null,
    subject_id      bigint      not null,
    -- By which whoever set it sees that it is stale.
    round           bigint      not null,
    due_at          datetime(6) not null,
    -- When it is tried next: later than it is due where it failed, or nobody may fire it now.
    try_at          datetime(6) not null,
    attempts        int         not null,
    constraint fk_timer_organisation foreign key (organisation_id) references organisation (id),
    key ix_timer_try (try_at, id)
) default charset = utf8mb4;
