-- Unique keys begin with the organisation: a row is compared with those of its organisation, on whichever server they are.
alter table membership
    drop key uk_membership_account,
    add constraint uk_membership_account unique (organisation_id, account_id, group_id);

alter table queue_member
    drop key uk_queue_member_agent,
    drop key uk_queue_member_group,
    add constraint uk_queue_member_agent unique (organisation_id, queue_id, agent_id),
    add constraint uk_queue_member_group unique (organisation_id, queue_id, group_id);

alter table routing_policy_version
    drop key uk_routing_policy_version_number,
    add constraint uk_routing_policy_version_number unique (organisation_id, policy_id, number);

alter table routing_policy_skill
    drop key uk_routing_policy_skill,
    add constraint uk_routing_policy_skill unique (organisation_id, version_id, skill_id);
