-- Reporting columns are real columns and stand before the JSON body: SQLite reads a row from its start.

create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

-- Accounts, devices, sessions -------------------------------------------------------------------------

create table account (
  id text primary key,
  username text not null unique collate nocase,
  name text not null,
  role text not null check (role in ('enumerator', 'supervisor', 'city-admin', 'case-worker')),
  password_hash text not null,
  -- raised whenever the account's areas change; changes carry the one under which they were made
  scope_version integer not null default 1,
  created_at text not null
) strict;

-- One user on one installation, with its own sequence of changes.
create table device (
  id text primary key,
  account_id text not null references account (id),
  name text not null,
  next_seq integer not null default 1,
  created_at text not null,
  last_sync_at text,
  revoked_at text
) strict;
create index device_by_account on device (account_id);

create table session (
  token_hash text primary key,
  account_id text not null references account (id),
  device_id text not null references device (id),
  created_at text not null,
  expires_at text not null
) strict;
create index session_by_expiry on session (expires_at);

-- History is kept: a change made while its author held the area is merged, marked late.
create table assignment (
  id integer primary key,
  account_id text not null references account (id),
  kelurahan text not null,
  rw text,
  from_scope integer not null,
  to_scope integer,
  given_by text not null,
  given_at text not null
) strict;
create index assignment_by_account on assignment (account_id, kelurahan);
create unique index assignment_held on assignment (account_id, kelurahan, ifnull(rw, '')) where to_scope is null;

-- Append-only, chained by hash.
create table audit (
  seq integer primary key,
  at text not null,
  account_id text,
  device_id text,
  action text not null,
  subject text,
  area text,
  detail text not null,
  previous_hash text not null,
  hash text not null
) strict;
create trigger audit_keeps_rows before delete on audit begin select raise(abort, 'the audit log is append-only'); end;
create trigger audit_keeps_words before update on audit begin select raise(abort, 'the audit log is append-only'); end;

-- Ministry lists --------------------------------------------------------------------------------------

-- One imported list. Its rows are visible once published_seq is set: that one row publishes them all.
create table snapshot (
  id text primary key,
  format text not null,
  file_name text not null,
  sha256 text not null,
  as_of text not null,
  state text not null check (state in ('reading', 'publishing', 'published', 'failed')),
  published_seq integer unique,
  bytes integer not null,
  bytes_read integer not null default 0,
  accepted integer not null default 0,
  rejected integer not null default 0,
  households integer not null default 0,
  fault text,
  started_by text not null,
  started_at text not null,
  ended_at text
) strict;
create unique index snapshot_once on snapshot (sha256) where state <> 'failed';

create table listed_household (
  snapshot_id text not null references snapshot (id),
  household_id text not null,
  stream text not null,
  -- place in the stream: pages of the first download go by it
  position integer not null,
  -- SurveyDocument as the list knows it
  document text not null,
  -- ministry ids and mothers' maiden names by person: never leaves the server but in the ministry's own package
  protected text not null,
  primary key (snapshot_id, household_id)
) strict, without rowid;
create unique index listed_by_stream on listed_household (snapshot_id, stream, position);

create table import_rejection (
  snapshot_id text not null references snapshot (id),
  line integer not null,
  code text not null,
  -- JSON of both languages
  reason text not null,
  raw text not null,
  primary key (snapshot_id, line)
) strict, without rowid;

-- Ids are born once: the next list and the register meet the same household, family and person again.
create table known_family (
  kk text primary key,
  household_id text not null,
  family_id text not null
) strict, without rowid;

create table known_person (
  -- NIK, else `kk/name/birth date` of a person without one
  identity text primary key,
  person_id text not null
) strict, without rowid;

-- Surveys ---------------------------------------------------------------------------------------------

create table stream (
  name text primary key,
  kelurahan text not null,
  rw text not null
) strict, without rowid;
create index stream_by_kelurahan on stream (kelurahan);

