alter table ticket
    -- What it required when it came, and how that is relaxed; null for nothing.
    add column required_skills   json,
    -- The only agent who may be given it until it is that old.
    add column target_id         bigint,
    add column target_seconds    int,
    -- Which rule chose its queue; null where nothing did.
    add column policy_version_id bigint,
    add column rule_name         varchar(100);

alter table ticket_event modify column type varchar(30) not null;
