-- Which queue, priority, skills and agent a ticket gets. The rules are JSON: they are read as a whole, and never searched.
create table routing_policy (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    created_at      datetime(6)  not null,
    version         int          not null,
    constraint uk_routing_policy_id unique (organisation_id, id),
    constraint uk_routing_policy_name unique (organisation_id, name),
    constraint fk_routing_policy_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table routing_policy_version (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    policy_id       bigint      not null,
    number          bigint      not null,
    status          varchar(20) not null,
    rules           json        not null,
    created_at      datetime(6) not null,
    published_at    datetime(6),
    version         int         not null,
    -- Null unless published: one for each organisation, and how each ticket finds it.
    published_of    bigint generated always as (case when status = 'PUBLISHED' then organisation_id end) virtual,
    constraint uk_routing_policy_version_id unique (organisation_id, id),
    constraint uk_routing_policy_version_number unique (policy_id, number),
    constraint uk_routing_policy_version_published unique (published_of),
    constraint fk_routing_policy_version_policy foreign key (organisation_id, policy_id)
        references routing_policy (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The skills that the published version requires, so that nobody deletes one.
create table routing_policy_skill (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    version_id      bigint not null,
    skill_id        bigint not null,
    constraint uk_routing_policy_skill unique (version_id, skill_id),
    constraint fk_routing_policy_skill_version foreign key (organisation_id, version_id)
        references routing_policy_version (organisation_id, id),
    constraint fk_routing_policy_skill_skill foreign key (organisation_id, skill_id)
        references skill (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
