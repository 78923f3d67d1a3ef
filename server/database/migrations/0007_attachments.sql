-- Pictures that arrived whole, by the SHA-256 of their bytes; the bytes lie in the folder `attachments`.
create table attachment (
  sha256 text primary key,
  type text not null,
  bytes integer not null,
  -- who brought it first
  account_id text not null,
  device_id text not null,
  received_at text not null,
  -- time of the first verified copy that holds it
  backed_up_at text
) strict, without rowid;
create index attachment_not_backed_up on attachment (sha256) where backed_up_at is null;

-- Which surveys show which pictures, arrived or not: kept beside the document, written with it.
create table attachment_reference (
  survey_id text not null references survey (id),
  sha256 text not null,
  primary key (survey_id, sha256)
) strict, without rowid;
create index attachment_reference_by_content on attachment_reference (sha256, survey_id);

insert or ignore into attachment_reference (survey_id, sha256)
  select survey.id, entry.value ->> 'sha256'
  from survey, json_each(survey.document, '$.attachments') entry
  where entry.value ->> 'sha256' is not null and entry.value ->> 'removed' is null;
