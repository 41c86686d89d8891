-- A call whose media server dies goes on in another room, or among the browsers.
alter table ticket_call
    -- The number of times it was carried by something else; each begins all connections anew.
    add column moves int not null default 0;

-- The connections of devices with media servers: one by which a device sends, and one for each other that it hears.
create table media_line (
    organisation_id bigint       not null,
    call_id         bigint       not null,
    leg_id          bigint       not null,
    -- The leg that is heard by it; 0 for what the device sends.
    of_leg_id       bigint       not null,
    node            varchar(200) not null,
    made_at         datetime(6)  not null,
    -- Of the media server; null while the line is being made.
    session_id      bigint,
    handle_id       bigint,
    -- By which others hear what the device sends.
    feed_id         bigint,
    primary key (organisation_id, call_id, leg_id, of_leg_id),
    constraint fk_media_line_call foreign key (organisation_id, call_id) references ticket_call (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;
