-- One row an organisation, whose lock orders changes of who may be given what: it is taken before any agent's.
create table roster (
    organisation_id bigint not null primary key,
    constraint fk_roster_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;
insert into roster (organisation_id) select id from organisation;

create table skill (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) not null,
    version         int          not null,
    constraint uk_skill_id unique (organisation_id, id),
    constraint uk_skill_name unique (organisation_id, name),
    constraint fk_skill_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;

create table agent_skill (
    id              bigint  not null auto_increment primary key,
    organisation_id bigint  not null,
    agent_id        bigint  not null,
    skill_id        bigint  not null,
    level           tinyint not null,
    constraint uk_agent_skill unique (organisation_id, agent_id, skill_id),
    constraint ck_agent_skill_level check (level between 1 and 10),
    constraint fk_agent_skill_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    constraint fk_agent_skill_skill foreign key (organisation_id, skill_id) references skill (organisation_id, id),
    key ix_agent_skill_skill (organisation_id, skill_id, agent_id)
) default charset = utf8mb4;

-- Where tickets wait. Rows outlive their deletion, because tickets refer to them.
create table queue (
    id                     bigint       not null auto_increment primary key,
    organisation_id        bigint       not null,
    name                   varchar(100) not null,
    distribution           varchar(20)  not null,
    -- 1 is served first where tickets are equally urgent.
    priority               tinyint      not null,
    service_level_percent  tinyint,
    service_level_seconds  int,
    max_wait_seconds       int,
    max_wait_then          varchar(20),
    max_size               int,
    max_size_then          varchar(20),
    overflow_queue_id      bigint,
    wrap_up_seconds        int          not null,
    first_response_seconds int,
    is_default             boolean      not null,
    created_at             datetime(6)  not null,
    deleted_at             datetime(6),
    version                int          not null,
    live_name              varchar(100) generated always as (case when deleted_at is null then name end) virtual,
    -- Null unless the queue is the default: one for each organisation.
    default_of             bigint generated always as (case when is_default then organisation_id end) virtual,
    constraint uk_queue_id unique (organisation_id, id),
    constraint uk_queue_name unique (organisation_id, live_name),
    constraint uk_queue_default unique (default_of),
    constraint fk_queue_organisation foreign key (organisation_id) references organisation (id),
    -- Cascades for the sake of a removed organisation, whose queues go in any order.
    constraint fk_queue_overflow foreign key (organisation_id, overflow_queue_id) references queue (organisation_id, id)
        on delete cascade
) default charset = utf8mb4;

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
) default charset = utf8mb4;

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
) default charset = utf8mb4;

-- How many tickets of a channel an agent may hold, whatever units they cost; where there is no row, as many as they can.
create table agent_limit (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    agent_id        bigint      not null,
    channel         varchar(20) not null,
    maximum         int         not null,
    constraint uk_agent_limit unique (organisation_id, agent_id, channel),
    constraint ck_agent_limit check (maximum >= 0),
    constraint fk_agent_limit_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id)
) default charset = utf8mb4;

insert into queue (organisation_id, name, distribution, priority, wrap_up_seconds, is_default, created_at, version)
    select id, 'Default', 'LONGEST_IDLE', 5, 0, true, created_at, 0 from organisation;
insert into queue_member (organisation_id, queue_id, group_id, tier)
    select q.organisation_id, q.id, g.id, 1 from queue q join org_group g on g.root_of = q.organisation_id;
