-- outreach: when a learner is reminded to learn, and how they answered so far. One row for who has begun a track or reviewed something.
create table learning_rhythm (
  learner_id bigint primary key references learner (id),
  -- When to look whether to write; null: not before they learn, ask or agree again.
  next_at timestamptz,
  -- The time of day at which they usually learn, in minutes after midnight in the city; for who chose none.
  usual_minutes smallint check (usual_minutes between 0 and 1439),
  -- Reminders since they learnt, pressed or wrote a time the last time.
  unanswered smallint not null default 0,
  last_sent_at timestamptz,
  last_learnt_at timestamptz,
  -- Since when they are left in peace; they were told once how to go on.
  paused_at timestamptz,
  -- They asked by a press for this second message of the day.
  again boolean not null default false,
  noted_at timestamptz not null
);
-- Who is due is found here, however many others there are.
create index learning_rhythm_due on learning_rhythm (next_at, learner_id) where next_at is not null;

alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check
  check (kind in ('start', 'alert', 'follow_up', 'lesson', 'learning_pause'));
-- Which words a reminder to learn had, which others it could have had, how likely they were chosen, and whether that day brought an answer:
-- what choosing among words can be learnt from.
alter table reminder add column template text;
alter table reminder add column eligible text[];
alter table reminder add column propensity real check (propensity > 0 and propensity <= 1);
alter table reminder add column answered_at timestamptz;
-- When the second message of a day went out that was asked for.
alter table reminder add column again_at timestamptz;
