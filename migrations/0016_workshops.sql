-- workshops: what the city holds, and who has a seat.
create table workshop_series (
  id bigint generated always as identity primary key,
  every text not null check (every in ('week', 'month')),
  interval_count smallint not null check (interval_count between 1 and 52),
  created_at timestamptz not null
);

create table workshop (
  id bigint generated always as identity primary key,
  public_id text not null unique,
  -- The file or partner a row was imported from; null: made by staff.
  source text,
  title text not null,
  description text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text,
  ward text,
  online_url text,
  -- Null: no limit.
  capacity integer check (capacity >= 0),
  organisation_id bigint references organisation (id) on delete set null,
  topics text[] not null default '{}',
  audience text[] not null default '{}',
  wheelchair boolean,
  language text,
  series_id bigint references workshop_series (id),
  status text not null default 'planned' check (status in ('planned', 'cancelled')),
  cancel_reason text,
  sample boolean not null default false,
  -- Grows with every change that a calendar must take over.
  sequence integer not null default 0,
  -- SHA-256 of the row as it was imported; null: made by staff.
  content_hash text,
  author_id bigint references staff_member (id),
  -- The start for which the reminders were made: a moved workshop gets its own.
  day_reminded_for timestamptz,
  hours_reminded_for timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at)
);
create index workshop_starts on workshop (starts_at);
create index workshop_organisation on workshop (organisation_id);
create index workshop_series_members on workshop (series_id, starts_at) where series_id is not null;
create index workshop_author on workshop (author_id);
create index workshop_sample on workshop (id) where sample;

-- One row a learner and workshop, whatever became of it; without a learner, somebody who came without registering.
create table workshop_registration (
  id bigint generated always as identity primary key,
  workshop_id bigint not null references workshop (id) on delete cascade,
  learner_id bigint references learner (id),
  -- 'taken' and 'offered' hold a seat.
  state text not null check (state in ('taken', 'waiting', 'offered', 'cancelled', 'expired', 'declined')),
  -- Said or shown at the door.
  code text not null unique,
  needs text[] not null default '{}',
  needs_text text check (length(needs_text) <= 200),
  registered_at timestamptz not null,
  -- The order of the waiting list.
  waiting_since timestamptz,
  offered_at timestamptz,
  offer_until timestamptz,
  taken_at timestamptz,
  cancelled_at timestamptz,
  checked_in_at timestamptz,
  -- Came without a seat: counted apart, it takes nobody's.
  walk_in boolean not null default false,
  -- Of somebody who came without registering: the name as noted at the door.
  name text check (length(name) <= 100),
  rating smallint check (rating between 1 and 5),
  comment text check (length(comment) <= 500),
  rated_at timestamptz,
  certificate_name text check (length(certificate_name) <= 100),
  certificate_code text unique,
  certificate_at timestamptz,
  -- Grows with every change of state.
  version integer not null default 1,
  noted_at timestamptz not null,
  unique (workshop_id, learner_id),
  check (learner_id is not null or walk_in),
  check ((state = 'offered') = (offer_until is not null)),
  check ((state = 'waiting') = (waiting_since is not null))
);
create index workshop_registration_state on workshop_registration (workshop_id, state);
create index workshop_registration_learner on workshop_registration (learner_id);
create index workshop_registration_queue on workshop_registration (workshop_id, waiting_since, id) where state = 'waiting';
create index workshop_registration_offers on workshop_registration (offer_until) where state = 'offered';
create index workshop_registration_checked_in on workshop_registration (checked_in_at) where checked_in_at is not null;

-- What is to be said to who registered. The key is what keeps anybody from being told twice.
create table workshop_notice (
  id bigint generated always as identity primary key,
  registration_id bigint not null references workshop_registration (id) on delete cascade,
  kind text not null check (
    kind in ('offer', 'offer_over', 'changed', 'cancelled', 'reminder_day', 'reminder_hours', 'feedback')),
  -- Which offer, change or start it is about.
  version bigint not null,
  facts jsonb not null default '{}',
  made_at timestamptz not null,
  -- Not before: outside the quiet hours.
  due_at timestamptz not null,
  -- Nobody wants to hear it later than that.
  not_after timestamptz not null,
  -- When it was said, or found to be of no use any more.
  settled_at timestamptz,
  unique (registration_id, kind, version)
);
create index workshop_notice_due on workshop_notice (due_at, id) where settled_at is null;

-- Scans at the door, each sent with an id of its own: one that is sent again, hours later, does nothing again.
create table workshop_scan (
  request_id text primary key,
  registration_id bigint not null references workshop_registration (id) on delete cascade,
  outcome text not null,
  scanned_at timestamptz not null
);
create index workshop_scan_registration on workshop_scan (registration_id);
