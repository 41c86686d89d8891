-- What the tickets that wait there require of an agent: that they serve the queue, may be given the channel, have the
-- skills and, unless it is 0, are the target. Made when the first such ticket comes.
create table pool (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    queue_id        bigint       not null,
    channel         varchar(20)  not null,
    -- 3:5,7:2 are skill 3 at level 5 or more, and skill 7 at level 2 or more.
    skills          varchar(500) not null,
    target_id       bigint       not null,
    constraint uk_pool_id unique (organisation_id, id),
    constraint uk_pool unique (organisation_id, queue_id, channel, target_id, skills),
    constraint fk_pool_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table pool_skill (
    organisation_id bigint  not null,
    pool_id         bigint  not null,
    skill_id        bigint  not null,
    level           tinyint not null,
    primary key (organisation_id, pool_id, skill_id),
    constraint fk_pool_skill_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    constraint fk_pool_skill_skill foreign key (organisation_id, skill_id) references skill (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table ticket (
    id                bigint        not null auto_increment primary key,
    organisation_id   bigint        not null,
    group_id          bigint        not null,
    queue_id          bigint        not null,
    pool_id           bigint        not null,
    channel           varchar(20)   not null,
    status            varchar(20)   not null,
    -- Only return cases have one.
    reason            varchar(30),
    -- 1 is the most urgent, so that every column of the waiting key ascends.
    priority          tinyint       not null,
    note              varchar(4000) collate utf8mb4_0900_ai_ci,
    customer_id       bigint        not null,
    order_id          bigint,
    order_number      varchar(64),
    agent_id          bigint,
    -- What it required when it came, and how that is relaxed; null for nothing.
    required_skills   json,
    -- The only agent who may be given it until it is that old.
    target_id         bigint,
    target_seconds    int,
    -- Which rule chose its queue; null where nothing did.
    policy_version_id bigint,
    rule_name         varchar(100),
    opened_at         datetime(6)   not null,
    waiting_since     datetime(6),
    -- When it first left its queue, given to an agent or withdrawn while it waited for one; null until then.
    left_at           datetime(6),
    -- The queue that it left then, whatever queue it came to later.
    left_queue_id     bigint,
    -- Whether it was withdrawn then.
    abandoned         boolean       not null default false,
    -- By when it is to leave its queue, as that promises; null where it promises nothing.
    answer_due_at     datetime(6),
    -- By when it is to be resolved, as its queue promises; null where it promises nothing.
    resolution_due_at datetime(6),
    -- Since when it waits for its customer, or is resolved; null while we have to do something about it.
    paused_since      datetime(6),
    -- For how much of its queues' open time it did before.
    paused_seconds    bigint        not null default 0,
    resolved_at       datetime(6),
    -- What the customer says of how it was resolved.
    rating            tinyint,
    rating_comment    varchar(2000) collate utf8mb4_0900_ai_ci,
    rated_at          datetime(6),
    updated_at        datetime(6)   not null,
    version           int           not null,
    -- Null unless the ticket is live: at most one live ticket an order.
    live_order_id     bigint generated always as
        (case when status in ('OPEN', 'OFFERED', 'IN_PROGRESS', 'PENDING') then order_id end) stored,
    -- Null unless it waits for an agent: the matcher reads the tickets of a pool by this key.
    waiting_pool_id   bigint generated always as (case when status = 'OPEN' then pool_id end) stored,
    constraint uk_ticket_id unique (organisation_id, id),
    constraint uk_ticket_live_order unique (organisation_id, live_order_id),
    constraint fk_ticket_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    constraint fk_ticket_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id),
    constraint fk_ticket_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    constraint fk_ticket_customer foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    constraint fk_ticket_order foreign key (organisation_id, order_id) references orders (organisation_id, id),
    -- How many wait, are offered, held and pending in each queue is read from this key alone.
    key ix_ticket_waiting (organisation_id, status, priority, opened_at, id, group_id, queue_id, waiting_since, agent_id,
        customer_id),
    -- How many wait and for how long is read every few seconds: from this key alone.
    key ix_ticket_pool (organisation_id, waiting_pool_id, priority, opened_at, id, group_id, waiting_since),
    -- Today's service level of each queue is read from this key alone: its cost grows with today's tickets only.
    key ix_ticket_left (organisation_id, left_at, left_queue_id, abandoned, answer_due_at, group_id, agent_id, customer_id),
    key ix_ticket_opened (organisation_id, opened_at, id),
    key ix_ticket_group (organisation_id, group_id, opened_at, id),
    key ix_ticket_queue (organisation_id, queue_id, opened_at, id),
    key ix_ticket_customer (organisation_id, customer_id, opened_at, id),
    key ix_ticket_order (organisation_id, order_id),
    key ix_ticket_agent (organisation_id, agent_id, opened_at, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table ticket_event (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    type            varchar(30) not null,
    status          varchar(20) not null,
    actor_id        bigint,
    actor_name      varchar(200),
    agent_id        bigint,
    note            varchar(4000) collate utf8mb4_0900_ai_ci,
    at              datetime(6) not null,
    constraint fk_ticket_event_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    key ix_ticket_event_ticket (organisation_id, ticket_id, id),
    key ix_ticket_event_agent (organisation_id, agent_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Texts that agents use again and again.
create table saved_reply (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    -- Whose it is, who alone sees it; null for everybody's.
    owner_id        bigint,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    text            varchar(4000) collate utf8mb4_0900_ai_ci not null,
    version         int           not null,
    constraint fk_saved_reply_organisation foreign key (organisation_id) references organisation (id),
    -- With the account goes what nobody else ever saw.
    constraint fk_saved_reply_owner foreign key (organisation_id, owner_id) references account (organisation_id, id)
        on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;
