-- learners: who said yes. A guardian speaks for a child whose learner they look after.
alter table consent add column given_by text not null default 'self' check (given_by in ('self', 'guardian'));
-- Withdrawals of late, for messages that wait in the outbox.
create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null;

-- learners: that a consent was asked for, so that nobody is asked again soon, and never again who refused. The day is enough.
create table consent_asked (
  learner_id bigint not null references learner (id),
  purpose text not null check (purpose in ('announcements', 'reminders', 'ai_tutor', 'research')),
  asked_on date not null,
  refused boolean not null default false,
  primary key (learner_id, purpose)
);
create index consent_asked_once on consent_asked (asked_on) where not refused;

-- learners: what proves an erased person's consents; the person can be found in it only by who knows their channel's id.
create table consent_proof (
  id bigint generated always as identity primary key,
  purpose text not null,
  text_hash text not null,
  text_version text not null,
  locale text not null,
  channel text not null,
  given_by text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz not null,
  -- HMAC-SHA256 of the channel identity with a secret of this database.
  identity_hash text not null
);
create index consent_proof_withdrawn on consent_proof (withdrawn_at);

-- delivery: messages that need a consent and wait.
create index delivery_purpose on delivery (learner_id, purpose) where status = 'pending' and purpose is not null;
