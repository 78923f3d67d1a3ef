-- Where two people's changes of a survey came together without either knowing of the other's.
create table overlap (
  survey_id text not null references survey (id),
  change_id text not null,
  account_id text not null,
  other_account_id text not null,
  -- the survey's version that the change was made on, and the one that it led to
  base integer not null,
  version integer not null,
  at text not null,
  -- JSON lists of paths: what the change brought, and what the other had brought
  paths text not null,
  other_paths text not null,
  -- order (change.seq) of the approval with which it was seen; null while it is open
  seen_seq integer,
  primary key (survey_id, change_id, other_account_id)
) strict, without rowid;
