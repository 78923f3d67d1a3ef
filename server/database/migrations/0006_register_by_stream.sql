-- What a stream holds of the register, for its digest.
create index register_by_stream on register_household (stream, household_id, version)
  where to_period is null and state <> 'gone';
