-- What is still to be told to somebody outside, or could not be. It refers to things by their ids, and holds no words.
create table delivery (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    -- The feature that delivers it.
    kind            varchar(20)   not null,
    -- Deliveries of one lane go one after another, in the order of their ids.
    lane            varchar(100)  not null,
    payload         varchar(2000) not null,
    attempts        int           not null,
    -- Why the last attempt failed.
    problem         varchar(500),
    created_at      datetime(6)   not null,
    tried_at        datetime(6),
    -- Since when nobody tries any more; null while somebody does.
    parked_at       datetime(6),
    constraint uk_delivery_id unique (organisation_id, id),
    constraint fk_delivery_organisation foreign key (organisation_id) references organisation (id),
    key ix_delivery_lane (organisation_id, kind, lane, parked_at, id),
    key ix_delivery_parked (parked_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Lanes that have something to deliver. A worker takes one by counting its fence, and has it until it is due again.
create table delivery_lane (
    organisation_id bigint       not null,
    kind            varchar(20)  not null,
    lane            varchar(100) not null,
    due_at          datetime(6)  not null,
    fence           bigint       not null,
    primary key (organisation_id, kind, lane),
    key ix_delivery_lane_due (due_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- How an organisation writes to its customers about their cases.
create table mail_setting (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    active          boolean      not null,
    -- The occasions, separated by commas.
    kinds           varchar(200) not null,
    sender_name     varchar(100),
    reply_to        varchar(254),
    -- Of customers whose own is not known.
    language        varchar(10)  not null,
    -- Those that differ from ours.
    templates       json         not null,
    -- Up to this event the log was read.
    read_up_to      bigint       not null default 0,
    version         int          not null,
    constraint uk_mail_setting_organisation unique (organisation_id),
    constraint fk_mail_setting_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Mails that were sent about a conversation: later ones refer to them, and tell what they did not.
create table mail (
    organisation_id bigint       not null,
    conversation_id bigint       not null,
    delivery_id     bigint       not null,
    kind            varchar(20)  not null,
    message_id      varchar(200) not null,
    -- The last message of staff that the customer was told.
    told_up_to      bigint       not null,
    sent_at         datetime(6)  not null,
    primary key (organisation_id, conversation_id, delivery_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
