-- opportunities, access: an organisation takes an offer of its own out of the answers for a while; a file does not bring it back.
alter table scholarship add column hidden_at timestamptz;
alter table internship add column hidden_at timestamptz;
alter table place add column hidden_at timestamptz;
-- Whose place it is, where an organisation keeps it itself.
alter table place add column if not exists organisation_id bigint references organisation (id) on delete set null;
create index if not exists place_organisation on place (organisation_id);

-- imports: a file that an organisation sent; rows of others are refused.
alter table import_upload add column organisation_id bigint references organisation (id) on delete cascade;
create index import_upload_organisation on import_upload (organisation_id);

-- workshops: what an organisation would like to hold, until the city says yes.
create table workshop_proposal (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation (id) on delete cascade,
  author_id bigint references staff_member (id),
  title text not null,
  -- What a workshop is made of, as it will be made.
  input jsonb not null,
  state text not null default 'submitted' check (state in ('submitted', 'approved', 'returned', 'withdrawn')),
  note text check (length(note) <= 500),
  decided_by bigint references staff_member (id),
  decided_at timestamptz,
  workshop_id bigint references workshop (id) on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index workshop_proposal_organisation on workshop_proposal (organisation_id, id);
create index workshop_proposal_waiting on workshop_proposal (id) where state = 'submitted';
create index workshop_proposal_author on workshop_proposal (author_id);
create index workshop_proposal_decided_by on workshop_proposal (decided_by);
create index workshop_proposal_workshop on workshop_proposal (workshop_id);
