-- The buttons or the form of a message, or the answer to them; null for words alone, and once it is erased.
alter table message add column content json;