create table survey (
  id text primary key,
  household_id text not null,
  register_version integer not null,
  kelurahan text not null,
  rw text not null,
  rt text not null,
  stream text not null,
  status text not null,
  version integer not null,
  late integer not null default 0,
  form integer not null,
  conflicts integer not null default 0,
  problems integer not null default 0,
  name text not null default '',
  -- account that began it
  author_id text not null,
  -- order (change.seq) of the approval that stands
  approved_seq integer,
  -- JSON { reason, by, at } of the supervisor's last word, null once it no longer matters
  review text,
  created_at text not null,
  updated_at text not null,
  document text not null
) strict;
create index survey_by_household on survey (household_id);
create index survey_by_queue on survey (kelurahan, rw, status, updated_at, id);
create index survey_by_approval on survey (status, approved_seq);

-- The log of all that was received and applied, in the order that the one writer gave.
create table change (
  seq integer primary key,
  id text not null unique,
  device_id text not null,
  -- null for a command given online
  device_seq integer,
  account_id text not null,
  survey_id text,
  received_at text not null,
  hash text not null,
  -- ChangeResult as it was first answered
  result text not null,
  -- as received
  body text not null
) strict;
create unique index change_by_device on change (device_id, device_seq) where device_seq is not null;
create index change_by_survey on change (survey_id, seq);

-- Acknowledged and kept, not applied until a supervisor looks.
create table quarantine (
  id integer primary key,
  change_id text,
  device_id text not null,
  account_id text not null,
  survey_id text,
  stream text,
  fault text not null,
  hash text not null,
  received_at text not null,
  released_at text,
  result text not null,
  body text not null
) strict;
create unique index quarantine_once on quarantine (device_id, hash);
create index quarantine_by_survey on quarantine (survey_id, device_id) where released_at is null;

create table conflict (
  survey_id text not null references survey (id),
  answer_group text not null,
  device_id text not null,
  account_id text not null,
  change_id text not null,
  at text not null,
  -- JSON { path: { current, offered } }
  answers text not null,
  primary key (survey_id, answer_group, device_id)
) strict, without rowid;

-- News of a stream in order; one row for each thing, moved to the end when it changes.
create table feed (
  seq integer primary key autoincrement,
  stream text not null,
  kind text not null check (kind in ('household', 'survey')),
  id text not null
) strict;
create unique index feed_once on feed (kind, id);
create index feed_by_stream on feed (stream, seq);

-- Register --------------------------------------------------------------------------------------------

create table period (
  id text primary key,
  state text not null check (state in ('open', 'sealed')),
  -- last change.seq that counts for it
  cut_off_seq integer,
  snapshot_id text,
  sealed_at text,
  sealed_by text,
  figures text,
  package_name text,
  package_bytes integer,
  package_sha256 text
) strict;

-- What the city knows of each household as of a sealed period; only the monthly update writes it.
create table register_household (
  household_id text not null,
  version integer not null,
  from_period text not null,
  -- last period in which it holds; null while it is the newest
  to_period text,
  -- unconfirmed: visited, but what it holds still comes from the list alone
  state text not null check (state in ('present', 'unconfirmed', 'gone')),
  gone_reason text,
  kelurahan text not null,
  rw text not null,
  rt text not null,
  stream text not null,
  families integer not null,
  members integer not null,
  problems integer not null,
  survey_id text not null,
  document text not null,
  primary key (household_id, version)
) strict, without rowid;
create unique index register_newest on register_household (household_id) where to_period is null;
create index register_by_period on register_household (from_period);
create index register_by_kelurahan on register_household (kelurahan) where to_period is null;

-- What a sealed period changed and why.
create table register_change (
  period_id text not null references period (id),
  household_id text not null,
  kind text not null check (kind in ('added', 'changed', 'gone')),
  reason text not null,
  survey_id text not null,
  primary key (period_id, household_id)
) strict, without rowid;
