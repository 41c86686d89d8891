-- An agent who meets what a pool requires. The matcher reads the free ones of a pool in the order of its queue.
create table seat (
    organisation_id bigint      not null,
    agent_id        bigint      not null,
    pool_id         bigint      not null,
    tier            smallint    not null,
    -- Sum of the agent's levels in the skills required.
    score           int         not null,
    -- When the queue last gave them a ticket, or when they joined it.
    served_at       datetime(6) not null,
    -- Null unless the agent could be given a ticket of the pool now; then the place in the order, before idle_since.
    place           bigint,
    -- Equal to the pool, not merely of it and not null: where the pool comes from another table, MySQL would read the seats
    -- of all who are busy before it meets one who is free.
    free_pool_id    bigint generated always as (case when place is not null then pool_id end) stored,
    idle_since      datetime(6) not null,
    primary key (organisation_id, agent_id, pool_id),
    constraint fk_seat_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    constraint fk_seat_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    key ix_seat_free (organisation_id, free_pool_id, place, idle_since, agent_id),
    key ix_seat_pool (organisation_id, pool_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table assignment (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    agent_id        bigint      not null,
    status          varchar(20) not null,
    units           int         not null,
    -- What the queue said of wrap-up when the agent got it.
    wrap_up_seconds int         not null default 0,
    assigned_at     datetime(6) not null,
    -- Until when the agent may think about it; null where they were not asked.
    expires_at      datetime(6),
    accepted_at     datetime(6),
    ended_at        datetime(6),
    -- Null unless the assignment is live: at most one live assignment a ticket.
    live_ticket_id  bigint generated always as
        (case when status in ('OFFERED', 'ACTIVE', 'WRAP_UP') then ticket_id end) stored,
    live_agent_id   bigint generated always as
        (case when status in ('OFFERED', 'ACTIVE', 'WRAP_UP') then agent_id end) stored,
    constraint uk_assignment_live_ticket unique (organisation_id, live_ticket_id),
    constraint fk_assignment_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    constraint fk_assignment_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    key ix_assignment_ticket (organisation_id, ticket_id, id),
    key ix_assignment_agent (organisation_id, agent_id, id),
    key ix_assignment_live_agent (organisation_id, live_agent_id, ticket_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

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
) default charset = utf8mb4 collate = utf8mb4_bin;

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
) default charset = utf8mb4 collate = utf8mb4_bin;
