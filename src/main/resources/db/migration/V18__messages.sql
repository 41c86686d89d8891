-- A line of history is referred to with its ticket, by the key that finds the lines of a ticket.
alter table ticket_event
    add constraint uk_ticket_event_ticket unique (organisation_id, ticket_id, id),
    drop key ix_ticket_event_ticket;

-- What people say to one another about a ticket.
create table message (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    -- The line of history that it was said with.
    event_id        bigint      not null,
    -- PUBLIC is for the customer, or by them; INTERNAL is among staff.
    audience        varchar(20) not null,
    author_id       bigint      not null,
    -- As they were called then; null once it is erased.
    author_name     varchar(200),
    -- Null once it is erased.
    text            mediumtext,
    at              datetime(6) not null,
    constraint uk_message_event unique (organisation_id, event_id),
    constraint fk_message_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    constraint fk_message_event foreign key (organisation_id, ticket_id, event_id)
        references ticket_event (organisation_id, ticket_id, id),
    key ix_message_ticket (organisation_id, ticket_id, event_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Those that stand in histories are moved by the application, once replicas of the release before, which write them
-- there, are gone.
insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)
select distinct organisation_id, 'move-messages', 0, 0,
    utc_timestamp(6) + interval 10 minute, utc_timestamp(6) + interval 10 minute, 0
from ticket;
