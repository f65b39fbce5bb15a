-- workshops: a programme is one with several sessions: one seat, one list, one certificate for all of them.
alter table workshop add column programme text check (programme in (
  'after_school', 'vocational', 'adult', 'teacher_training', 'digital_teachers', 'digital_students'));
create index workshop_programme on workshop (starts_at) where programme is not null;
create table workshop_session (
  id bigint generated always as identity primary key,
  workshop_id bigint not null references workshop (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The start for which the reminder was made.
  day_reminded_for timestamptz,
  check (ends_at > starts_at),
  unique (workshop_id, starts_at)
);
create index workshop_session_starts on workshop_session (starts_at);
-- Which sessions somebody came to, when that was enough, and when they agreed that it is noted.
alter table workshop_registration
  add column sessions_attended bigint[] default '{}',
  add column completed_at timestamptz,
  add column agreed_at timestamptz;

-- catalogue: when what a course teaches was last looked over by who offers it.
alter table course add column reviewed_on date;

-- partners: the city asks an organisation to bring a course up to date.
create table curriculum_request (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation (id) on delete cascade,
  course_id bigint not null references course (id) on delete cascade,
  skill text,
  wish text not null check (length(wish) between 1 and 1000),
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'updated', 'declined', 'closed')),
  answer text check (length(answer) <= 1000),
  answered_at timestamptz,
  answered_by bigint references staff_member (id),
  author_id bigint references staff_member (id),
  created_at timestamptz not null
);
create index curriculum_request_organisation on curriculum_request (organisation_id, id);
create index curriculum_request_course on curriculum_request (course_id);
create index curriculum_request_open on curriculum_request (due_on) where status = 'open';
create index curriculum_request_author on curriculum_request (author_id);
create index curriculum_request_answered_by on curriculum_request (answered_by);
