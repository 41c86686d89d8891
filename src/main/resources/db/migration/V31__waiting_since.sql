-- How many wait and for how long is read every few seconds: from this key alone.
alter table ticket
    drop key ix_ticket_pool,
    add key ix_ticket_pool (organisation_id, waiting_pool_id, priority, opened_at, id, group_id, waiting_since);
