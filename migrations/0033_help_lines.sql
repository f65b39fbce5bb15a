-- tutor: telephone numbers that people in danger are given. Staff keep them; one that nobody rang lately is marked in the console.
create table help_line (
  id bigint generated always as identity primary key,
  number text not null check (number ~ '^[0-9 ]{3,20}$'),
  name_vi text not null,
  name_en text not null,
  note_vi text not null default '',
  note_en text not null default '',
  hours_vi text not null default '',
  hours_en text not null default '',
  -- The kind of danger that it is named in; both when null.
  concerns text check (concerns in ('suicide', 'violence')),
  position integer not null,
  -- When somebody last rang it, or read it on its owner's page.
  verified_on date,
  is_shown boolean not null
);
insert into help_line (number, name_vi, name_en, note_vi, note_en, hours_vi, hours_en, concerns, position, verified_on, is_shown) values
  ('115', 'cấp cứu', 'ambulance', 'khi bạn hay ai đó bị thương hoặc nguy hiểm tính mạng', 'if you or anybody is hurt or in danger of life', 'ngày đêm', 'day and night', null, 1, null, true),
  ('111', 'bảo vệ trẻ em', 'child protection', 'nếu bạn dưới 16 tuổi hoặc thấy trẻ em gặp nguy, miễn phí', 'if you are under 16 or see a child in danger, free', 'ngày đêm', 'day and night', null, 2, null, true),
  ('113', 'công an', 'police', 'khi có người đang làm hại bạn', 'if somebody is hurting you', 'ngày đêm', 'day and night', null, 3, null, true),
  ('1900 1267', 'Bệnh viện Tâm thần Thành phố', 'the city''s psychiatric hospital', 'có tính cước', 'charged', '', '', 'suicide', 4, null, false),
  ('096 306 1414', 'đường dây Ngày Mai', 'Ngày Mai line', '', '', '13:00–20:30, thứ Tư đến Chủ nhật', '13:00–20:30, Wednesday to Sunday', 'suicide', 5, null, false);

-- inbox: somebody may be in danger. Such a case quotes nothing; it says that and where.
alter table inbox_case drop constraint inbox_case_kind_check;
alter table inbox_case add constraint inbox_case_kind_check check (kind in ('hand_over', 'feedback', 'wrong_information', 'danger'));
