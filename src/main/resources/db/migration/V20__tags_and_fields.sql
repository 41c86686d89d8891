-- Short names that an organisation marks tickets with.
create table tag (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    name            varchar(50) collate utf8mb4_0900_ai_ci not null,
    colour          varchar(10) not null,
    -- Whether no more tickets get it.
    archived        boolean     not null,
    version         int         not null,
    constraint uk_tag_id unique (organisation_id, id),
    constraint uk_tag_name unique (organisation_id, name),
    constraint fk_tag_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What an organisation keeps of its tickets besides what every organisation does.
create table ticket_field (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    -- What requests and conditions call it; never changes.
    field_key       varchar(40)  not null,
    label           varchar(100) collate utf8mb4_0900_ai_ci not null,
    -- Never changes.
    type            varchar(10)  not null,
    -- Of a choice; else null.
    options         json,
    -- Whether no more tickets get a value.
    archived        boolean      not null,
    version         int          not null,
    constraint uk_ticket_field_id unique (organisation_id, id),
    constraint uk_ticket_field_key unique (organisation_id, field_key),
    constraint uk_ticket_field_label unique (organisation_id, label),
    constraint fk_ticket_field_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- A ticket's tags and values are read with it from here. By the tables below tickets are found.
alter table ticket
    add column tag_ids json,
    add column field_values json;

create table ticket_tag (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    ticket_id       bigint not null,
    tag_id          bigint not null,
    constraint uk_ticket_tag unique (organisation_id, tag_id, ticket_id),
    constraint fk_ticket_tag_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    constraint fk_ticket_tag_tag foreign key (organisation_id, tag_id) references tag (organisation_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- One of the three says the value, by the type of the field.
create table ticket_field_value (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    ticket_id       bigint not null,
    field_id        bigint not null,
    text_value      varchar(200) collate utf8mb4_0900_ai_ci,
    number_value    decimal(15, 4),
    date_value      date,
    constraint uk_ticket_field_value unique (organisation_id, field_id, ticket_id),
    constraint fk_ticket_field_value_ticket foreign key (organisation_id, ticket_id)
        references ticket (organisation_id, id),
    constraint fk_ticket_field_value_field foreign key (organisation_id, field_id)
        references ticket_field (organisation_id, id),
    key ix_ticket_field_value_text (organisation_id, field_id, text_value, ticket_id),
    key ix_ticket_field_value_number (organisation_id, field_id, number_value, ticket_id),
    key ix_ticket_field_value_date (organisation_id, field_id, date_value, ticket_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
