-- Which sites may show an organisation's widget.
create table widget (
    id              bigint not null auto_increment primary key,
    organisation_id bigint not null,
    origins         text   not null,
    constraint uk_widget_organisation unique (organisation_id),
    constraint fk_widget_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;
