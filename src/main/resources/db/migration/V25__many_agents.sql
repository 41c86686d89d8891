-- Pools with seats that are looked at again, a few agents at a time. Beside the pools, to whose rows each ticket refers
-- that is opened.
create table stale_pool (
    organisation_id bigint not null,
    pool_id         bigint not null,
    -- Agents up to this one are done.
    done_agent_id   bigint not null,
    primary key (organisation_id, pool_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Since when somebody who holds something is gone: the few entries of a key, whatever the number of agents.
alter table agent
    add column neglects_since datetime(6) generated always as (case when load_units > 0 then gone_since end) virtual,
    add key ix_agent_neglects (neglects_since);

-- The queue of a member that is a group: the groups of a queue are found without its agents, of which there are many.
alter table queue_member
    add column group_queue_id bigint generated always as (case when group_id is not null then queue_id end) virtual,
    add key ix_queue_member_groups (group_queue_id);
