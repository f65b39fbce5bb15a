import { describe, expect, it } from 'vitest';
import { aboutMe } from '../../src/conversation/about-me.ts';
import { understand } from '../../src/discovery/understand.ts';

const told = (text: string) => aboutMe(text, (clause) => understand(clause).facets);

describe('what people say of themselves', () => {
  it('is heard in a sentence of several statements', () => {
    const { told: facts, rest } = told('em ở Thủ Đức, chỉ rảnh buổi tối, không có máy tính');
    expect(facts).toEqual({
      place: { label: 'Thủ Đức (cũ)', wards: expect.any(Array) },
      times: ['evening'],
      device: 'phone',
    });
    expect(rest).toBe('');
  });

  it.each([
    ['minh song o go vap', { place: { label: 'Gò Vấp (cũ)', wards: expect.any(Array) } }],
    ['nhà mình ở quận 12', { place: { label: 'Quận 12 (cũ)', wards: expect.any(Array) } }],
    ['i live in binh thanh', { place: { label: 'Bình Thạnh (cũ)', wards: expect.any(Array) } }],
    ['mình rảnh cuối tuần', { times: ['weekend'] }],
    ['em chi ranh buoi sang', { times: ['morning'] }],
    ['chỉ có điện thoại thôi', { device: 'phone' }],
    ["I don't have a computer", { device: 'phone' }],
    ['nhà em mạng yếu lắm', { data: 'low' }],
    ['mình không có tiền', { budget: 0 }],
    ['nhà mình hộ nghèo', { budget: 0 }],
    ['mình đi xe lăn', { wheelchair: true }],
    ['em là giáo viên tiểu học', { role: 'teacher' }],
    ['em là học sinh trung học', { role: 'student' }],
    ['mình đang thất nghiệp', { role: 'job_seeker' }],
    ['em đang tìm việc', { role: 'job_seeker' }],
    ['cô về hưu rồi', { role: 'senior' }],
    ['em 15 tuổi', { age_band: 'under_16' }],
    ['tui năm nay 62 tuổi', { age_band: '60_up' }],
  ])('“%s”', (text, facts) => {
    expect(told(text)).toEqual({ told: facts, rest: '' });
  });

  it.each([
    ['mình ở Gò Vấp, muốn học nấu ăn', { place: expect.anything() }, 'muốn học nấu ăn'],
    ['em không có tiền mà muốn học tiếng anh', { budget: 0 }, 'muốn học tiếng anh'],
    ['dạ chào ad, em là sinh viên, tìm lớp excel', { role: 'student' }, 'tìm lớp excel'],
  ])('“%s” leaves what is asked', (text, facts, rest) => {
    const heard = told(text);
    expect(heard.told).toMatchObject(facts);
    expect(heard.rest).toContain(rest);
  });
});

describe('what is no statement about oneself', () => {
  it.each([
    'học kế toán ở Thủ Đức',
    'ở Thủ Đức',
    'buổi tối thôi',
    'mẹ mình 65 tuổi muốn học dùng điện thoại',
    'con em 7 tuổi',
    'con mình ở Gò Vấp',
    'lớp cho người đi xe lăn',
    'có lớp nào cho giáo viên không',
    'mình muốn làm giáo viên',
    'học sửa máy tính',
    'em muốn học cách dùng điện thoại',
    'lớp học ít tốn dung lượng',
    'mình ở đâu cũng được',
    'khóa 15 buổi',
    '20 tuổi học gì',
  ])('“%s”', (text) => {
    expect(told(text).told).toEqual({});
  });
});
