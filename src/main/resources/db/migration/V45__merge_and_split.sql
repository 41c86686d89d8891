-- Tickets that became one with another, and tickets that came out of another.
alter table ticket
    add column merged_into bigint,
    add column split_from bigint;
