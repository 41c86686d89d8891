-- What tickets are found by: the words of what was said about them, as Words writes them, and of the names that they bear.
create table ticket_words (
    id              bigint      not null auto_increment primary key,
    organisation_id bigint      not null,
    ticket_id       bigint      not null,
    -- The ticket's customer; of the name of what was bought, who bought it.
    customer_id     bigint      not null,
    -- PUBLIC and INTERNAL were said, CUSTOMER and ORDER are names.
    source          varchar(10) not null,
    words           mediumtext  not null,
    -- Tokens of the organisation, for each character and each two in a row. None is a stopword, none is shorter than four.
    grams           mediumtext  not null,
    constraint fk_ticket_words_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id)
        on delete cascade,
    key ix_ticket_words_ticket (organisation_id, ticket_id),
    key ix_ticket_words_customer (organisation_id, customer_id),
    fulltext key ft_ticket_words (grams)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Tickets that are there are done by the application, once those of the release before, which know of no words, are gone.
insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)
select distinct organisation_id, 'write-words', 0, 0,
    utc_timestamp(6) + interval 10 minute, utc_timestamp(6) + interval 10 minute, 0
from ticket;
