-- An address counts as somebody's once a link that was mailed there was used. The language is that of their mails.
alter table account
    add column email_confirmed boolean not null default false,
    add column language varchar(35) character set utf8mb4 collate utf8mb4_bin;
-- Where the link was mailed; without an account it is for whoever signs up, who is nobody before it is used.
alter table password_link
    modify column account_id bigint null,
    add column email varchar(190) character set utf8mb4 collate utf8mb4_bin,
    add column name varchar(200);
-- Whoever accepted an invitation used such a link.
update account set email_confirmed = true where email is not null and password_hash is not null;
-- Customers who chose a password get new ones where they said they are; where two say the same, the first.
update ignore account join customer on customer.organisation_id = account.organisation_id
        and customer.account_id = account.id
    set account.email = customer.email
    where account.email is null and account.password_hash is not null;
