-- Two households, or two persons, that are the same: a supervisor's word, undone by a later one. Append-only; nothing
-- is re-keyed by it, and no data moves.
create table alias (
  seq integer primary key,
  id text not null unique,
  kind text not null check (kind in ('household', 'person')),
  act text not null check (act in ('join', 'undo')),
  subject_id text not null,
  same_as_id text not null,
  -- where they live; of a household itself
  subject_household_id text not null,
  same_as_household_id text not null,
  reason text not null,
  account_id text not null references account (id),
  at text not null
) strict;
create index alias_by_kind on alias (kind, seq);
create trigger alias_keeps_rows before delete on alias begin select raise(abort, 'the alias log is append-only'); end;
create trigger alias_keeps_words before update on alias begin select raise(abort, 'the alias log is append-only'); end;
