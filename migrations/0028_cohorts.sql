-- learning: a class that goes through a track together.
create table cohort (
  id bigint generated always as identity primary key,
  -- What one joins with; letters only, without the hyphen it is shown with.
  code text not null unique,
  -- As its teacher called it; nothing once the teacher is erased, for it may name them.
  name text,
  track text not null,
  ends_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- How many ever joined: the number of the last one.
  joined integer not null default 0
);
-- learning: who runs a class. A class without a teacher is over.
create table cohort_teacher (
  cohort_id bigint primary key references cohort (id),
  learner_id bigint not null references learner (id),
  -- As learners see them.
  name text not null,
  noted_at timestamptz not null
);
create index cohort_teacher_learner on cohort_teacher (learner_id);
-- learning: who learns in a class, and what of them its teacher may see: a name only where it was given.
create table cohort_member (
  cohort_id bigint not null references cohort (id),
  learner_id bigint not null references learner (id),
  -- Stands for who gave no name; never given to another of the class.
  number integer not null,
  name text,
  agreed_at timestamptz not null,
  ended text check (ended in ('left', 'removed')),
  ended_at timestamptz,
  noted_at timestamptz not null,
  primary key (learner_id, cohort_id)
);
create index cohort_member_cohort on cohort_member (cohort_id);
create index cohort_member_ended on cohort_member (ended_at) where ended_at is not null;
