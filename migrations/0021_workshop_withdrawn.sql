-- Staff may cancel somebody's registration; the person is told.
alter table workshop_notice drop constraint workshop_notice_kind_check;
alter table workshop_notice add constraint workshop_notice_kind_check check (
  kind in ('offer', 'offer_over', 'changed', 'cancelled', 'withdrawn', 'reminder_day', 'reminder_hours', 'feedback'));
