-- partners: what an organisation and the city have agreed on. No row is about a person.
create table agreement (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation (id),
  kind text not null check (kind in ('curricula', 'resources', 'scholarships', 'places')),
  goal text not null check (length(goal) between 1 and 500),
  starts_on date not null,
  -- Null: until one of both ends it.
  ends_on date check (ends_on >= starts_on),
  organisation_gives text check (length(organisation_gives) <= 2000),
  city_gives text check (length(city_gives) <= 2000),
  status text not null default 'draft' check (status in ('draft', 'active', 'ended')),
  sample boolean not null default false,
  author_id bigint references staff_member (id) on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index agreement_organisation on agreement (organisation_id);
create index agreement_author on agreement (author_id);
