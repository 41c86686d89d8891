-- Equal to the pool, not merely of it and not null: where the pool comes from another table, MySQL would read the seats of all
-- who are busy before it meets one who is free.
alter table seat
    add column free_pool_id bigint generated always as (case when place is not null then pool_id end) stored after place,
    drop key ix_seat_free,
    add key ix_seat_free (organisation_id, free_pool_id, place, idle_since, agent_id),
    add key ix_seat_pool (organisation_id, pool_id);
