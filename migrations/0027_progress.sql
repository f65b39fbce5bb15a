-- learning: on how many days of a week somebody wants to learn; three where there is no row.
create table weekly_goal (
  learner_id bigint primary key references learner (id),
  days smallint not null check (days between 1 and 7),
  noted_at timestamptz not null
);
-- learning: that a learner finished a track of lessons, as anybody with the code may read it. The track's titles stand as they were then.
-- Withdrawn ones stay: the page of their code says so.
create table track_certificate (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  code text not null unique,
  track text not null,
  title text not null,
  english text not null,
  lessons smallint not null,
  -- As the learner wrote it, if they wanted one on it.
  name text,
  finished_at timestamptz not null,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text check (withdrawn_by in ('learner', 'staff')),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index track_certificate_learner on track_certificate (learner_id);
