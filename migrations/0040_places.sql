-- access: where one can learn, get on the network, use a computer or borrow one.
create table place (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  -- Which file or partner the row belongs to: only the same source may change it.
  source text not null,
  name text not null,
  kind text not null check (kind in ('library', 'learning_centre', 'wifi', 'computer_room', 'device_lending')),
  ward text not null,
  address text,
  latitude double precision,
  longitude double precision,
  -- In the syntax of OpenStreetMap, as written; and the same, read, with minutes since midnight by day.
  opening_hours text,
  opening_times jsonb,
  equipment text[] not null default '{}',
  wifi boolean,
  wheelchair boolean,
  phone text,
  confirmed_on date not null,
  sample boolean not null default false,
  content_hash text not null,
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index place_ward on place (ward);
create index place_sample on place (id) where sample;
