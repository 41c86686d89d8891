alter table ticket
    -- Only return cases have one.
    modify column reason varchar(30),
    modify column live_order_id bigint generated always as
        (case when status in ('OPEN', 'OFFERED', 'IN_PROGRESS', 'PENDING') then order_id end) stored;

alter table assignment
    -- Until when the agent may think about it; null where they were not asked.
    add column expires_at  datetime(6),
    add column accepted_at datetime(6),
    -- What the queue said of wrap-up when the agent got it.
    add column wrap_up_seconds int not null default 0;

-- Offers in a row that they let expire.
alter table agent add column missed_offers int not null default 0;
