-- learners: what a learner can already do, told beside a path to an occupation. The kinds and their values stand in src/learners/profile.ts.
alter table profile_fact drop constraint profile_fact_kind_check;
alter table profile_fact add constraint profile_fact_kind_check check (kind in (
  'place', 'times', 'budget', 'device', 'data', 'wheelchair', 'role', 'age_band',
  'interests', 'goal', 'level', 'language', 'disability', 'phone', 'address', 'speech', 'skills'));
