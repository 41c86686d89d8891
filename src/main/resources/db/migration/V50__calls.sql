-- Voice and video of tickets. A ticket may have several calls, one after the other.
create table ticket_call (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    -- VOICE, VIDEO
    kind            varchar(10) not null,
    -- MESH: the browsers among themselves; JANUS: rooms of a media server.
    engine          varchar(10) not null,
    -- Of the media server; null where there is none.
    node            varchar(200),
    -- Whether the customer called; else the house did.
    by_customer     boolean     not null,
    started_at      datetime(6) not null,
    -- When the customer and somebody of staff were first in it together.
    answered_at     datetime(6),
    on_hold         boolean     not null,
    ended_at        datetime(6),
    -- CUSTOMER, STAFF, LOST, CALLBACK, TICKET_OVER
    ended_by        varchar(20),
    -- Signals have the numbers up to this one.
    last_signal     bigint      not null,
    live_ticket_id  bigint generated always as (if(ended_at is null, ticket_id, null)) stored,
    constraint uk_ticket_call_live unique (organisation_id, live_ticket_id),
    constraint uk_ticket_call unique (organisation_id, id),
    constraint fk_ticket_call_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    key ix_ticket_call_watch (ended_at, organisation_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The presence of somebody in a call, by one device.
create table call_leg (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    call_id         bigint       not null,
    account_id      bigint       not null,
    -- As they were called then; null once it is erased.
    name            varchar(200),
    -- CUSTOMER, AGENT, COLLEAGUE, ADVISER, SUPERVISOR
    role            varchar(20)  not null,
    -- TALK, LISTEN, WHISPER
    mode            varchar(20)  not null,
    muted           boolean      not null,
    camera          boolean      not null,
    screen          boolean      not null,
    joined_at       datetime(6)  not null,
    seen_at         datetime(6)  not null,
    ended_at        datetime(6),
    -- LEFT, LOST, MOVED, NOT_ADMITTED, CALL_ENDED
    ended_by        varchar(20),
    -- What the device told of the line last.
    loss_percent    double,
    jitter_ms       double,
    round_trip_ms   double,
    -- The estimates of its whole time: their sum, their number, the worst.
    mos_sum         double       not null,
    mos_count       int          not null,
    mos_worst       double,
    live_account_id bigint generated always as (if(ended_at is null, account_id, null)) stored,
    constraint uk_call_leg_live unique (organisation_id, call_id, live_account_id),
    constraint fk_call_leg_call foreign key (organisation_id, call_id) references ticket_call (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What devices tell each other to be connected. It is removed with the end of the call.
create table call_signal (
    organisation_id bigint      not null,
    call_id         bigint      not null,
    number          bigint      not null,
    from_leg_id     bigint      not null,
    to_leg_id       bigint      not null,
    -- OFFER, ANSWER, RESTART
    type            varchar(10) not null,
    body            mediumtext  not null,
    primary key (organisation_id, call_id, number),
    constraint fk_call_signal_call foreign key (organisation_id, call_id) references ticket_call (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
