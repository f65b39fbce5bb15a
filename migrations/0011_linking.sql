-- How the account's person calls the learner.
alter table learner add column name text check (char_length(name) between 1 and 40);
-- A learner that was joined to another one and holds nothing any more; kept for a day, so that it can be undone. Checked at the
-- commit: a backup brings the rows back in any order.
alter table learner add column merged_into bigint references learner (id) deferrable initially deferred;
create index learner_merged_into on learner (merged_into) where merged_into is not null;

create table linking_code (
  id bigint generated always as identity primary key,
  -- One code an account: a new one takes the place of the earlier.
  account_id bigint not null unique references account (id),
  -- Whom it gives: oneself joins two accounts, a relative is handed over to their own.
  learner_id bigint not null references learner (id),
  -- HMAC-SHA256 of the code.
  code_hash text not null unique,
  expires_at timestamptz not null
);
create index linking_code_learner on linking_code (learner_id);

create table linking_attempt (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  at timestamptz not null
);
create index linking_attempt_account on linking_attempt (account_id, at);
create index linking_attempt_at on linking_attempt (at);

-- Wrong codes of everybody by the hour; it names nobody, so that erasing an account does not give new tries.
create table linking_brake (
  hour timestamptz primary key,
  wrong integer not null
);

create table account_link (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  learner_id bigint not null references learner (id),
  joined_account_id bigint not null unique references account (id),
  joined_learner_id bigint not null unique references learner (id),
  -- What came from the joined learner and what gave way, by table: what undoing needs.
  moved jsonb not null,
  joined_at timestamptz not null,
  undo_until timestamptz not null
);
create index account_link_account on account_link (account_id, id);
create index account_link_learner on account_link (learner_id);
create index account_link_undo on account_link (undo_until);
