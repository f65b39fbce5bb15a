-- imports: a file at an address that is looked at once a day.
create table import_feed (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff_member (id),
  kind text not null,
  -- The owner of the rows: one address a kind and owner, else two would count each other's rows as gone.
  source text not null,
  url text not null,
  sheet text,
  -- How their columns become ours; null: by name.
  mapping jsonb,
  -- The city's hour at which it is fetched.
  hour smallint not null check (hour between 0 and 23),
  skips_bad boolean not null,
  -- Whether rows that are no longer listed are marked as unconfirmed.
  marks_missing boolean not null,
  paused boolean not null default false,
  -- What the server said of the file that was imported last.
  etag text,
  last_modified text,
  next_at timestamptz not null,
  -- In a row; each doubles the wait.
  failures integer not null default 0,
  last_at timestamptz,
  outcome text check (outcome in ('imported', 'unchanged', 'refused', 'failed')),
  -- Why the last one did not succeed, or what staff should look at.
  problem text,
  -- Counts of the last import, and the first of its problems.
  result jsonb,
  problems jsonb not null default '[]',
  -- Who works on it, until when unless renewed.
  worker text,
  worker_until timestamptz,
  created_at timestamptz not null,
  unique (kind, source)
);
create index import_feed_due on import_feed (next_at) where not paused;
create index import_feed_staff on import_feed (staff_id);

-- Since when the address that a row came from no longer lists it: nobody has confirmed it since.
alter table course add column missing_since timestamptz;
alter table scholarship add column missing_since timestamptz;
alter table internship add column missing_since timestamptz;
alter table place add column missing_since timestamptz;
create index course_source on course (source, public_id);
