-- tutor: what is read for each question and by retention is found by an index. Numbers of questions begin again after a restore, so that a number
-- alone names no exchange.
drop index tutor_message_question;
create index tutor_message_question on tutor_message (question_id);
create index tutor_message_answers on tutor_message (said_at) where author = 'tutor';
create index tutor_question_learner on tutor_question (learner_id, charged_on);
create index tutor_summary_age on tutor_summary (updated_at);
drop index tutor_question_conversation;
