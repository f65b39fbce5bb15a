-- discovery: what a learner asked for. `unmet` wishes are what the city should offer next.
create table wish (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  topic text not null,
  facets jsonb not null,
  results integer not null,
  unmet boolean not null,
  asked_at timestamptz not null
);
create index wish_learner on wish (learner_id, id);
create index wish_unmet on wish (asked_at) where unmet;

-- What a learner did with a course. Courses may leave the catalogue; the mark then goes with them.
create table course_mark (
  learner_id bigint not null references learner (id),
  course_id bigint not null references course (id) on delete cascade,
  kind text not null check (kind in ('saved', 'dismissed', 'opened', 'reported')),
  detail text,
  marked_at timestamptz not null,
  primary key (learner_id, course_id, kind)
);
create index course_mark_course on course_mark (course_id, kind);
