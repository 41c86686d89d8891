-- An agent's id is the id of the account they sign in with. The row outlives the account, because history refers to it.
create table agent (
    id              bigint       not null primary key,
    organisation_id bigint       not null,
    name            varchar(200) not null,
    title           varchar(200),
    presence        varchar(20)  not null,
    capacity        int          not null,
    load_units      int          not null,
    idle_since      datetime(6)  not null,
    created_at      datetime(6)  not null,
    deleted_at      datetime(6),
    version         int          not null,
    -- Null unless the agent could take a ticket now: the matcher reads free agents by this key, longest idle first.
    free_since      datetime(6) generated always as
        (case when presence = 'AVAILABLE' and load_units < capacity and deleted_at is null then idle_since end) stored,
    constraint uk_agent_id unique (organisation_id, id),
    constraint ck_agent_load check (load_units between 0 and capacity),
    constraint fk_agent_organisation foreign key (organisation_id) references organisation (id),
    key ix_agent_free (organisation_id, free_since, id)
) default charset = utf8mb4;
