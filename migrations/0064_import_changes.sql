-- catalogue: what an import of courses changed, row by row; the newest twenty of a source are kept.
create table import_report (
  id bigint generated always as identity primary key,
  -- The run, once it is completed.
  run_id bigint unique references import_run (id) on delete cascade,
  kind text not null,
  source text not null,
  file_name text not null,
  staff_id bigint,
  began_at timestamptz not null,
  finished_at timestamptz,
  added integer not null default 0,
  changed integer not null default 0,
  -- Listed again by their source.
  relisted integer not null default 0,
  -- No longer listed by it; null where the file need not be the whole list.
  missing integer,
  unchanged integer not null default 0,
  -- Lines that are kept; further changes are in the counts only.
  lines integer not null default 0
);
create index import_report_source on import_report (source, id);
create index import_report_age on import_report (began_at);

create table import_change (
  report_id bigint not null references import_report (id) on delete cascade,
  position integer not null,
  change text not null check (change in ('added', 'changed', 'relisted', 'missing')),
  public_id text not null,
  title text not null,
  -- [{field, from, to}], the most important first; values are shortened.
  fields jsonb not null default '[]',
  primary key (report_id, position)
);
