create table ticket_event (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    type            varchar(20) not null,
    status          varchar(20) not null,
    actor_id        bigint,
    actor_name      varchar(200),
    agent_id        bigint,
    note            varchar(4000),
    at              datetime(6) not null,
    constraint fk_ticket_event_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    key ix_ticket_event_ticket (organisation_id, ticket_id, id),
    key ix_ticket_event_agent (organisation_id, agent_id, id)
) default charset = utf8mb4;
