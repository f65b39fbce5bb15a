-- delivery: one message to many. Its rows in delivery carry neither text nor key: a million of them must be cheap.
create table delivery_batch (
  id bigint generated always as identity primary key,
  -- 'announcement' is a message to people; 'edit' and 'removal' change what another batch has brought.
  kind text not null check (kind in ('announcement', 'edit', 'removal')),
  changes bigint references delivery_batch (id),
  -- planning ──> open <──> held, and from each of them to ended. Rows are sent while it is open.
  state text not null check (state in ('planning', 'open', 'held', 'ended')),
  -- Why what had not left did not, once it is ended.
  ended_as text check (ended_as in ('done', 'cancelled', 'too_late')),
  -- What is said, before it is written for one person; versions count from 1.
  message jsonb not null,
  version smallint not null default 1,
  -- Taken back: whoever looks at it later reads that it was.
  withdrawn boolean not null default false,
  not_before timestamptz not null,
  not_after timestamptz,
  -- Quiet hours and the daily cap do not hold for it. Consent always does.
  skips_limits boolean not null default false,
  -- Its rows lie between these two.
  first_id bigint,
  last_id bigint,
  -- Every row counts in recipients, and in one of these once its fate is known; changed in the statement that changes the row.
  recipients integer not null default 0,
  sent integer not null default 0,
  failed integer not null default 0,
  blocked integer not null default 0,
  unconfirmed integer not null default 0,
  skipped integer not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'ended') = (ended_as is not null)),
  check ((kind = 'announcement') = (changes is null))
);
create index delivery_batch_changes on delivery_batch (changes) where changes is not null;
create index delivery_batch_going on delivery_batch (id) where state <> 'ended';

-- Nothing that changes with every message is indexed here: the row stays in its place.

-- How many of a batch were sent in each of the last seconds.
create table delivery_batch_second (
  batch_id bigint not null references delivery_batch (id),
  second timestamptz not null,
  sent integer not null,
  primary key (batch_id, second)
);

alter table delivery
  add column batch_id bigint,
  -- Which version of the batch's message was sent.
  add column batch_version smallint,
  alter column unique_key drop not null,
  alter column message drop not null,
  add check (batch_id is not null or unique_key is not null and message is not null);

-- Indexes that a row of a batch does not need leave it out: it has four, others keep theirs.
alter table delivery drop constraint delivery_unique_key_key;
create unique index delivery_key on delivery (unique_key) where unique_key is not null;
drop index delivery_due;
create index delivery_due on delivery (channel, lane, due_at, id) where status = 'pending' and batch_id is null;
drop index delivery_chat_open;
create index delivery_chat_open on delivery (channel, chat, lane, id)
  where status in ('pending', 'sending') and batch_id is null;
drop index delivery_turn;
create index delivery_turn on delivery (turn_id) where turn_id is not null;
drop index delivery_learner;
create index delivery_learner on delivery (learner_id) where learner_id is not null;
drop index delivery_created;
create index delivery_created on delivery (created_at) where batch_id is null;
-- Nobody hears of a batch twice, and what a conversation heard today is found at once.
create unique index delivery_batch_once on delivery (conversation_id, batch_id) where batch_id is not null;
create index delivery_batch_due on delivery (batch_id, channel, due_at, id) where status = 'pending' and batch_id is not null;
