-- catalogue: the last day on which who keeps a course went through what it teaches. Null: nobody has said.
alter table course add column reviewed_on date;

-- curriculum: what the city would like an organisation to change in a course. No row is about a resident.
create table curriculum_request (
  id bigint generated always as identity primary key,
  course_id bigint not null references course (id) on delete cascade,
  -- Whom it was asked, whoever the course is imported under later.
  organisation_id bigint not null references organisation (id) on delete cascade,
  what text not null check (length(what) between 1 and 2000),
  why text check (length(why) <= 2000),
  wanted_by date,
  answer text check (answer in ('accepted', 'done', 'declined')),
  planned_on date,
  note text check (length(note) <= 500),
  answered_by bigint references staff_member (id) on delete set null,
  answered_at timestamptz,
  -- The day that "done" wrote into the course, and what stood there before: taking the answer back restores it.
  review_set date,
  review_before date,
  ended text check (ended in ('closed', 'withdrawn')),
  ended_at timestamptz,
  author_id bigint references staff_member (id) on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((planned_on is not null) = (answer is not distinct from 'accepted')),
  check (answer is distinct from 'declined' or note is not null)
);
create index curriculum_request_course on curriculum_request (course_id);
create index curriculum_request_organisation on curriculum_request (organisation_id, id);
create index curriculum_request_author on curriculum_request (author_id);
create index curriculum_request_answered_by on curriculum_request (answered_by);
