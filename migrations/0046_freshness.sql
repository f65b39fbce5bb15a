-- freshness: what was decided about a course, with what that changed, so that it can be taken back within a day.
create table course_act (
  id bigint generated always as identity primary key,
  course_id bigint not null references course (id) on delete cascade,
  -- Of one press: those of a whole organisation are taken back together.
  batch text not null,
  kind text not null check (kind in ('confirmed', 'closed', 'revised', 'restored')),
  via text not null check (via in ('link', 'staff')),
  link_id bigint,
  staff_id bigint,
  at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz
);
create index course_act_course on course_act (course_id, id);
create index course_act_age on course_act (at);

-- freshness: what people say is wrong with a course; one row a learner and course, so that nobody counts twice.
create table course_report (
  learner_id bigint not null references learner (id),
  course_id bigint not null references course (id) on delete cascade,
  reasons text[] not null,
  reported_at timestamptz not null,
  -- What was decided, by which act, and when its person was told.
  outcome text check (outcome in ('confirmed', 'closed', 'revised', 'restored')),
  settled_at timestamptz,
  settled_by bigint,
  told_at timestamptz,
  primary key (learner_id, course_id)
);
create index course_report_open on course_report (course_id, reported_at) where settled_at is null;
create index course_report_untold on course_report (settled_at) where settled_at is not null and told_at is null;

-- freshness: links by which organisations confirm their courses without an account. Only a hash of the token is kept.
create table confirm_link (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation (id) on delete cascade,
  token_hash text not null unique,
  made_by bigint,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index confirm_link_organisation on confirm_link (organisation_id);

-- freshness: organisations that are to be asked, found by the program; asked_at is when staff made the link they were asked with.
create table organisation_ask (
  organisation_id bigint primary key references organisation (id) on delete cascade,
  courses integer not null,
  oldest_on date not null,
  found_at timestamptz not null,
  asked_at timestamptz,
  asked_by bigint
);

-- inbox: a report is closed when what it says was decided about its course.
alter table inbox_case drop constraint inbox_case_closed_by_check;
alter table inbox_case add constraint inbox_case_closed_by_check
  check (closed_by in ('staff', 'person', 'withdrawn', 'unanswered', 'quiet', 'settled'));
