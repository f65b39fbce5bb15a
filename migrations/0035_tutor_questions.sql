-- tutor: questions that wait for a model's answer. A row is claimed by a lease, so that one process works on it at a time and another goes on with
-- it when that one dies; its answer is kept with it until it has been delivered.
create table tutor_question (
  id bigint generated always as identity primary key,
  conversation_id bigint not null,
  learner_id bigint not null references learner (id),
  channel text not null,
  chat text not null,
  locale text not null,
  -- Redacted; what it was asked beside stands in place.
  address text not null,
  asked text not null,
  place jsonb not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done')),
  owner text,
  lease_until timestamptz,
  attempts integer not null default 0,
  answer jsonb,
  -- The day whose budget it is charged to, what was set aside for it before the first call, and what it cost; in millionths of a dollar.
  charged_on date,
  reserved_micro_usd bigint,
  reserved_tokens integer,
  cost_micro_usd bigint,
  done_at timestamptz
);
create index tutor_question_open on tutor_question (learner_id, id) where state <> 'done';
create index tutor_question_done on tutor_question (done_at) where state = 'done';
create index tutor_question_conversation on tutor_question (conversation_id);

-- tutor: what a model was asked and what was answered, in redacted words, for as long as chats are kept.
create table tutor_message (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  question_id bigint not null,
  author text not null check (author in ('learner', 'tutor')),
  text text not null,
  lesson text,
  item text,
  hint_level smallint,
  -- Of the tutor: `model`, or why the rules answered.
  outcome text,
  prompt text,
  model text,
  tokens_in integer,
  tokens_out integer,
  cost_micro_usd bigint,
  said_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index tutor_message_question on tutor_message (question_id, author);
create index tutor_message_learner on tutor_message (learner_id, id);
create index tutor_message_expiry on tutor_message (expires_at);

-- tutor: what of a conversation with a model no longer stands in its last turns, in a few lines.
create table tutor_summary (
  learner_id bigint primary key references learner (id),
  summary text not null,
  -- The last message it speaks of.
  through bigint not null,
  updated_at timestamptz not null
);

-- tutor: what was spent on models, by day of the city.
create table tutor_spending (
  day date primary key,
  questions integer not null default 0,
  tokens bigint not null default 0,
  micro_usd bigint not null default 0
);
