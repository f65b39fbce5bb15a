-- discovery: what learners did with courses, in order and never changed: what recommendation is trained on. No text of anybody.
create table interaction (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  course_id bigint not null references course (id) on delete cascade,
  kind text not null check (kind in ('shown', 'opened', 'saved', 'enrolled', 'finished', 'dismissed')),
  -- Of what was shown: the turn whose list it stood in, and how probable it was to stand there.
  list_id bigint,
  propensity real,
  at timestamptz not null
);
create index interaction_learner on interaction (learner_id, id);
create index interaction_course on interaction (course_id);
create index interaction_age on interaction (at);

-- What was done before there was a record of it.
insert into interaction (learner_id, course_id, kind, at)
select learner_id, course_id, kind, at
from (
  select learner_id, course_id, kind, marked_at as at from course_mark where kind in ('opened', 'saved', 'dismissed')
  union all
  select learner_id, course_id, 'enrolled', created_at from enrolment where course_id is not null
  union all
  select learner_id, course_id, 'finished', finished_at from enrolment where course_id is not null and finished_at is not null
) as before
order by at;

-- discovery: the model every process loads, made of counts of five people and more.
create table recommendation_model (
  id smallint primary key check (id = 1),
  version bigint not null,
  trained_at timestamptz not null,
  learners integer not null,
  -- What replay chose, to be read.
  chosen jsonb not null,
  content bytea
);
