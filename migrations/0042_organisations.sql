-- catalogue: what a file of organisations says of one beside its name. An organisation that only courses and workshops named has none.
create table organisation_detail (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  -- Which file the row belongs to: only the same source may change it.
  source text not null,
  -- Deferred: two rows of a file may change places.
  organisation_id bigint not null unique deferrable initially deferred references organisation (id) on delete cascade,
  kind text check (kind in ('university', 'training_centre', 'company', 'business', 'non_profit', 'library', 'public')),
  ward text,
  contact text,
  url text,
  description text,
  sample boolean not null default false,
  -- SHA-256 of the row as it was imported: an unchanged row is not written again.
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organisation_detail_sample on organisation_detail (id) where sample;

-- insights: figures of years before this program counted.
create table yearly_history (
  id bigint generated always as identity primary key,
  -- The year, as the id of every imported row.
  public_id text not null unique,
  source text not null,
  year smallint not null unique,
  courses integer not null check (courses >= 0),
  participants integer not null check (participants >= 0),
  sample boolean not null default false,
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index yearly_history_sample on yearly_history (id) where sample;
