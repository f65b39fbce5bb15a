-- opportunities: scholarships and internships that a learner saved, or began to apply for; their deadline is brought to mind.
create table opportunity_mark (
  learner_id bigint not null references learner (id),
  offer_kind text not null check (offer_kind in ('scholarship', 'internship')),
  offer_id bigint not null,
  kind text not null check (kind in ('saved', 'began')),
  marked_at timestamptz not null,
  reminded_at timestamptz,
  primary key (learner_id, offer_kind, offer_id)
);
create index opportunity_mark_offer on opportunity_mark (offer_kind, offer_id) where reminded_at is null;
create index opportunity_mark_age on opportunity_mark (marked_at);
create index scholarship_deadline on scholarship (deadline) where deadline is not null;
create index internship_deadline on internship (deadline) where deadline is not null;

-- outreach: a deadline is a reason to write.
alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check
  check (kind in ('start', 'alert', 'follow_up', 'lesson', 'learning_pause', 'deadline'));

-- opportunities: what interns said of an organisation, as sums that say nothing of anybody.
alter table internship add column rating_sum integer not null default 0 check (rating_sum >= 0);
alter table internship add column rating_count integer not null default 0 check (rating_count >= 0);

-- applications: what both sides say after an internship; each once.
alter table application add column learner_rating smallint check (learner_rating between 1 and 5);
alter table application add column learner_comment text;
alter table application add column learner_rated_at timestamptz;
alter table application add column organisation_rating smallint check (organisation_rating between 1 and 5);
alter table application add column organisation_comment text;
alter table application add column organisation_rated_at timestamptz;
alter table application add column feedback_asked_at timestamptz;
alter table application drop constraint application_news_check;
alter table application add constraint application_news_check check (news in ('question', 'accepted', 'refused', 'feedback'));
create index application_feedback on application (internship_id) where status = 'accepted' and feedback_asked_at is null;
