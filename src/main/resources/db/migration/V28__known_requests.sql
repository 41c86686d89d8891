-- Many requests that are carried out together ask at once which of them were done before.
alter table idempotency_key
    drop key ix_idempotency_key_organisation,
    add key ix_idempotency_key_request (organisation_id, request_key);
