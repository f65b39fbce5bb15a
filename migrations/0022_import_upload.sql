-- catalogue: who imported in the console; null for the command.
alter table import_run add column staff_id bigint references staff_member (id);

-- imports: a file that staff sent for importing. It lies here, not on a disk, so that any replica can go on with it; it goes with
-- its bytes an hour after it was last touched.
--
--   uploading ──> checking ──> checked ──> importing ──> done
--                     └──> refused   └──> refused
create table import_upload (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff_member (id),
  kind text not null,
  file_name text not null,
  source text not null,
  sheet text,
  bytes bigint not null default 0,
  state text not null default 'uploading' check (state in ('uploading', 'checking', 'checked', 'importing', 'done', 'refused')),
  skips_bad boolean not null default false,
  -- What checking or importing found: counts, columns, first rows; or why the file was refused.
  result jsonb,
  problems jsonb not null default '[]',
  refusal text,
  -- How far the work under way is, in hundredths and rows.
  percent smallint not null default 0,
  rows integer not null default 0,
  -- Who works on it, until when unless renewed.
  worker text,
  worker_until timestamptz,
  expires_at timestamptz not null
);
create index import_upload_due on import_upload (id) where state in ('checking', 'importing');

create table import_upload_piece (
  upload_id bigint not null references import_upload (id) on delete cascade,
  position integer not null,
  content bytea not null,
  primary key (upload_id, position)
);
