-- Which calls are recorded, where an organisation says so.
create table recording_setting (
    id                bigint  not null auto_increment primary key,
    organisation_id   bigint  not null,
    -- The first rule that fits decides; none, and nothing is recorded.
    rules             json    not null,
    -- What the customer is told.
    announcement      json    not null,
    -- ANNOUNCE, ASK
    consent           varchar(20) not null,
    retention_days    int     not null,
    agents_may_listen boolean not null,
    version           int     not null,
    constraint uk_recording_setting unique (organisation_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The key of an organisation's recordings, encrypted by the master key, which is not in the database.
create table recording_key (
    organisation_id bigint         not null primary key,
    wrapped         varbinary(100) not null,
    created_at      datetime(6)    not null
) default charset = utf8mb4 collate = utf8mb4_bin;

-- That the customer of a call was told of its recording, and what they answered.
create table recording_notice (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    call_id         bigint      not null,
    account_id      bigint      not null,
    -- ANNOUNCE, ASK
    consent         varchar(20) not null,
    agreed          boolean     not null,
    announcement    json        not null,
    -- Of the setting that holds the announcement.
    version         int         not null,
    answered_at     datetime(6) not null,
    constraint uk_recording_notice unique (organisation_id, call_id),
    constraint fk_recording_notice_call foreign key (organisation_id, call_id)
        references ticket_call (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table recording (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    call_id         bigint      not null,
    ticket_id       bigint      not null,
    -- The queue and the agent at its beginning.
    queue_id        bigint      not null,
    agent_id        bigint      not null,
    -- RECORDING, READY, FAILED, DELETED
    state           varchar(20) not null,
    -- DESK, ENGINE
    source          varchar(20) not null,
    started_at      datetime(6) not null,
    ended_at        datetime(6),
    milliseconds    bigint      not null,
    bytes           bigint      not null,
    -- Whether something of it never came.
    partial         boolean     not null,
    retention_days  int         not null,
    -- When it is deleted; null while it is recorded.
    delete_after    datetime(6),
    held            boolean     not null,
    -- Why it is held.
    held_for        varchar(500),
    -- When it is to be looked at next: ended, or deleted.
    due_at          datetime(6),
    live_call_id    bigint generated always as (if(state = 'RECORDING', call_id, null)) stored,
    constraint uk_recording unique (organisation_id, id),
    constraint uk_recording_live unique (organisation_id, live_call_id),
    constraint fk_recording_call foreign key (organisation_id, call_id) references ticket_call (organisation_id, id),
    key ix_recording_ticket (organisation_id, ticket_id),
    key ix_recording_agent (organisation_id, agent_id, started_at),
    key ix_recording_started (organisation_id, started_at),
    key ix_recording_due (due_at, organisation_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A stretch of a recording without a gap, by one device.
create table recording_segment (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    recording_id    bigint      not null,
    number          int         not null,
    account_id      bigint      not null,
    -- From the beginning of the recording.
    from_ms         bigint      not null,
    to_ms           bigint      not null,
    chunks          int         not null,
    bytes           bigint      not null,
    complete        boolean     not null,
    constraint uk_recording_segment unique (organisation_id, recording_id, number),
    constraint fk_recording_segment_recording foreign key (organisation_id, recording_id)
        references recording (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A piece of a segment as it came, encrypted by itself in the store of files.
create table recording_chunk (
    organisation_id bigint       not null,
    recording_id    bigint       not null,
    segment         int          not null,
    number          int          not null,
    -- Of the piece before it was encrypted, as its hash.
    size            int          not null,
    sha256          varchar(64)  not null,
    store_key       varchar(200) not null,
    primary key (organisation_id, recording_id, segment, number),
    constraint fk_recording_chunk_recording foreign key (organisation_id, recording_id)
        references recording (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A time in which nothing is recorded, because somebody said so.
create table recording_pause (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    recording_id    bigint      not null,
    -- CARD_DATA, PRIVATE, STOPPED
    reason          varchar(20) not null,
    account_id      bigint      not null,
    from_ms         bigint      not null,
    started_at      datetime(6) not null,
    -- When it ended, or ends by itself; null where it does not.
    ends_at         datetime(6),
    constraint fk_recording_pause_recording foreign key (organisation_id, recording_id)
        references recording (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- When somebody listened to a recording last, so that the audit log tells each listening once.
create table recording_listener (
    organisation_id bigint      not null,
    recording_id    bigint      not null,
    account_id      bigint      not null,
    heard_at        datetime(6) not null,
    primary key (organisation_id, recording_id, account_id),
    constraint fk_recording_listener_recording foreign key (organisation_id, recording_id)
        references recording (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
