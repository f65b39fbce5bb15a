-- tutor: voice messages and pictures that wait to be understood by an endpoint. As with questions a row is claimed by a lease, and what was
-- understood is kept with it until it has been told. The file itself is never kept: source is where the platform has it, and is emptied at the end.
create table tutor_media (
  id bigint generated always as identity primary key,
  conversation_id bigint not null,
  learner_id bigint not null references learner (id),
  channel text not null,
  chat text not null,
  locale text not null,
  what text not null check (what in ('voice', 'picture')),
  source text not null,
  -- Redacted.
  caption text not null,
  seconds integer,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done')),
  owner text,
  lease_until timestamptz,
  attempts integer not null default 0,
  -- Redacted words, or why there are none.
  result jsonb,
  charged_on date,
  reserved_micro_usd bigint,
  cost_micro_usd bigint,
  done_at timestamptz
);
create index tutor_media_open on tutor_media (learner_id, id) where state <> 'done';
create index tutor_media_learner on tutor_media (learner_id, charged_on);
create index tutor_media_age on tutor_media (asked_at);
