-- Steps that staff take together.
create table macro (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    name            varchar(100) not null,
    steps           json         not null,
    version         int          not null,
    constraint uk_macro_id unique (organisation_id, id),
    constraint fk_macro_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4 collate = utf8mb4_bin;
