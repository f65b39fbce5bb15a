-- learning: when staff said that an answer was right after all.
alter table attempt add column regraded_at timestamptz;

-- inbox: a learner disagrees with how an answer was judged.
alter table inbox_case drop constraint inbox_case_kind_check;
alter table inbox_case add constraint inbox_case_kind_check
  check (kind in ('hand_over', 'feedback', 'wrong_information', 'danger', 'grade'));
-- The item and the attempt it is about, and what was asked and taken for right then: lessons change. What was answered is a message of the case.
alter table inbox_case add column item text, add column attempt_id bigint, add column grade jsonb;
alter table inbox_case add constraint inbox_case_grade_check
  check ((kind = 'grade') = (grade is not null and item is not null and attempt_id is not null));
create unique index inbox_case_grade on inbox_case (learner_id, item) where kind = 'grade' and status <> 'closed';
create index inbox_case_attempt on inbox_case (attempt_id) where kind = 'grade';
