-- What is due is listed by when: from these keys.
alter table ticket
    add key ix_ticket_answer_due (organisation_id, answer_due_at, id),
    add key ix_ticket_resolution_due (organisation_id, resolution_due_at, id);
