-- Lists of tickets that staff look at again and again.
create table ticket_view (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    -- Whose it is, who alone sees it; null for everybody's.
    owner_id        bigint,
    -- Whose members alone see one of everybody's; null for the whole organisation.
    group_id        bigint,
    name            varchar(100) not null,
    filter          json         not null,
    sort            varchar(20),
    columns         json         not null,
    version         int          not null,
    constraint fk_ticket_view_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_ticket_view_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    -- With the account goes what nobody else ever saw.
    constraint fk_ticket_view_owner foreign key (organisation_id, owner_id) references account (organisation_id, id)
        on delete cascade
) default charset = utf8mb4 collate = utf8mb4_bin;
