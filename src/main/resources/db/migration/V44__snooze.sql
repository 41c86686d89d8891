-- When a pending ticket resumes by itself; null where it waits for its customer alone.
alter table ticket add column pending_until datetime(6);
