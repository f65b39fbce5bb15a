-- catalogue: kinds of work that were imported, beside those of content/taxonomy/occupations. Skills are kept as they were written, since which
-- concept a name means may change with the taxonomy; the order is that of learning.
create table occupation (
  -- The title, folded: an occupation is known by its name.
  id text primary key,
  source text not null,
  title text not null,
  title_en text,
  skills text[] not null,
  synonyms text[] not null default '{}',
  esco text,
  sample boolean not null default false,
  content_hash text not null,
  updated_at timestamptz not null default now()
);
-- catalogue: how many openings asked for a skill in a month. skill_key is the name folded, so that two spellings are one.
create table skill_demand (
  month date not null check (extract(day from month) = 1),
  skill_key text not null,
  source text not null,
  skill text not null,
  postings integer not null check (postings >= 0),
  sample boolean not null default false,
  content_hash text not null,
  primary key (month, skill_key)
);
create index skill_demand_key on skill_demand (skill_key, month);
