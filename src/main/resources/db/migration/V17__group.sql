-- Parts of an organisation, a tree under one root that is the organisation itself. "group" and "groups" are reserved words.
create table org_group (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    parent_id       bigint,
    name            varchar(100) not null,
    -- The ids from below the root down to this group: /17/31/. All groups below have a path that begins with it.
    path            varchar(250) not null collate utf8mb4_bin,
    created_at      datetime(6)  not null,
    version         int          not null,
    -- Null unless the group is the root: one for each organisation.
    root_of         bigint generated always as (case when parent_id is null then organisation_id end) virtual,
    constraint uk_group_id unique (organisation_id, id),
    constraint uk_group_name unique (organisation_id, parent_id, name),
    constraint uk_group_root unique (root_of),
    constraint fk_group_organisation foreign key (organisation_id) references organisation (id),
    -- Cascades for the sake of a removed organisation, whose groups go in any order.
    constraint fk_group_parent foreign key (organisation_id, parent_id) references org_group (organisation_id, id)
        on delete cascade,
    key ix_group_path (organisation_id, path)
) default charset = utf8mb4;
insert into org_group (organisation_id, name, path, created_at, version)
    select id, name, '/', created_at, 0 from organisation;

-- Which account belongs to which group, and what it sees there.
create table membership (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    account_id      bigint      not null,
    group_id        bigint      not null,
    sees            varchar(20) not null,
    constraint uk_membership_account unique (account_id, group_id),
    constraint fk_membership_account foreign key (organisation_id, account_id)
        references account (organisation_id, id) on delete cascade,
    constraint fk_membership_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    key ix_membership_group (organisation_id, group_id, account_id)
) default charset = utf8mb4;

-- Of which kinds of data people see only that of their groups.
alter table organisation
    add column isolates_tickets   boolean not null default false,
    add column isolates_customers boolean not null default false,
    add column isolates_agents    boolean not null default false;

-- E-mail addresses are unique in a group, so that no refusal tells of a customer in another one.
alter table customer add column group_id bigint after organisation_id;
update customer c join org_group g on g.root_of = c.organisation_id set c.group_id = g.id;
alter table customer
    modify column group_id bigint not null,
    drop key uk_customer_email,
    add constraint uk_customer_email unique (organisation_id, group_id, email),
    add constraint fk_customer_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    add key ix_customer_group (organisation_id, group_id, id);

-- The group of its customer, so that a list of orders need not look at customers.
alter table orders add column group_id bigint after organisation_id;
update orders o join org_group g on g.root_of = o.organisation_id set o.group_id = g.id;
alter table orders
    modify column group_id bigint not null,
    add constraint fk_orders_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    add key ix_orders_group (organisation_id, group_id, id);

alter table ticket add column group_id bigint after organisation_id;
update ticket t join org_group g on g.root_of = t.organisation_id set t.group_id = g.id;
alter table ticket
    modify column group_id bigint not null,
    add constraint fk_ticket_group foreign key (organisation_id, group_id) references org_group (organisation_id, id),
    add key ix_ticket_group (organisation_id, group_id, opened_at, id),
    -- The group at its end lets a search among the waiting ones of some groups read this index alone.
    drop key ix_ticket_waiting,
    add key ix_ticket_waiting (organisation_id, status, priority, opened_at, id, group_id);
