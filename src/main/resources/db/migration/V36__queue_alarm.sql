-- From which figures on supervisors are alarmed of a queue; null for never.
create table queue_alarm (
    queue_id                  bigint not null primary key,
    organisation_id           bigint not null,
    max_waiting               int,
    max_wait_seconds          int,
    min_service_level_percent int,
    min_free_agents           int,
    constraint fk_queue_alarm_queue foreign key (organisation_id, queue_id) references queue (organisation_id, id)
) default charset = utf8mb4;
