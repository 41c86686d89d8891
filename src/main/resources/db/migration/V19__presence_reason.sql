-- Why agents are away, in the words of each organisation.
create table presence_reason (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) not null,
    version         int          not null,
    constraint uk_presence_reason_id unique (organisation_id, id),
    constraint uk_presence_reason_name unique (organisation_id, name),
    constraint fk_presence_reason_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;

alter table agent
    add column presence_reason_id bigint,
    add column presence_since     datetime(6);
update agent set presence_since = idle_since;
alter table agent
    modify column presence_since datetime(6) not null,
    add constraint fk_agent_presence_reason foreign key (organisation_id, presence_reason_id)
        references presence_reason (organisation_id, id);
