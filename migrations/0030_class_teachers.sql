-- learning: several people may run a class; who opened it comes first. Who no longer does keeps a row for a while, so that it can be taken back.
alter table cohort_teacher drop constraint cohort_teacher_pkey;
alter table cohort_teacher add primary key (cohort_id, learner_id);
alter table cohort_teacher
  -- When they agreed to run it as well; nothing for who opened the class.
  add column invited_at timestamptz,
  add column ended text check (ended in ('left', 'removed')),
  add column ended_at timestamptz;
create index cohort_teacher_ended on cohort_teacher (ended_at) where ended_at is not null;
-- learning: the way to run a class together with others, good for one person and a few days.
create table cohort_invitation (
  cohort_id bigint primary key references cohort (id),
  -- Of the same letters as the codes of classes, and never one of them.
  code text not null unique,
  expires_at timestamptz not null
);
-- learning: why staff withdrew a certificate, as its page says it.
alter table track_certificate add column withdrawn_reason text
  check (withdrawn_reason in ('mistake', 'wrong_person', 'not_own_work', 'asked'));
