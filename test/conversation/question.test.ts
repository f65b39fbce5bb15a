import { describe, expect, it } from 'vitest';
import { courseQuestion, takeReference } from '../../src/conversation/question.ts';

describe('a question about courses just seen', () => {
  it.each([
    ['học phí bao nhiêu vậy ạ', 'price'],
    ['bao nhiêu tiền', 'price'],
    ['gia sao ban', undefined],
    ['how much is it', 'price'],
    ['khi nào khai giảng', 'start'],
    ['when does it start', 'start'],
    ['mấy giờ học vậy', 'time'],
    ['học bao lâu', 'length'],
    ['dia chi o dau', 'place'],
    ['đăng ký sao', 'enrol'],
    ['how do i register', 'enrol'],
    ['có chứng chỉ không', 'certificate'],
    ['còn chỗ không ad', 'seats'],
    ['ai dạy vậy', 'teacher'],
    ['có học thử không', 'trial'],
    ['có phụ đề không', 'captions'],
    ['co can may tinh ko', 'equipment'],
    ['học bằng điện thoại được không', 'equipment'],
    ['xe lăn vào được không', 'wheelchair'],
    ['không có máy tính', undefined],
    ['chỉ có điện thoại', undefined],
    ['học tiếng Anh', undefined],
    ['học nấu ăn ở đâu', undefined],
    ['học', undefined],
    ['đăng ký học Excel', undefined],
    ['lớp kế toán bao nhiêu tiền', undefined],
    ['', undefined],
  ])('"%s" asks for %s', (text, aspect) => {
    expect(courseQuestion(text)?.aspect).toBe(aspect);
  });

  it.each([
    ['khóa 2 có chứng chỉ không', 2],
    ['cái đầu tiên giá bao nhiêu', 1],
    ['lớp thứ ba ở đâu', 3],
    ['how much is the second one', 2],
    ['cái cuối học phí bao nhiêu', 'last'],
    ['học phí bao nhiêu', undefined],
  ])('"%s" is about course %s', (text, which) => {
    expect(courseQuestion(text)?.which).toBe(which);
  });

  it.each(['miễn phí', 'có online không', 'có chứng chỉ không', 'free'])('"%s" may as well narrow a list', (text) => {
    expect(courseQuestion(text)?.mayNarrow).toBe(true);
  });

  it.each(['học phí bao nhiêu', 'đăng ký sao', 'khi nào khai giảng'])('"%s" narrows nothing', (text) => {
    expect(courseQuestion(text)?.mayNarrow).toBe(false);
  });

  it('takes a reference out of words and leaves the rest', () => {
    expect(takeReference('luu cai dau tien')).toEqual({ which: 1, rest: 'luu' });
    expect(takeReference('hoc tieng anh')).toEqual({ which: undefined, rest: 'hoc tieng anh' });
  });
});
