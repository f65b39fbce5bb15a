-- learning: what became of a wish. A row outlives its course: the year's figures count it still.
create table enrolment (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  course_id bigint references course (id) on delete set null,
  -- The course as it was: its public id, its title, and whether it was an invented one.
  course_public_id text not null,
  title text not null,
  sample boolean not null,
  status text not null check (status in ('registered', 'learning', 'finished', 'dropped')),
  registered_at timestamptz,
  learning_at timestamptz,
  finished_at timestamptz,
  dropped_at timestamptz,
  rating smallint check (rating between 1 and 5),
  comment text check (length(comment) <= 500),
  -- How we know: a button, the learner's own words, or the answer to a question of ours.
  source text not null check (source in ('pressed', 'said', 'asked')),
  created_at timestamptz not null,
  -- When the status was said last.
  noted_at timestamptz not null,
  unique (learner_id, course_public_id)
);
create index enrolment_course on enrolment (course_id);

-- discovery: a search taken out of somebody's history stays in the city's figures without the person.
alter table wish alter column learner_id drop not null;

-- A wish whose learner wants to hear when something new fits. `seen_version`: courses up to this version of the catalogue
-- have been held against it.
create table saved_wish (
  id bigint generated always as identity primary key,
  learner_id bigint not null references learner (id),
  -- What makes two wishes the same one.
  wish_key text not null,
  label text not null,
  wish jsonb not null,
  seen_version bigint not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  unique (learner_id, wish_key)
);
create index saved_wish_behind on saved_wish (seen_version) where paused_at is null;

-- A course found for a saved wish: told once, if at all.
create table wish_match (
  saved_wish_id bigint not null references saved_wish (id) on delete cascade,
  course_id bigint not null references course (id) on delete cascade,
  -- Best first.
  place smallint not null,
  found_at timestamptz not null,
  told_at timestamptz,
  primary key (saved_wish_id, course_id)
);
create index wish_match_untold on wish_match (saved_wish_id) where told_at is null;
create index wish_match_course on wish_match (course_id);

create index course_version on course (version);
create index course_starts on course (starts_on) where starts_on is not null;
create index course_mark_opened on course_mark (marked_at) where kind = 'opened';

-- outreach: the time of day at which a learner wants to be reminded, in minutes after midnight in the city.
create table reminder_hour (
  learner_id bigint primary key references learner (id),
  minutes smallint not null check (minutes between 0 and 1439),
  set_at timestamptz not null
);

-- At most one message by itself a day: the key is what keeps that promise, over all replicas.
create table reminder (
  learner_id bigint not null references learner (id),
  day date not null,
  kind text not null check (kind in ('start', 'alert', 'follow_up')),
  delivery_id bigint references delivery (id) on delete set null,
  enqueued_at timestamptz not null,
  primary key (learner_id, day)
);
create index reminder_day on reminder (day);
create index reminder_delivery on reminder (delivery_id);

-- "Bạn đã đăng ký chưa?", asked once for each course a learner went to.
create table follow_up (
  learner_id bigint not null references learner (id),
  course_id bigint not null references course (id) on delete cascade,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (learner_id, course_id)
);
create index follow_up_course on follow_up (course_id);

-- The start date of a saved or registered course as its learner knows it.
create table start_watch (
  learner_id bigint not null references learner (id),
  course_id bigint not null references course (id) on delete cascade,
  starts_on date not null,
  since timestamptz not null,
  -- When the start that is known was brought to mind; null: not yet.
  reminded_at timestamptz,
  -- The start came before it could be.
  missed_at timestamptz,
  primary key (learner_id, course_id)
);
create index start_watch_course on start_watch (course_id);
create index start_watch_open on start_watch (starts_on) where reminded_at is null and missed_at is null;
