-- outreach: why a submitted broadcast was given back, for its author; gone once it is submitted again.
alter table broadcast add column return_word text;
-- Why it may skip quiet hours and the daily cap.
alter table broadcast add column emergency_reason text
  check (emergency_reason in ('safety', 'weather', 'last_minute', 'other'));
