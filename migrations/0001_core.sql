-- Values the program makes for itself once and all replicas share.
create table secret (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);

-- Who may do a thing that one process at a time should do. The fence grows with every new owner.
create table lease (
  name text primary key,
  owner text not null,
  until timestamptz not null,
  fence bigint not null default 1
);

-- learners: an account is a person; under it are the learners that person looks after, oneself first.
create table account (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default now()
);

create table identity (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  channel text not null,
  external_id text not null,
  unreachable_since timestamptz,
  created_at timestamptz not null default now(),
  unique (channel, external_id)
);
create index identity_account on identity (account_id);

create table learner (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  relation text not null default 'self' check (relation in ('self', 'child', 'parent', 'relative')),
  created_at timestamptz not null default now()
);
create index learner_account on learner (account_id);

-- conversation
create table conversation (
  id bigint generated always as identity primary key,
  channel text not null,
  chat text not null,
  account_id bigint not null references account (id),
  learner_id bigint not null references learner (id),
  -- The language the person chose; null while it follows their messages.
  locale text check (locale in ('vi', 'en')),
  state jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (channel, chat)
);
create index conversation_account on conversation (account_id);
create index conversation_learner on conversation (learner_id);

-- One row per accepted update: the claim that makes a repeat harmless, and the person's side of the history.
create table turn (
  id bigint generated always as identity primary key,
  channel text not null,
  update_key text not null,
  conversation_id bigint references conversation (id),
  learner_id bigint references learner (id),
  content jsonb not null,
  received_at timestamptz not null,
  outcome text check (outcome in ('answered', 'set_aside')),
  unique (channel, update_key)
);
create index turn_conversation on turn (conversation_id, id);
create index turn_learner on turn (learner_id);
create index turn_received on turn (received_at);

-- Attempts that failed, counted outside the turn's own transaction. Codes only: no text of the person.
create table turn_failure (
  channel text not null,
  update_key text not null,
  attempts integer not null,
  problem text not null,
  last_at timestamptz not null,
  set_aside_at timestamptz,
  primary key (channel, update_key)
);

-- delivery: everything that leaves, one row per recipient and message.
create table delivery (
  id bigint generated always as identity primary key,
  unique_key text not null unique,
  channel text not null,
  chat text not null,
  conversation_id bigint references conversation (id),
  learner_id bigint references learner (id),
  turn_id bigint references turn (id),
  -- 0 reply, 1 reminder, 2 broadcast: smaller goes first.
  lane smallint not null check (lane between 0 and 2),
  status text not null check (status in
    ('pending', 'sending', 'sent', 'failed', 'blocked', 'unconfirmed', 'skipped', 'superseded')),
  -- 'response': shown by the answer to the person's own request; 'sender': carried by the sender.
  via text not null check (via in ('response', 'sender')),
  message jsonb not null,
  due_at timestamptz not null,
  not_after timestamptz,
  attempts integer not null default 0,
  claimed_by text,
  claimed_until timestamptz,
  sent_at timestamptz,
  platform_message_id text,
  error_code text,
  created_at timestamptz not null
);
create index delivery_due on delivery (channel, lane, due_at, id) where status = 'pending';
create index delivery_chat_open on delivery (channel, chat, lane, id) where status in ('pending', 'sending');
create index delivery_claimed on delivery (claimed_until) where status = 'sending';
create index delivery_conversation on delivery (conversation_id, id);
create index delivery_turn on delivery (turn_id);
create index delivery_learner on delivery (learner_id);
create index delivery_created on delivery (created_at);
