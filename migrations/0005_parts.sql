-- delivery: how many parts of a message too long for one have arrived; the next try goes on after them.
alter table delivery add column parts_sent smallint not null default 0;
