-- opportunities: what a learner answered for the conditions of scholarships; only of who agreed that it is kept.
create table eligibility_answer (
  learner_id bigint primary key references learner (id),
  answers jsonb not null,
  -- The very words that were agreed to, and when.
  consent_text_hash text not null,
  consent_text_version text not null,
  kept_at timestamptz not null
);
create index eligibility_answer_age on eligibility_answer (kept_at);

-- conversation: the same answers of who did not agree, in the state of the conversation, until the day is over.
create index conversation_eligibility on conversation ((state -> 'eligibility' ->> 'until')) where state ? 'eligibility';
