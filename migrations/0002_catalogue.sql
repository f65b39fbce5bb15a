create table organisation (
  id bigint generated always as identity primary key,
  name text not null unique,
  created_at timestamptz not null default now()
);

create table platform (
  id bigint generated always as identity primary key,
  name text not null unique
);

create table course (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  -- Which file or partner the row belongs to: only the same source may change it.
  source text not null,
  organisation_id bigint not null references organisation (id),
  platform_id bigint references platform (id),
  title text not null,
  description text,
  url text,
  topics text[] not null default '{}',
  skills text[] not null default '{}',
  level text check (level in ('beginner', 'intermediate', 'advanced', 'all')),
  language text,
  mode text check (mode in ('online', 'in_person', 'hybrid')),
  ward text,
  address text,
  price_vnd bigint check (price_vnd >= 0),
  duration_hours double precision check (duration_hours >= 0),
  schedule text[] not null default '{}',
  starts_on date,
  ends_on date,
  seats integer check (seats >= 0),
  certificate boolean,
  low_data boolean,
  wheelchair boolean,
  audience text[] not null default '{}',
  confirmed_on date not null,
  sample boolean not null default false,
  -- SHA-256 of the row as it was imported: an unchanged row is not written again.
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index course_organisation on course (organisation_id);
create index course_platform on course (platform_id);
create index course_confirmed on course (confirmed_on desc, id);
create index course_sample on course (id) where sample;

-- One row. Every transaction that changes the catalogue raises it; the search index of each process follows it.
create table catalogue_version (
  singleton boolean primary key default true check (singleton),
  version bigint not null
);
insert into catalogue_version (version) values (0);

create table import_run (
  id bigint generated always as identity primary key,
  source text not null,
  kind text not null,
  file_name text not null,
  read integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  skipped integer not null,
  finished_at timestamptz not null
);
