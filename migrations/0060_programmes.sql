-- workshops: a programme is one with several sessions: one seat, one list, one certificate for all of them.
alter table workshop add column programme text check (programme in (
  'after_school', 'vocational', 'adult', 'teacher_training', 'digital_teachers', 'digital_students'));
create index workshop_programme on workshop (starts_at) where programme is not null;
create table workshop_session (
  id bigint generated always as identity primary key,
  workshop_id bigint not null references workshop (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The start for which the reminder was made.
  day_reminded_for timestamptz,
  check (ends_at > starts_at),
  unique (workshop_id, starts_at)
);
create index workshop_session_starts on workshop_session (starts_at);
-- Which sessions somebody came to, when that was enough, and when they agreed that it is noted.
alter table workshop_registration
  add column sessions_attended bigint[] default '{}',
  add column completed_at timestamptz,
  add column agreed_at timestamptz;
