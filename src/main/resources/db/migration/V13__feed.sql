-- What happened and has no number yet. Its ids are not the order in which transactions commit, so nobody reads it but those
-- who number it. No foreign keys here: a check would lock the organisation's row in every transaction that changes anything.
create table outbox (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    type            varchar(30) not null,
    about           varchar(30),
    ticket_id       bigint,
    status          varchar(20),
    customer_id     bigint,
    group_id        bigint,
    left_group_id   bigint,
    queue_id        bigint,
    agent_id        bigint,
    holder_id       bigint,
    presence        varchar(20),
    -- Separated by commas.
    agent_groups    text,
    at              datetime(6) not null,
    key ix_outbox_organisation (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The number of the last event of each organisation's feed; who locks the row numbers what comes next.
create table feed (
    organisation_id bigint not null primary key,
    last_number     bigint not null
) default charset = utf8mb4 collate = utf8mb4_bin;

-- In the order of its key, so that what came after a number is one range.
create table feed_event (
    organisation_id bigint      not null,
    number          bigint      not null,
    type            varchar(30) not null,
    about           varchar(30),
    ticket_id       bigint,
    status          varchar(20),
    customer_id     bigint,
    group_id        bigint,
    left_group_id   bigint,
    queue_id        bigint,
    agent_id        bigint,
    holder_id       bigint,
    presence        varchar(20),
    agent_groups    text,
    at              datetime(6) not null,
    primary key (organisation_id, number)
) default charset = utf8mb4 collate = utf8mb4_bin;
