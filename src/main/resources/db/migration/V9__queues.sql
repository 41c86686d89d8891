-- Where tickets wait. Rows outlive their deletion, because tickets refer to them.
create table queue (
    id                     bigint       not null auto_increment primary key,
    organisation_id        bigint       not null,
    name                   varchar(100) collate utf8mb4_0900_ai_ci not null,
    distribution           varchar(20)  not null,
    -- 1 is served first where tickets are equally urgent.
    priority               tinyint      not null,
    service_level_percent  tinyint,
    service_level_seconds  int,
    max_wait_seconds       int,
    max_wait_then          varchar(20),
    max_size               int,
    max_size_then          varchar(20),
    -- Null: always open.
    business_hours_id      bigint,
    -- What becomes of tickets that come while the queue is closed. Null: they wait.
    closed_then            varchar(20),
    overflow_queue_id      bigint,
    wrap_up_seconds        int          not null,
    first_response_seconds int,
    -- Within which time a ticket is to be resolved; null where it promises nothing.
    resolution_seconds     int,
    is_default             boolean      not null,
    created_at             datetime(6)  not null,
    deleted_at             datetime(6),
    version                int          not null,
    live_name              varchar(100) collate utf8mb4_0900_ai_ci generated always as (case when deleted_at is null then name end) virtual,
    -- Null unless the queue is the default: one for each organisation.
    default_of             bigint generated always as (case when is_default then organisation_id end) virtual,
    constraint uk_queue_id unique (organisation_id, id),
    constraint uk_queue_name unique (organisation_id, live_name),
    constraint uk_queue_default unique (default_of),
    constraint fk_queue_organisation foreign key (organisation_id) references organisation (id),
    -- Cascades for the sake of a removed organisation, whose queues go in any order.
    constraint fk_queue_overflow foreign key (organisation_id, overflow_queue_id) references queue (organisation_id, id)
        on delete cascade,
    constraint fk_queue_business_hours foreign key (organisation_id, business_hours_id)
        references business_hours (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Who serves a queue: an agent, or all agents of a group and of those below it.
create table queue_member (
    id              bigint   not null auto_increment primary key,
    organisation_id bigint   not null,
    queue_id        bigint   not null,
    agent_id        bigint,
    group_id        bigint,
    -- 1 is asked first where the queue is distributed by rank.
    tier            smallint not null,
    constraint uk_queue_member_agent unique (queue_id, agent_id),
    constraint uk_queue_member_group unique (queue_id, group_id),
    constraint ck_queue_member check ((agent_id is null) <> (group_id is null)),
    constraint fk_queue_member_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id),
    constraint fk_queue_member_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    constraint fk_queue_member_group foreign key (organisation_id, group_id) references org_group (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What a ticket of a channel costs, and whether agents are asked first; where there is no row, what the code says.
create table channel_setting (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    channel         varchar(20) not null,
    units           int         not null,
    -- Takes all units of an agent who holds nothing else.
    exclusive       boolean     not null,
    -- Null: assigned at once.
    offer_seconds   int,
    version         int         not null,
    constraint uk_channel_setting unique (organisation_id, channel),
    constraint fk_channel_setting_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- From which figures on supervisors are alarmed of a queue; null for never.
create table queue_alarm (
    queue_id                  bigint not null primary key,
    organisation_id           bigint not null,
    max_waiting               int,
    max_wait_seconds          int,
    min_service_level_percent int,
    min_free_agents           int,
    constraint fk_queue_alarm_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
