-- What a supervisor made of a held change: nothing leaves the table. `result` is then the one that it has now.
alter table quarantine add column act text check (act in ('release', 'hand', 'aside'));
alter table quarantine add column acted_by text;
-- code of the supervisor's reason
alter table quarantine add column reason text;
create index quarantine_waiting on quarantine (id) where released_at is null;
