-- How customers are greeted, and what they are asked before a chat.
create table chat_form (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    -- By language; null where the pages say their own.
    greeting        json,
    questions       json   not null,
    version         int    not null,
    constraint uk_chat_form_organisation unique (organisation_id),
    constraint fk_chat_form_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
