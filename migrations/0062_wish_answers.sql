-- insights: what the city did about a wish that nothing fitted. Public: staff write it for residents to read.
create table wish_answer (
  id bigint generated always as identity primary key,
  -- A subject of the taxonomy.
  topic text not null,
  kind text not null check (kind in ('asked', 'planned', 'opened', 'refused')),
  note text not null check (length(note) between 1 and 300),
  staff_id bigint not null references staff_member (id),
  answered_at timestamptz not null,
  withdrawn_at timestamptz
);
create index wish_answer_topic on wish_answer (topic, id) where withdrawn_at is null;
