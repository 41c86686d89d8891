-- When agents were here last. Beside their rows, because those are locked by whoever gives and takes tickets.
create table sign_of_life (
    agent_id        bigint not null primary key,
    organisation_id bigint not null,
    seen_at         datetime(6) not null,
    -- When it was noticed that no session of theirs is left; null while there is one, or they are offline.
    signed_out_at   datetime(6),
    constraint fk_sign_of_life_agent foreign key (organisation_id, agent_id) references agent (organisation_id, id)
) default charset = utf8mb4;

-- Who is there now gets the whole time to show it.
insert into sign_of_life (agent_id, organisation_id, seen_at)
    select id, organisation_id, utc_timestamp(6) from agent where presence <> 'OFFLINE';

alter table agent add key ix_agent_presence (presence, presence_since);
