import { describe, expect, it } from 'vitest';
import { aboutMe } from '../../src/conversation/about-me.ts';
import { namedConcept } from '../../src/discovery/index.ts';
import { understand } from '../../src/discovery/understand.ts';
import type { Told } from '../../src/learners/index.ts';

const told = (text: string) =>
  aboutMe(text, { facetsOf: (clause) => understand(clause).facets, namedConcept, thisYear: 2026 });

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
    ['cứ gọi tôi là cô', { address: 'co' }],
    ['goi minh la chu nha', { address: 'chu' }],
    ['cứ gọi tôi là bác Năm', { address: 'bac' }],
    ['nói dễ hiểu thôi', { speech: 'simple' }],
    ['nói đơn giản cho tôi dễ hiểu', { speech: 'simple' }],
    ['tra loi ngan gon thoi nha', { speech: 'simple' }],
    ['use simple words please', { speech: 'simple' }],
    ['tôi dùng iphone', { phone: 'iphone' }],
    ['máy em là samsung a12', { phone: 'android' }],
    ['em xài con oppo cũ', { phone: 'android' }],
    ['em bị khiếm thính', { disability: ['hearing'] }],
    ['mắt em kém lắm', { disability: ['seeing'] }],
    ['toi di lai kho khan', { disability: ['moving'] }],
    ['I am hard of hearing', { disability: ['hearing'] }],
    ['mình chỉ biết tiếng Việt', { language: 'vi' }],
    ["I don't speak Vietnamese", { language: 'en' }],
    ['em là người tổ chức lớp học', { role: 'organiser' }],
    ['mình là phụ huynh', { role: 'parent' }],
    ['em chỉ học cho vui thôi', { goal: { kind: 'hobby' } }],
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

describe('what people like or work towards', () => {
  it.each<[text: string, facts: Told, rest?: string]>([
    ['em mê làm bánh', { interests: [{ concept: 'lam-banh', label: 'làm bánh' }] }, 'làm bánh'],
    ['mình thích guitar', { interests: [{ concept: 'guitar', label: 'guitar' }] }, 'guitar'],
    ['I love yoga', { interests: [{ concept: 'yoga', label: 'yoga' }] }, 'yoga'],
    ['muốn kiếm việc kế toán', { goal: { occupation: 'ke-toan', label: 'kế toán' } }, 'kế toán'],
    ['muon kiem viec ke toan', { goal: { occupation: 'ke-toan', label: 'kế toán' } }, 'kế toán'],
    ['em muốn đổi nghề', { goal: { kind: 'new_job' } }],
    ['mình muốn mở tiệm riêng', { goal: { kind: 'own_business' } }],
    ['em muốn dạy con học bài', { goal: { kind: 'help_child' } }],
    ['em là người mới', { level: 'beginner' }],
  ])('is noted and stays a wish: “%s”', (text, facts, rest) => {
    expect(told(text)).toEqual({ told: facts, rest: rest ?? text });
  });

  it('joins several in one message', () => {
    const heard = told('em thích guitar, em thích yoga').told;
    expect(heard.interests?.map((each) => 'label' in each && each.label)).toEqual(['yoga', 'guitar']);
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
    'học kế toán',
    'mình thích học kế toán',
    'muốn làm bánh',
    'mở tiệm may',
    'lớp cho người khiếm thính',
    'bạn em bị khiếm thính',
    'học cách dùng iphone',
    'cách gọi món bằng tiếng anh',
    'em không biết tiếng anh',
    'người mới',
    'tiếng nhật cho người mới bắt đầu',
    'kiếm việc làm thêm',
    'sửa iphone',
    'kinh doanh',
    'nói tiếng anh đơn giản',
    'viết văn ngắn gọn',
    'dạy con nít vẽ',
    'em thích màu xanh',
  ])('“%s”', (text) => {
    expect(told(text).told).toEqual({});
  });
});
