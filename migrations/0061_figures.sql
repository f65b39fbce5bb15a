-- insights: a day of the city whose figures are counted; a day is counted whole, once.
create table figure_day (
  day date primary key,
  counted_at timestamptz not null
);

-- insights: who is in which figure of which period, so that nobody counts twice. Of no use once a period is closed, and deleted then.
create table figure_member (
  figure text not null,
  -- A year ("2026"), a quarter ("2026-4") or "all".
  period text not null,
  -- What the figure is about, where it has parts: a subject of the taxonomy, a kind of feedback; else empty.
  topic text not null,
  learner_id bigint not null references learner (id) on delete cascade,
  -- The one part of the topic the person counts in: a ward's code, how long an answer took; empty: not known.
  cell text not null,
  counted_on date not null,
  primary key (learner_id, figure, period, topic)
);
create index figure_member_closed on figure_member (period) where period <> 'all';

-- insights: how many people. It only grows: who leaves the service stays counted, as a number. Pages read `published` alone.
create table figure_cell (
  figure text not null,
  period text not null,
  topic text not null,
  cell text not null,
  people integer not null check (people > 0),
  published integer not null generated always as (people - people % 5) stored,
  primary key (figure, period, topic, cell)
);

-- insights: the courses that were on offer in a year, by their public id: they stay when the catalogue forgets them.
create table offered_course (
  year smallint not null,
  course_public_id text not null,
  is_online boolean not null,
  primary key (year, course_public_id)
);

-- What a day is counted from, found by its time.
create index wish_asked on wish (asked_at);
create index attempt_age on attempt (at);
create index lesson_run_started on lesson_run (started_at);
create index enrolment_created on enrolment (created_at);
create index inbox_case_opened on inbox_case (opened_at);
