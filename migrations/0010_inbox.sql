-- staff: who works with the staff API. A member who was removed keeps the row, because the audit names it.
create table staff_member (
  id bigint generated always as identity primary key,
  -- Lower case, without white space around it.
  email text not null,
  role text not null check (role in ('admin', 'editor', 'approver', 'viewer', 'partner')),
  -- Of a partner: whose courses it answers for. One that leaves the catalogue leaves a partner who sees nothing.
  organisation_id bigint references organisation (id) on delete set null,
  -- Shown to residents with an answer; without it an answer is from "staff".
  display_name text,
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index staff_member_email on staff_member (email) where removed_at is null;
create index staff_member_organisation on staff_member (organisation_id);

create table staff_token (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff_member (id),
  -- SHA-256 in hex: who reads the database cannot use a token.
  token_hash text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index staff_token_staff on staff_token (staff_id);

-- Everything staff changed, and each look at what a resident shared. No words of anybody and nothing that names a resident.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null: whoever has the server's command line.
  staff_id bigint references staff_member (id),
  action text not null,
  subject_kind text not null,
  subject_id bigint not null,
  detail jsonb not null default '{}'
);
create index audit_subject on audit (subject_kind, subject_id, id);
create index audit_staff on audit (staff_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name;
end
$$;
create trigger audit_only_grows before update or delete on audit for each row execute function refuse_change();

-- inbox: what residents ask of people, and what people answer.
create table inbox_case (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('hand_over', 'feedback', 'wrong_information')),
  status text not null check (status in ('open', 'claimed', 'closed')),
  learner_id bigint not null references learner (id),
  -- Where answers go.
  conversation_id bigint not null references conversation (id),
  locale text not null check (locale in ('vi', 'en')),
  -- Of wrong_information. Courses may leave the catalogue; the report stays readable.
  course_id text,
  course_title text,
  organisation_id bigint references organisation (id) on delete set null,
  reasons text[] not null default '{}',
  -- The person agreed that staff read the chat before this turn: in which turn, to which words (SHA-256). Null: not agreed.
  chat_before_turn bigint,
  consent_turn bigint,
  consent_text_hash text,
  claimed_by bigint references staff_member (id),
  claimed_at timestamptz,
  opened_at timestamptz not null,
  -- Since when the person's words wait for an answer; null when staff spoke last.
  waiting_since timestamptz,
  answered_at timestamptz,
  -- When the case ends by itself; null: never.
  expires_at timestamptz,
  closed_at timestamptz,
  closed_by text check (closed_by in ('staff', 'person', 'withdrawn', 'unanswered', 'quiet')),
  check (status <> 'claimed' or claimed_by is not null),
  check ((status = 'closed') = (closed_at is not null)),
  check ((chat_before_turn is null) = (consent_text_hash is null))
);
create unique index inbox_case_hand_over on inbox_case (conversation_id) where kind = 'hand_over' and status <> 'closed';
create unique index inbox_case_report on inbox_case (learner_id, course_id)
  where kind = 'wrong_information' and status <> 'closed';
create index inbox_case_listing on inbox_case (status, id);
create index inbox_case_learner on inbox_case (learner_id);
create index inbox_case_conversation on inbox_case (conversation_id);
create index inbox_case_organisation on inbox_case (organisation_id, id);
create index inbox_case_waiting on inbox_case (waiting_since) where status <> 'closed';
create index inbox_case_expires on inbox_case (expires_at) where status <> 'closed';
create index inbox_case_closed on inbox_case (closed_at) where status = 'closed';

create table inbox_message (
  id bigint generated always as identity primary key,
  case_id bigint not null references inbox_case (id),
  author text not null check (author in ('person', 'staff')),
  staff_id bigint references staff_member (id),
  text text not null,
  said_at timestamptz not null,
  -- Makes the same answer sent twice one answer.
  request_key text,
  check ((author = 'staff') = (staff_id is not null)),
  unique (case_id, request_key)
);
