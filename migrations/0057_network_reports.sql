-- access: that the network is weak, counted by ward and month without anybody. Who has counted is known by a hash until the month is over,
-- so that nobody counts twice; its salt goes with it, and then no hash can be made again.
create table network_report (
  month date not null,
  ward text not null,
  people integer not null check (people > 0),
  primary key (month, ward)
);
create table network_month (
  month date primary key,
  salt text not null
);
create table network_reporter (
  month date not null references network_month (month) on delete cascade,
  ward text not null,
  person_hash text not null,
  primary key (month, ward, person_hash)
);
