-- Lists of orders are read from the newest: all of an organisation, those of a group and those of a customer.
alter table orders
    add key ix_orders_time (organisation_id, ordered_at, id),
    add key ix_orders_customer (organisation_id, customer_id, ordered_at, id),
    drop key ix_orders_group,
    add key ix_orders_group (organisation_id, group_id, ordered_at, id);
