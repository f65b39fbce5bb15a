-- learners: what a person agreed to. Rows are never changed but for their end: a new yes is a new row.
create table consent (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  purpose text not null check (purpose in ('announcements', 'reminders', 'ai_tutor', 'research')),
  -- SHA-256 of the very words that were agreed to, and their version.
  text_hash text not null,
  text_version text not null,
  locale text not null,
  channel text not null,
  -- The turn in which it was said, as evidence.
  turn_id bigint not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consent_in_force on consent (learner_id, purpose) where withdrawn_at is null;

-- delivery: the consent a message needs at the moment it is sent.
alter table delivery add column purpose text check (purpose in ('announcements', 'reminders'));
