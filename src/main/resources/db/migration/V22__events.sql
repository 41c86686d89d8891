-- Makes one log of what was the history of tickets, the feed, and what the feed had not yet numbered. It takes tables
-- from the release before: all replicas of it are stopped.

-- All that happens, numbered in each organisation in the order of the commits. It is the hottest table: no foreign keys,
-- and no key that nothing reads.
create table event (
    organisation_id bigint      not null,
    number          bigint      not null,
    -- PRESENCE is of an agent, CONFIGURATION of what admins keep; all others are lines of a ticket's history.
    type            varchar(30) not null,
    -- Of CONFIGURATION: the kind of thing.
    about           varchar(30),
    ticket_id       bigint,
    -- What follows up to the holder is what the ticket had after it.
    status          varchar(20),
    customer_id     bigint,
    -- Null in lines that are older than this table, as is the queue.
    group_id        bigint,
    -- The group that the ticket left by it.
    left_group_id   bigint,
    queue_id        bigint,
    -- The agent concerned: who held or was given the ticket, or whose presence it is.
    agent_id        bigint,
    -- The agent who holds the ticket, or held it last.
    holder_id       bigint,
    presence        varchar(20),
    -- Separated by commas.
    agent_groups    text,
    actor_id        bigint,
    -- As they were called then; null once it is erased.
    actor_name      varchar(200),
    -- Figures, names and words of the house.
    remark          varchar(4000),
    at              datetime(6) not null,
    primary key (organisation_id, number),
    key ix_event_ticket (organisation_id, ticket_id, number),
    key ix_event_agent (organisation_id, agent_id, number)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Up to this number only lines of tickets are kept.
alter table feed add column purged_number bigint not null default 0;

-- When it came from another queue; null where it never did.
alter table ticket add column requeued_at datetime(6);

update ticket t
    join (select organisation_id, ticket_id, max(at) as at from ticket_event
        where type = 'REQUEUED' group by organisation_id, ticket_id) moved
        on moved.organisation_id = t.organisation_id and moved.ticket_id = t.id
set t.requeued_at = moved.at;

-- Messages that still stand in histories, but for those of tickets that are erased. A reason stands before the queue, a
-- comment behind the score.
create table message_in_history (
    id      bigint not null primary key,
    text    mediumtext,
    remark  varchar(4000)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into message_in_history (id, text, remark)
select e.id,
    case e.type
        when 'REQUEUED' then left(e.note, char_length(e.note) - char_length(': to ')
            - char_length(substring_index(e.note, ': to ', -1)))
        when 'RATED' then substring(e.note, char_length(substring_index(e.note, ': ', 1)) + 3)
        else e.note end,
    case e.type
        when 'REQUEUED' then substring_index(e.note, ': to ', -1)
        when 'RATED' then substring_index(e.note, ': ', 1) end
from ticket_event e
    join ticket t on t.organisation_id = e.organisation_id and t.id = e.ticket_id
    left join message m on m.organisation_id = e.organisation_id and m.event_id = e.id
where e.note is not null and e.actor_id is not null and t.erased_at is null and m.id is null
    and e.type not in ('PRIORITISED', 'TAGGED', 'FIELDS_SET')
    and (e.type <> 'REQUEUED' or instr(cast(e.note as binary), ': to ') > 0)
    and (e.type <> 'RATED' or instr(cast(e.note as binary), ': ') > 0);

insert into message (organisation_id, ticket_id, event_id, audience, author_id, author_name, text, at)
select e.organisation_id, e.ticket_id, e.id,
    if(e.type in ('OPENED', 'NOTED', 'PENDED', 'RESUMED', 'RESOLVED', 'REOPENED', 'CLOSED', 'CANCELLED', 'RATED'),
        'PUBLIC', 'INTERNAL'),
    e.actor_id, e.actor_name, h.text, e.at
from message_in_history h join ticket_event e on e.id = h.id
order by e.id;

update ticket_event e join message_in_history h on h.id = e.id set e.note = h.remark;

-- What is erased stays so, in messages that a replica which knew of none left, too.
update message m join ticket t on t.organisation_id = m.organisation_id and t.id = m.ticket_id
set m.text = null where t.erased_at is not null and m.text is not null;

update message m
    join ticket t on t.organisation_id = m.organisation_id and t.id = m.ticket_id
    join ticket_event e on e.organisation_id = m.organisation_id and e.ticket_id = m.ticket_id
        and e.actor_id = m.author_id
set m.author_name = null
where t.erased_at is not null and e.actor_name is null and m.author_name is not null;

-- Events without a number get the next ones of their feed.
insert into feed (organisation_id, last_number)
select distinct o.organisation_id, 0 from outbox o left join feed f on f.organisation_id = o.organisation_id
where f.organisation_id is null;

insert into feed_event (organisation_id, number, type, about, ticket_id, status, customer_id, group_id, left_group_id,
    queue_id, agent_id, holder_id, presence, agent_groups, at)
select o.organisation_id, f.last_number + row_number() over (partition by o.organisation_id order by o.id),
    o.type, o.about, o.ticket_id, o.status, o.customer_id, o.group_id, o.left_group_id,
    o.queue_id, o.agent_id, o.holder_id, o.presence, o.agent_groups, o.at
from outbox o join feed f on f.organisation_id = o.organisation_id;

update feed f join (select organisation_id, count(*) as events from outbox group by organisation_id) o
    on o.organisation_id = f.organisation_id
set f.last_number = f.last_number + o.events;

-- The number of each line of history. Where the feed knows a line, it is that of the feed; the feed forgets the oldest of
-- lines that are alike, so they are counted from the last one.
create table line_number (
    id              bigint not null primary key,
    organisation_id bigint not null,
    number          bigint not null,
    constraint uk_line_number unique (organisation_id, number)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into line_number (id, organisation_id, number)
select line.id, line.organisation_id, told.number
from (select id, organisation_id, ticket_id, type, at,
        row_number() over (partition by organisation_id, ticket_id, type, at order by id desc) as n
    from ticket_event) line
    join (select organisation_id, number, ticket_id, type, at,
            row_number() over (partition by organisation_id, ticket_id, type, at order by number desc) as n
        from feed_event where ticket_id is not null) told
        on told.organisation_id = line.organisation_id and told.ticket_id = line.ticket_id
        and told.type = line.type and told.at = line.at and told.n = line.n;

-- All older lines are counted backwards, from a million below what the feed knows: no listener can have missed so much,
-- and nobody who comes back meets them.
insert into line_number (id, organisation_id, number)
select e.id, e.organisation_id, coalesce(told.first, f.last_number + 1, 1) - 1000000
    - cast(row_number() over (partition by e.organisation_id order by e.id desc) as signed)
from ticket_event e
    left join (select organisation_id, min(number) as first from feed_event group by organisation_id) told
        on told.organisation_id = e.organisation_id
    left join feed f on f.organisation_id = e.organisation_id
    left join line_number known on known.id = e.id
where known.id is null;

insert into event (organisation_id, number, type, about, ticket_id, status, customer_id, group_id, left_group_id,
    queue_id, agent_id, holder_id, presence, agent_groups, actor_id, actor_name, remark, at)
select t.organisation_id, t.number, t.type, t.about, t.ticket_id, t.status, t.customer_id, t.group_id, t.left_group_id,
    t.queue_id, t.agent_id, t.holder_id, t.presence, t.agent_groups, e.actor_id, e.actor_name, e.note, t.at
from feed_event t
    left join line_number n on n.organisation_id = t.organisation_id and n.number = t.number
    left join ticket_event e on e.id = n.id
order by t.organisation_id, t.number;

insert into event (organisation_id, number, type, ticket_id, status, customer_id, agent_id, actor_id, actor_name, remark,
    at)
select n.organisation_id, n.number, e.type, e.ticket_id, e.status, t.customer_id, e.agent_id, e.actor_id, e.actor_name,
    e.note, e.at
from line_number n
    join ticket_event e on e.id = n.id
    join ticket t on t.organisation_id = e.organisation_id and t.id = e.ticket_id
    left join feed_event told on told.organisation_id = n.organisation_id and told.number = n.number
where told.number is null
order by n.organisation_id, n.number;
