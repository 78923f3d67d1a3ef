-- Sealed requests for a confidential visit: who asked, for whom and where stands only inside the seal. Ids are
-- random and rows lie in their order, so that not even the order of arrival is kept; of its time only the day.
create table confidential_request (
  id text primary key,
  key_id text not null,
  sealed text not null,
  -- YYYY-MM-DD in Asia/Jakarta
  received_on text not null,
  done_at text
) strict, without rowid;
