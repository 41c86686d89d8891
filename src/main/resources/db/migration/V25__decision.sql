-- Why a ticket was given to an agent, or nobody was found. What it required is its pool, which never changes; candidates and
-- figures are JSON: they are read as a whole, and never searched. Removed after some time.
create table decision (
    id                bigint      not null auto_increment primary key,
    organisation_id   bigint      not null,
    -- No foreign keys to tickets and agents: a matcher who finds nobody must neither wait for their locks nor take them.
    ticket_id         bigint      not null,
    pool_id           bigint      not null,
    outcome           varchar(10) not null,
    basis             varchar(20) not null,
    -- Null where nobody was found.
    agent_id          bigint,
    -- Null unless a supervisor decided.
    actor_id          bigint,
    actor_name        varchar(200),
    policy_version_id bigint,
    rule_name         varchar(100),
    weighed           json        not null,
    micros            int         not null,
    at                datetime(6) not null,
    constraint fk_decision_organisation foreign key (organisation_id) references organisation (id),
    key ix_decision_ticket (organisation_id, ticket_id, id),
    key ix_decision_at (at, id)
) default charset = utf8mb4;
