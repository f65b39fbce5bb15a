-- learners: when everything of an account will be erased; until then the person may change their mind.
alter table account add column erase_at timestamptz;
create index account_to_erase on account (erase_at) where erase_at is not null;
