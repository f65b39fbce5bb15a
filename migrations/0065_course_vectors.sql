-- discovery: what an embedding model makes of the words of each course, kept as long as those stay the same. Filled by one process and read by
-- all, each of which asks for what came after the last stamp it has seen. A vector is whole numbers of one byte each; its length means nothing.
create table course_vector (
  course_id bigint primary key references course (id) on delete cascade,
  -- The course's version when its words were looked at last.
  course_version bigint not null,
  model text not null,
  -- SHA-256 of the words.
  hash bytea not null,
  vector bytea not null,
  stamp bigint not null
);
create index course_vector_stamp on course_vector (stamp);
create index course_vector_hash on course_vector (hash);
