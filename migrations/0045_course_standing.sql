-- catalogue: what organisations and staff say of an offer stands beside what its file said, so that importing the same source again takes nothing
-- of it back. confirmed_on, starts_on and ends_on hold what counts; filed_* what the file said when the dates were revised.
alter table course
  add column reconfirmed_on date,
  add column filed_starts_on date,
  add column filed_ends_on date,
  add column dates_revised_at timestamptz,
  add column closed_at timestamptz,
  -- Reports of two people sink it until this day; those of three hide it until somebody confirms it.
  add column sunk_until date,
  add column hidden_at timestamptz;
