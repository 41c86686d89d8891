-- Whether people who visit a site that shows the widget may talk without an account of their own.
alter table widget add column visitors boolean not null default false;
