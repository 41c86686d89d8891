-- How an organisation sees whether its agents are there.
create table attendance_setting (
    id                    bigint not null auto_increment primary key,
    organisation_id       bigint not null,
    -- Without key, mouse or touch until they are asked; null for never.
    ask_after_seconds     int,
    -- Until who does not answer is AWAY.
    answer_within_seconds int    not null,
    -- Until what they hold who are AWAY or OFFLINE goes back to its queue; null for never.
    return_after_seconds  int,
    version               int    not null,
    constraint uk_attendance_setting_organisation unique (organisation_id),
    constraint fk_attendance_setting_organisation foreign key (organisation_id) references organisation (id)
) default charset = utf8mb4;

-- Since when an agent is AWAY or OFFLINE, the one after the other too; null while they are neither.
alter table agent add column gone_since datetime(6) after presence_since;
update agent set gone_since = presence_since where presence in ('AWAY', 'OFFLINE');
