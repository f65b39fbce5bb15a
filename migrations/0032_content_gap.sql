-- Questions that no lesson answers, for those who write lessons: without who asked.
create table content_gap (
  id bigint generated always as identity primary key,
  -- The folded words of the question; with the lesson it was asked in (none: '') it is one gap.
  key text not null,
  lesson text not null,
  question text not null,
  times integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  unique (lesson, key)
);
create index content_gap_open on content_gap (times desc, last_at desc) where closed_at is null;
create index content_gap_old on content_gap (last_at);
