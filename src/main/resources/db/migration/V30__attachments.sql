-- Files that go with words.
create table attachment (
    id              bigint       not null auto_increment primary key,
    organisation_id bigint       not null,
    -- The account that sent it.
    uploader_id     bigint       not null,
    name            varchar(120) not null,
    size            bigint       not null,
    -- As the uploader said; believed by nobody.
    declared_type   varchar(100),
    -- As the content shows.
    type            varchar(100) not null,
    sha256          char(64)     not null,
    -- Null where malware was found, whose bytes are not kept.
    store_key       varchar(100),
    state           varchar(20)  not null,
    -- Whether browsers may show it, and need not save it.
    shown           boolean      not null,
    width           int,
    height          int,
    preview_key     varchar(100),
    preview_type    varchar(100),
    preview_size    int,
    -- The words that it goes with; null until they are said.
    conversation_id bigint,
    message_number  bigint,
    created_at      datetime(6)  not null,
    unsaid_since    datetime(6)  generated always as (case when conversation_id is null then created_at end) virtual,
    constraint uk_attachment_id unique (organisation_id, id),
    constraint fk_attachment_organisation foreign key (organisation_id) references organisation (id),
    key ix_attachment_message (organisation_id, conversation_id, message_number),
    key ix_attachment_uploader (organisation_id, uploader_id, unsaid_since),
    key ix_attachment_unsaid (unsaid_since)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Files in the store that belong to no attachment: not yet, or not any more. A file is named here before it is written,
-- and until it is deleted, so none is forgotten.
create table stray_file (
    organisation_id bigint       not null,
    store_key       varchar(100) not null,
    size            bigint       not null,
    since           datetime(6)  not null,
    -- Whether nobody will want it: then it is deleted.
    abandoned       boolean      not null,
    primary key (organisation_id, store_key),
    key ix_stray_file_since (since)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- How much all files of an organisation take. It refers to no organisation: a check of that would take the lock of its row.
create table attachment_usage (
    organisation_id bigint not null primary key,
    bytes           bigint not null
) default charset = utf8mb4 collate = utf8mb4_bin;
