-- delivery: the platform's id of the message that this one takes the place of, where the channel can edit.
alter table delivery add column replaces text;
-- delivery: the row goes as soon as it is over; it answers somebody who asked to be forgotten.
alter table delivery add column forget boolean not null default false;

-- delivery: a platform asked the whole bot to be silent until then; all replicas obey.
create table channel_pause (
  channel text primary key,
  until timestamptz not null,
  reason text not null
);

-- delivery: messages a bot has sent in a calendar month, city time, against its plan.
create table channel_usage (
  channel text not null,
  month date not null,
  messages integer not null default 0,
  primary key (channel, month)
);
