-- Indexes follow single changes by the versions of rows. A row that is gone has none: the version at which courses were last taken away.
alter table catalogue_version add column removed_at bigint not null default 0;
-- `version` is when a course was last news; closing or hiding it is none, but every index must hear of it.
alter table course add column change_version bigint not null default 0;
create index course_change on course (change_version) where change_version > 0;
