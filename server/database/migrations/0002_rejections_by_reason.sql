-- Rejected rows of a list by reason, JSON { code: count }: counting a million rejections at each glance would block.
alter table snapshot add column reasons text not null default '{}';
