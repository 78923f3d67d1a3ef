-- Phones that came back empty. A device is lost once: who signs in there again is another device.
create table lost_phone (
  device_id text primary key references device (id),
  account_id text not null references account (id),
  -- as the phone remembered it apart from its database; null where it remembered nothing
  unsent integer,
  noted_at text,
  last_sync_at text,
  reported_at text not null,
  seen_by text references account (id),
  seen_at text
) strict;
