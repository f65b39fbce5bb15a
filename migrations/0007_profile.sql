-- learners: what a learner told about themselves. One row a kind; the newest word counts.
create table profile_fact (
  learner_id bigint not null references learner (id),
  kind text not null check (kind in ('place', 'times', 'budget', 'device', 'data', 'wheelchair', 'role', 'age_band')),
  value jsonb not null,
  -- 'said' in passing, 'asked' as the answer to a question, 'chosen' by a button.
  source text not null check (source in ('said', 'asked', 'chosen')),
  noted_at timestamptz not null,
  primary key (learner_id, kind)
);
