-- staff: signing in to the console. The tables staff_user to staff_rate_limit are written by better-auth, whose names of columns they keep.

-- A member's one sign-in link: a new one takes the place of the old. Only its SHA-256 is kept.
create table staff_link (
  staff_id bigint primary key references staff_member (id),
  token_hash text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Whoever wants a link asks for it on the sign-in page; colleagues with admin rights see that they wait.
alter table staff_member add column link_asked_at timestamptz;

-- A member who has signed in. The id is the member's; removing the member removes this and all that hangs on it.
create table staff_user (
  id text primary key,
  member_id bigint not null unique references staff_member (id),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table staff_session (
  id text primary key,
  user_id text not null references staff_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  -- When it was last used, to the minute.
  updated_at timestamptz not null
);
create index staff_session_user on staff_session (user_id);

-- Ways to sign in besides a link; there are none, but better-auth asks.
create table staff_account (
  id text primary key,
  user_id text not null references staff_user (id) on delete cascade,
  -- The library's accountId; the name here would be taken for an account of a learner.
  external_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_account_user on staff_account (user_id);

-- Sign-ins that wait for the second factor.
create table staff_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index staff_verification_identifier on staff_verification (identifier);
create index staff_verification_expires on staff_verification (expires_at);

-- Secret and backup codes are encrypted with a key of the table secret.
create table staff_two_factor (
  id text primary key,
  user_id text not null references staff_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create unique index staff_two_factor_user on staff_two_factor (user_id);

create table staff_rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  -- Milliseconds since 1970.
  last_request bigint not null
);
