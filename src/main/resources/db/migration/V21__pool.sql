-- What the tickets that wait there require of an agent: that they serve the queue, may be given the channel, have the
-- skills and, unless it is 0, are the target. Made when the first such ticket comes.
create table pool (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    queue_id        bigint       not null,
    channel         varchar(20)  not null,
    -- 3:5,7:2 are skill 3 at level 5 or more, and skill 7 at level 2 or more.
    skills          varchar(500) not null collate utf8mb4_bin,
    target_id       bigint       not null,
    constraint uk_pool_id unique (organisation_id, id),
    constraint uk_pool unique (organisation_id, queue_id, channel, target_id, skills),
    constraint fk_pool_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id)
) default charset = utf8mb4;

create table pool_skill (
    organisation_id bigint  not null,
    pool_id         bigint  not null,
    skill_id        bigint  not null,
    level           tinyint not null,
    primary key (organisation_id, pool_id, skill_id),
    constraint fk_pool_skill_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    constraint fk_pool_skill_skill foreign key (organisation_id, skill_id) references skill (organisation_id, id)
) default charset = utf8mb4;

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
    idle_since      datetime(6) not null,
    primary key (organisation_id, agent_id, pool_id),
    constraint fk_seat_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id),
    constraint fk_seat_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    key ix_seat_free (organisation_id, pool_id, place, idle_since, agent_id)
) default charset = utf8mb4;

insert into pool (organisation_id, queue_id, channel, skills, target_id)
    select organisation_id, id, 'RETURN_CASE', '', 0 from queue;
insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, place, idle_since)
    select a.organisation_id, a.id, p.id, 1, 0, a.created_at, if(a.free_since is null, null, 0), a.idle_since
    from agent a join pool p on p.organisation_id = a.organisation_id where a.deleted_at is null;

alter table agent
    drop key ix_agent_free,
    drop column free_since,
    -- Whether any seat has a place.
    add column seated boolean not null default false;
update agent a set a.seated = exists (select 1 from seat s where s.agent_id = a.id and s.place is not null);

alter table ticket
    add column queue_id bigint after group_id,
    add column pool_id  bigint after queue_id;
update ticket t join pool p on p.organisation_id = t.organisation_id set t.queue_id = p.queue_id, t.pool_id = p.id;
alter table ticket
    modify column queue_id bigint not null,
    modify column pool_id bigint not null,
    -- Null unless it waits for an agent: the matcher reads the tickets of a pool by this key.
    add column waiting_pool_id bigint generated always as (case when status = 'OPEN' then pool_id end) stored,
    add constraint fk_ticket_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id),
    add constraint fk_ticket_pool foreign key (organisation_id, pool_id) references pool (organisation_id, id),
    add key ix_ticket_pool (organisation_id, waiting_pool_id, priority, opened_at, id, group_id),
    add key ix_ticket_queue (organisation_id, queue_id, opened_at, id);

alter table assignment
    add column live_agent_id bigint generated always as
        (case when status in ('OFFERED', 'ACTIVE', 'WRAP_UP') then agent_id end) stored,
    add key ix_assignment_live_agent (organisation_id, live_agent_id, ticket_id);
