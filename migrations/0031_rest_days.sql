-- learning: the day of a week on which a learner took the week's free pass.
create table rest_day (
  learner_id bigint not null references learner (id),
  monday date not null,
  day date not null check (day >= monday and day < monday + 7),
  noted_at timestamptz not null,
  primary key (learner_id, monday)
);

-- outreach: until when nothing comes by itself for the person of a learner's account, after a message that told of danger. What was
-- written is not kept here, and the row goes once that time is over.
create table reminder_calm (
  learner_id bigint primary key references learner (id),
  until timestamptz not null,
  noted_at timestamptz not null
);
