-- Parts of an organisation, a tree under one root that is the organisation itself. "group" and "groups" are reserved words.
create table org_group (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    parent_id       bigint,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    -- The ids from below the root down to this group: /17/31/. All groups below have a path that begins with it.
    path            varchar(250) not null,
    created_at      datetime(6)  not null,
    version         int          not null,
    -- Null unless the group is the root: one for each organisation.
    root_of         bigint generated always as (case when parent_id is null then organisation_id end) virtual,
    constraint uk_group_id unique (organisation_id, id),
    constraint uk_group_name unique (organisation_id, parent_id, name),
    constraint uk_group_root unique (root_of),
    constraint fk_group_organisation foreign key (organisation_id) references organisation (id),
    -- Cascades for the sake of a removed organisation, whose groups go in any order.
    constraint fk_group_parent foreign key (organisation_id, parent_id) references org_group (organisation_id, id)
        on delete cascade,
    key ix_group_path (organisation_id, path)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Which account belongs to which group, and what it sees there.
create table membership (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    account_id      bigint      not null,
    group_id        bigint      not null,
    sees            varchar(20) not null,
    constraint uk_membership_account unique (account_id, group_id),
    constraint fk_membership_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    constraint fk_membership_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    key ix_membership_group (organisation_id, group_id, account_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
