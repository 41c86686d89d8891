-- Whether a program said it, in the name of the house.
alter table message add column by_bot boolean not null default false;

alter table participant add column is_bot boolean not null default false;

-- The API client that answers chats of the queue before people do; null where it is gone, and where the queue has none.
-- The columns beside it are null where the queue has none.
alter table queue
    add column bot_client_id bigint,
    add column bot_patience_seconds int,
    add column bot_hand_over_queue_id bigint,
    -- Cascades as that of the overflow queue does.
    add constraint fk_queue_hand_over foreign key (organisation_id, bot_hand_over_queue_id)
        references queue (organisation_id, id) on delete cascade;
