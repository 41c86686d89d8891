-- Why agents are away, in the words of each organisation.
create table presence_reason (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    version         int          not null,
    constraint uk_presence_reason_id unique (organisation_id, id),
    constraint uk_presence_reason_name unique (organisation_id, name),
    constraint fk_presence_reason_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- An agent's id is the id of the account they sign in with. The row outlives the account, because history refers to it.
create table agent (
    id                 bigint       not null primary key,
    organisation_id    bigint       not null,
    name               varchar(200) collate utf8mb4_0900_ai_ci not null,
    title              varchar(200),
    presence           varchar(20)  not null,
    presence_reason_id bigint,
    presence_since     datetime(6)  not null,
    -- Since when they are AWAY or OFFLINE, the one after the other too; null while they are neither.
    gone_since         datetime(6),
    -- When their time for notes ends, which their screen counts down. Null outside of it.
    wrap_up_until      datetime(6),
    -- Offers in a row that they let expire.
    missed_offers      int          not null default 0,
    capacity           int          not null,
    load_units         int          not null,
    idle_since         datetime(6)  not null,
    -- Whether any seat has a place.
    seated             boolean      not null default false,
    created_at         datetime(6)  not null,
    deleted_at         datetime(6),
    version            int          not null,
    constraint uk_agent_id unique (organisation_id, id),
    constraint ck_agent_load check (load_units between 0 and capacity),
    constraint fk_agent_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_agent_presence_reason foreign key (organisation_id, presence_reason_id)
        references presence_reason (organisation_id, id),
    key ix_agent_presence (presence, presence_since)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- When agents were here last. Beside their rows, because those are locked by whoever gives and takes tickets.
create table sign_of_life (
    agent_id        bigint not null primary key,
    organisation_id bigint not null,
    seen_at         datetime(6) not null,
    -- When it was noticed that no session of theirs is left; null while there is one, or they are offline.
    signed_out_at   datetime(6),
    constraint fk_sign_of_life_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- How an organisation sees whether its agents are there.
create table attendance_setting (
    id                    bigint not null auto_increment primary key,
    organisation_id       bigint not null,
    -- Without key, mouse or touch until they are asked; null for never.
    ask_after_seconds     int,
    -- Until who does not answer is AWAY.
    answer_within_seconds int    not null,
    -- Until what they hold who are AWAY or OFFLINE goes back to its queue; null for never.
    return_after_seconds  int,
    version               int    not null,
    constraint uk_attendance_setting_organisation unique (organisation_id),
    constraint fk_attendance_setting_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table skill (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    version         int          not null,
    constraint uk_skill_id unique (organisation_id, id),
    constraint uk_skill_name unique (organisation_id, name),
    constraint fk_skill_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

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
) default charset = utf8mb4 collate = utf8mb4_bin;

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
) default charset = utf8mb4 collate = utf8mb4_bin;

-- One row an organisation, whose lock orders changes of who may be given what: it is taken before any agent's.
create table roster (
    organisation_id bigint not null primary key,
    constraint fk_roster_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
