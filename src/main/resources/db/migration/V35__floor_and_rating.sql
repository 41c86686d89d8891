alter table ticket
    -- When it first left its queue, given to an agent or withdrawn while it waited for one; null until then.
    add column left_at       datetime(6),
    -- The queue that it left then, whatever queue it came to later.
    add column left_queue_id bigint,
    -- Whether it was withdrawn then.
    add column abandoned     boolean not null default false,
    -- What the customer says of how it was resolved.
    add column rating         tinyint,
    add column rating_comment varchar(2000),
    add column rated_at       datetime(6),
    -- How many wait, are offered, held and pending in each queue is read from this key alone.
    drop key ix_ticket_waiting,
    add key ix_ticket_waiting (organisation_id, status, priority, opened_at, id, group_id, queue_id, waiting_since, agent_id,
        customer_id);

update ticket t
    join (select ticket_id, min(coalesce(accepted_at, assigned_at)) given_at from assignment
        where accepted_at is not null or expires_at is null group by ticket_id) a on a.ticket_id = t.id
    set t.left_at = a.given_at, t.left_queue_id = t.queue_id;

-- Today's service level of each queue is read from this key alone: its cost grows with today's tickets only.
alter table ticket
    add key ix_ticket_left (organisation_id, left_at, left_queue_id, abandoned, opened_at, group_id, agent_id, customer_id);
