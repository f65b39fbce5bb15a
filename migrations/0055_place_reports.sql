-- access: what the city's staff say of a place beside the file it came from. A file that comes again changes none of it.
alter table place add column closed_at timestamptz;
alter table place add column lends boolean not null default false;
-- Whose place it is: its people keep what can be borrowed there.
alter table place add column organisation_id bigint references organisation (id) on delete set null;
update place set lends = true where kind = 'device_lending';
create index place_organisation on place (organisation_id) where organisation_id is not null;

-- access: what people say is wrong with a place; one row a learner and place, so that nobody counts twice.
create table place_report (
  learner_id bigint not null references learner (id),
  place_id bigint not null references place (id) on delete cascade,
  reasons text[] not null,
  -- What was said besides, freed of contacts.
  words text,
  reported_at timestamptz not null,
  outcome text check (outcome in ('corrected', 'closed', 'dismissed')),
  settled_at timestamptz,
  settled_by bigint,
  told_at timestamptz,
  primary key (learner_id, place_id)
);
create index place_report_open on place_report (place_id, reported_at) where settled_at is null;
create index place_report_untold on place_report (settled_at) where settled_at is not null and told_at is null;
