-- What people say to one another about one matter. It bears the id of the ticket that it began with.
create table conversation (
    organisation_id    bigint      not null,
    id                 bigint      not null,
    customer_id        bigint      not null,
    -- The ticket that was spoken of last.
    ticket_id          bigint      not null,
    -- Messages have the numbers up to this one, without gaps.
    last_number        bigint      not null,
    -- Of the last message that the customer may read; 0 for none.
    last_public_number bigint      not null,
    last_at            datetime(6) not null,
    -- When the customer wrote the first message that staff has not answered; null where there is none.
    unanswered_since   datetime(6),
    primary key (organisation_id, id),
    constraint fk_conversation_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    constraint fk_conversation_customer foreign key (organisation_id, customer_id)
        references customer (organisation_id, id),
    key ix_conversation_customer (organisation_id, customer_id, last_at, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Up to where somebody has read a conversation, and up to where their device has it.
create table participant (
    organisation_id bigint       not null,
    conversation_id bigint       not null,
    account_id      bigint       not null,
    -- As they were called then; null once it is erased.
    name            varchar(200),
    is_customer     boolean      not null,
    -- Whether the customer has heard of them.
    wrote_publicly  boolean      not null,
    read_up_to      bigint       not null,
    delivered_up_to bigint       not null,
    -- No foreign key: it would lock the conversation after this row, and messages lock them the other way round.
    primary key (organisation_id, conversation_id, account_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The conversation that a ticket continues; null where it begins its own, if any.
alter table ticket
    add column conversation_id bigint,
    add key ix_ticket_conversation (organisation_id, conversation_id);

alter table message
    drop foreign key fk_message_ticket,
    drop foreign key fk_message_event;

rename table message to message_before;

create table message (
    organisation_id bigint      not null,
    conversation_id bigint      not null,
    number          bigint      not null,
    ticket_id       bigint      not null,
    -- The line of history that it was said with.
    event_number    bigint      not null,
    -- PUBLIC is for the customer, or by them; INTERNAL is among staff.
    audience        varchar(20) not null,
    author_id       bigint      not null,
    -- As they were called then; null once it is erased.
    author_name     varchar(200),
    by_customer     boolean     not null,
    -- By which its author tells a repetition; null where it was said with a step.
    client_id       varchar(64),
    -- The message that it answers.
    reply_to        bigint,
    -- Null once it is erased.
    text            mediumtext,
    at              datetime(6) not null,
    primary key (organisation_id, conversation_id, number),
    constraint uk_message_event unique (organisation_id, event_number),
    constraint uk_message_client unique (organisation_id, conversation_id, author_id, client_id),
    constraint fk_message_conversation foreign key (organisation_id, conversation_id)
        references conversation (organisation_id, id),
    constraint fk_message_event foreign key (organisation_id, event_number) references event (organisation_id, number),
    constraint fk_message_ticket foreign key (organisation_id, ticket_id) references ticket (organisation_id, id),
    key ix_message_ticket (organisation_id, ticket_id)
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into conversation (organisation_id, id, customer_id, ticket_id, last_number, last_public_number, last_at)
select t.organisation_id, t.id, t.customer_id, t.id, m.messages, 0, m.last_at
from (
    select organisation_id, ticket_id, count(*) messages, max(at) last_at
    from message_before group by organisation_id, ticket_id
) m
    join ticket t on t.organisation_id = m.organisation_id and t.id = m.ticket_id;

insert into message (organisation_id, conversation_id, number, ticket_id, event_number, audience, author_id,
    author_name, by_customer, text, at)
select m.organisation_id, m.ticket_id,
    row_number() over (partition by m.organisation_id, m.ticket_id order by m.event_number),
    m.ticket_id, m.event_number, m.audience, m.author_id, m.author_name,
    exists (select 1 from customer c where c.organisation_id = m.organisation_id and c.account_id = m.author_id),
    m.text, m.at
from message_before m
order by m.organisation_id, m.ticket_id;

update conversation c
    join (
        select organisation_id, conversation_id, max(number) number
        from message where audience = 'PUBLIC' group by organisation_id, conversation_id
    ) m on m.organisation_id = c.organisation_id and m.conversation_id = c.id
set c.last_public_number = m.number;

drop table message_before;
