-- catalogue: one row a kind of file; every transaction that changes rows of the kind raises it, and what holds them in memory follows it.
create table kind_version (
  kind text primary key,
  version bigint not null
);

-- opportunities: scholarships. An empty list or null sets no condition.
create table scholarship (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  -- Which file or partner the row belongs to: only the same source may change it.
  source text not null,
  organisation_id bigint not null references organisation (id),
  title text not null,
  description text,
  url text,
  deadline date,
  amount_vnd bigint check (amount_vnd >= 0),
  age_from smallint check (age_from >= 0),
  age_to smallint check (age_to >= age_from),
  wards text[] not null default '{}',
  income text[] not null default '{}',
  -- True: only for persons with disabilities.
  disability boolean,
  occupation_status text[] not null default '{}',
  levels text[] not null default '{}',
  seats integer check (seats >= 0),
  sample boolean not null default false,
  -- SHA-256 of the row as it was imported: an unchanged row is not written again.
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index scholarship_organisation on scholarship (organisation_id);
create index scholarship_sample on scholarship (id) where sample;

-- opportunities: internships and real projects.
create table internship (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  source text not null,
  organisation_id bigint not null references organisation (id),
  title text not null,
  ward text,
  skills text[] not null default '{}',
  description text,
  hours_per_week double precision check (hours_per_week >= 0),
  -- A month; 0: unpaid.
  pay_vnd bigint check (pay_vnd >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  seats integer check (seats >= 0),
  deadline date,
  url text,
  sample boolean not null default false,
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index internship_organisation on internship (organisation_id);
create index internship_sample on internship (id) where sample;
