-- learning: where a learner stands with a track of lessons. Tracks, lessons and items are files; here are their ids.
create table track_enrolment (
  learner_id bigint not null references learner (id),
  track text not null,
  started_at timestamptz not null,
  -- Lessons that the placement questions showed to be known: the first one is after it.
  placed_after smallint not null default 0,
  finished_at timestamptz,
  noted_at timestamptz not null,
  primary key (learner_id, track)
);
-- learning: a lesson as a learner goes through it, and where it stopped, on whatever channel.
create table lesson_run (
  learner_id bigint not null references learner (id),
  lesson text not null,
  track text not null,
  way text not null check (way in ('read', 'look', 'do')),
  -- What comes next in it; what it needs is small.
  step jsonb not null,
  started_at timestamptz not null,
  noted_at timestamptz not null,
  finished_at timestamptz,
  feedback text check (feedback in ('too_easy', 'too_hard', 'unclear', 'good')),
  primary key (learner_id, lesson)
);
create index lesson_run_finished on lesson_run (learner_id, finished_at);
-- learning: what a learner remembers of an item (FSRS), and when to ask it again.
create table item_memory (
  learner_id bigint not null references learner (id),
  item text not null,
  due_at timestamptz not null,
  -- In days; `difficulty` 1 to 10.
  stability real not null,
  difficulty real not null,
  reviews integer not null,
  lapses integer not null,
  last_at timestamptz not null,
  -- The last answer was right, without a hint, and a day or more after the one before it.
  last_unaided boolean not null,
  noted_at timestamptz not null,
  primary key (learner_id, item)
);
create index item_memory_due on item_memory (learner_id, due_at);
-- learning: answers to items, for progress and for finding items that mislead. What was typed goes after ninety days.
create table attempt (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  item text not null,
  at timestamptz not null,
  place text not null check (place in ('before', 'lesson', 'review')),
  is_variant boolean not null,
  outcome text not null check (outcome in ('right', 'wrong', 'unsure', 'revealed')),
  -- The option chosen, from 0; or the words typed.
  option smallint,
  answer text,
  hint_level smallint not null check (hint_level between 0 and 4)
);
create index attempt_learner on attempt (learner_id, at);
