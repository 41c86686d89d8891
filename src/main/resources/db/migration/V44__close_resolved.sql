-- What was resolved before resolved tickets closed by themselves is looked at within a day, each at its own moment, so that
-- however many there are, they never stand before other timers. Whoever looks knows how long they may be reopened.
insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)
    select t.organisation_id, 'close-resolved', t.id, timestampdiff(microsecond, '1970-01-01', t.resolved_at),
        utc_timestamp(6) + interval mod(t.id, 86400) second, utc_timestamp(6) + interval mod(t.id, 86400) second, 0
    from ticket t where t.status = 'RESOLVED' and t.resolved_at is not null;
