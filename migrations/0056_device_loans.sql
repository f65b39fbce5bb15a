-- access: what can be borrowed at a place, by kind of device.
create table device_stock (
  id bigint generated always as identity primary key,
  place_id bigint not null references place (id) on delete cascade,
  device text not null check (device in ('laptop', 'tablet', 'phone', 'sim_4g', 'router_4g')),
  total integer not null check (total between 0 and 10000),
  loan_days integer not null check (loan_days between 1 and 365),
  unique (place_id, device)
);

-- access: who borrows. waiting -> offered (48 hours to fetch it) -> lent -> returned; or expired, cancelled, withdrawn by the lender.
create table device_loan (
  id bigint generated always as identity primary key,
  stock_id bigint not null references device_stock (id) on delete cascade,
  -- Null once the person is erased while the device is still out: it stays counted until it is back.
  learner_id bigint references learner (id),
  state text not null check (state in ('waiting', 'offered', 'lent', 'returned', 'expired', 'cancelled', 'withdrawn')),
  call_name text,
  phone text,
  consent_text_hash text not null,
  consent_text_version text not null,
  asked_at timestamptz not null,
  -- It came from the queue, so that its person must be told.
  from_queue boolean not null default false,
  offer_until timestamptz,
  lent_at timestamptz,
  due_on date,
  extended_at timestamptz,
  ended_at timestamptz
);
create index device_loan_stock on device_loan (stock_id, state);
create index device_loan_learner on device_loan (learner_id);
create index device_loan_offer on device_loan (offer_until) where state = 'offered';
create index device_loan_due on device_loan (due_on) where state = 'lent';
create index device_loan_ended on device_loan (ended_at) where ended_at is not null;

-- access: what a borrower was told, so that nothing is said twice.
create table device_loan_told (
  loan_id bigint not null references device_loan (id) on delete cascade,
  kind text not null check (kind in ('turn', 'turn_over', 'due_soon', 'due_tomorrow', 'late')),
  -- Of a turn 0, of a due date its days since 1970, of a late one besides the week.
  version bigint not null,
  told_at timestamptz not null,
  primary key (loan_id, kind, version)
);
