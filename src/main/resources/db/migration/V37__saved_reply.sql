-- Texts that agents use again and again.
create table saved_reply (
    id              bigint        not null auto_increment primary key,
    organisation_id bigint        not null,
    -- Whose it is, who alone sees it; null for everybody's.
    owner_id        bigint,
    name            varchar(100)  not null,
    text            varchar(4000) not null,
    version         int           not null,
    constraint fk_saved_reply_organisation foreign key (organisation_id) references organisation (id),
    -- With the account goes what nobody else ever saw.
    constraint fk_saved_reply_owner foreign key (organisation_id, owner_id) references account (organisation_id, id)
        on delete cascade
) default charset = utf8mb4;
