-- outreach: what staff announce. A draft is written by one member and approved by another; from then on a batch of delivery carries it.
create table broadcast (
  id bigint generated always as identity primary key,
  title text not null,
  -- {"vi": …, "en"?: …}
  text jsonb not null,
  choices jsonb not null default '[]',
  audience jsonb not null,
  -- Public id of the workshop to register for.
  workshop text,
  not_before timestamptz,
  not_after timestamptz,
  -- Skips quiet hours and the daily cap, never consent.
  emergency boolean not null default false,
  -- draft ──> submitted ──> approved <──> paused; approved and paused ──> cancelled; each that was approved ──> recalled.
  status text not null check (status in ('draft', 'submitted', 'approved', 'paused', 'cancelled', 'recalled')),
  -- The step that led here: the same one again changes nothing.
  last_step text not null,
  author_id bigint not null references staff_member (id),
  edited_by bigint not null references staff_member (id),
  submitted_by bigint references staff_member (id),
  submitted_at timestamptz,
  -- SHA-256 of what was submitted: what is approved is what was read.
  content_hash text,
  approved_by bigint references staff_member (id),
  approved_at timestamptz,
  batch_id bigint unique references delivery_batch (id),
  -- Accounts after this id, up to that one, are still to be added to the batch.
  plan_after bigint,
  plan_until bigint,
  -- People it would have reached when that was last counted.
  estimate integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((status in ('draft', 'submitted')) = (batch_id is null)),
  check (status <> 'submitted' or content_hash is not null),
  check (approved_by is null or approved_by <> author_id)
);
create index broadcast_planning on broadcast (id) where plan_after < plan_until;
create index broadcast_author on broadcast (author_id);

-- What changes a broadcast's messages after they have come: a corrected text, or taking it back.
create table broadcast_change (
  id bigint generated always as identity primary key,
  broadcast_id bigint not null references broadcast (id),
  batch_id bigint not null unique references delivery_batch (id),
  kind text not null check (kind in ('correct', 'recall')),
  -- Messages after this row of delivery are still to be changed; null when all are.
  plan_after bigint,
  made_at timestamptz not null
);
create index broadcast_change_broadcast on broadcast_change (broadcast_id);
create index broadcast_change_planning on broadcast_change (id) where plan_after is not null;

-- How often each link was opened: by whom is not kept.
create table broadcast_open (
  broadcast_id bigint not null references broadcast (id),
  choice smallint not null,
  opens integer not null,
  primary key (broadcast_id, choice)
);

-- Answers to a poll: one a person, the newest counts. The learner is the person's own, whoever they look after.
create table broadcast_vote (
  broadcast_id bigint not null references broadcast (id),
  learner_id bigint not null references learner (id),
  choice smallint not null,
  voted_at timestamptz not null,
  primary key (learner_id, broadcast_id)
);
create index broadcast_vote_broadcast on broadcast_vote (broadcast_id, choice);
