-- When an organisation is there for its customers. Both lists are JSON: they are read and written as a whole.
create table business_hours (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) collate utf8mb4_0900_ai_ci not null,
    time_zone       varchar(50)  not null,
    weekly          mediumtext   not null,
    holidays        mediumtext   not null,
    version         int          not null,
    constraint uk_business_hours_id unique (organisation_id, id),
    constraint uk_business_hours_name unique (organisation_id, name),
    constraint fk_business_hours_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
