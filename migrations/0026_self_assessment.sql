-- learning: a sitting of a self-assessment: what was answered, and what is asked now. Items are files; here are their ids.
create table self_assessment (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  -- The id of the file it is asked from.
  assessment text not null,
  started_at timestamptz not null,
  noted_at timestamptz not null,
  finished_at timestamptz,
  -- [{"item": id, "answer": position of the option from 0, or null for "I do not know"}], in their order.
  answers jsonb not null default '[]',
  -- The item that waits for an answer; none when finished.
  asking text
);
create index self_assessment_learner on self_assessment (learner_id, started_at);
