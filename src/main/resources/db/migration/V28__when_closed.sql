-- What becomes of tickets that come while the queue is closed. Null: they wait.
alter table queue add column closed_then varchar(20);
