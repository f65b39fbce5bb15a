-- opportunities: seats that were given here. A seat is taken by one statement on the offer's row, so that none is given twice; an import
-- changes how many there are, never how many are taken.
alter table scholarship add column taken integer not null default 0 check (taken >= 0);
alter table internship add column taken integer not null default 0 check (taken >= 0);

-- applications: for a scholarship or an internship, one of the two.
create table application (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  scholarship_id bigint references scholarship (id),
  internship_id bigint references internship (id),
  status text not null check (status in ('waiting', 'asked', 'accepted', 'refused', 'withdrawn')),
  -- How to call them and why they apply; both are gone once it was withdrawn. No phone: they are reached in the chat.
  call_name text,
  phone text,
  reason text,
  -- Which conditions they met, surely did not, and may meet, when they applied.
  standing jsonb not null,
  -- The very words that were agreed to, and where.
  consent_text_hash text not null,
  consent_text_version text not null,
  channel text not null,
  applied_at timestamptz not null,
  -- The one question that may be asked back.
  question text,
  asked_at timestamptz,
  answer text,
  answered_at timestamptz,
  -- Decided by staff, or withdrawn.
  decision text,
  decided_at timestamptz,
  decided_by bigint,
  -- What its person is to be told, and how many things they were told before.
  news text check (news in ('question', 'accepted', 'refused')),
  news_number integer not null default 0,
  -- The same person applied twice, from two accounts that were joined since.
  is_second boolean not null default false,
  check (num_nonnulls(scholarship_id, internship_id) = 1),
  check ((status in ('accepted', 'refused', 'withdrawn')) = (decided_at is not null))
);
create unique index application_scholarship_once on application (learner_id, scholarship_id)
  where status in ('waiting', 'asked', 'accepted') and not is_second;
create unique index application_internship_once on application (learner_id, internship_id)
  where status in ('waiting', 'asked', 'accepted') and not is_second;
create index application_learner on application (learner_id, id);
create index application_scholarship on application (scholarship_id, status);
create index application_internship on application (internship_id, status);
create index application_queue on application (status, id);
create index application_news on application (id) where news is not null;
create index application_age on application (decided_at) where decided_at is not null;
