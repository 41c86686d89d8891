-- Names the line that a message was said with by its number, and lets go what became the log of events.
alter table message
    drop foreign key fk_message_ticket,
    drop foreign key fk_message_event;

rename table message to message_before;

-- What people say to one another about a ticket.
create table message (
    organisation_id bigint      not null,
    -- The line of history that it was said with.
    event_number    bigint      not null,
    ticket_id       bigint      not null,
    -- PUBLIC is for the customer, or by them; INTERNAL is among staff.
    audience        varchar(20) not null,
    author_id       bigint      not null,
    -- As they were called then; null once it is erased.
    author_name     varchar(200),
    -- Null once it is erased.
    text            mediumtext,
    at              datetime(6) not null,
    primary key (organisation_id, event_number),
    constraint fk_message_event foreign key (organisation_id, event_number) references event (organisation_id, number),
    constraint fk_message_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    key ix_message_ticket (organisation_id, ticket_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into message (organisation_id, event_number, ticket_id, audience, author_id, author_name, text, at)
select m.organisation_id, n.number, m.ticket_id, m.audience, m.author_id, m.author_name, m.text, m.at
from message_before m join line_number n on n.id = m.event_id
order by m.organisation_id, n.number;

-- All of it was moved.
delete from timer where kind = 'move-messages';

drop table message_before;
drop table message_in_history;
drop table line_number;
drop table ticket_event;
drop table feed_event;
drop table outbox;
