-- A household or survey that moved to another stream leaves the old one by a row of its own.

create table feed_next (
  seq integer primary key autoincrement,
  stream text not null,
  kind text not null check (kind in ('household', 'survey', 'leave')),
  id text not null
) strict;
insert into feed_next (seq, stream, kind, id) select seq, stream, kind, id from feed;
drop table feed;
alter table feed_next rename to feed;
create unique index feed_once on feed (kind, id) where kind <> 'leave';
create unique index feed_leaves_once on feed (stream, id) where kind = 'leave';
create index feed_by_stream on feed (stream, seq);
