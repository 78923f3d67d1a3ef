-- Verified copies on other storage, as they were made.
create table backup (
  id integer primary key,
  -- time of the copy
  at text not null,
  -- the history that it belongs to
  epoch text not null,
  -- folder of the copy
  name text not null,
  -- last change.seq in it
  change_seq integer not null,
  bytes integer not null,
  sha256 text not null
) strict;

-- The device's changes up to this number are in a verified copy: its phone may forget them.
alter table device add column backed_up_seq integer not null default 0;
