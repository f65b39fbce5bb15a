-- What was typed goes after ninety days: found without reading every attempt.
create index attempt_answered on attempt (at) where answer is not null;
