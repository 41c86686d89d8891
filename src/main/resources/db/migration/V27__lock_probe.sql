-- A replica that starts locks some of these rows, to see that the server locks and skips. Of no organisation. So many that
-- replicas which start at once find some of their own.
create table lock_probe (
    id    int    not null primary key,
    round bigint not null
) default charset = utf8mb4 collate = utf8mb4_bin;

insert into lock_probe (id, round) values
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0),
    (15, 0), (16, 0), (17, 0), (18, 0), (19, 0), (20, 0), (21, 0), (22, 0), (23, 0), (24, 0), (25, 0), (26, 0), (27, 0),
    (28, 0), (29, 0), (30, 0), (31, 0), (32, 0);
