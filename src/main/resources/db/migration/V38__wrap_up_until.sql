-- When an agent's time for notes ends, which their screen counts down. Null outside of it.
alter table agent add column wrap_up_until datetime(6) after presence_since;
