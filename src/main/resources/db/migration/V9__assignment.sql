create table assignment (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    agent_id        bigint      not null,
    status          varchar(20) not null,
    units           int         not null,
    assigned_at     datetime(6) not null,
    ended_at        datetime(6),
    -- Null unless the assignment is live: at most one live assignment a ticket.
    live_ticket_id  bigint generated always as
        (case when status in ('OFFERED', 'ACTIVE', 'WRAP_UP') then ticket_id end) stored,
    constraint uk_assignment_live_ticket unique (organisation_id, live_ticket_id),
    constraint fk_assignment_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    constraint fk_assignment_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    key ix_assignment_ticket (organisation_id, ticket_id, id),
    key ix_assignment_agent (organisation_id, agent_id, id)
) default charset = utf8mb4;
