-- What entries tell of people can be taken out of them: the chain goes by its seal, which a random salt keeps from being guessed.
alter table audit_entry
    -- Null where it was taken out, and in entries that are older than this.
    add column salt   varchar(43),
    -- Null in entries that are older than this.
    add column seal   char(64),
    add column erased boolean not null default false;
