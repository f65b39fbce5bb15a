import { describe, expect, it } from 'vitest';
import { withoutContacts } from '../../src/conversation/contacts.ts';

describe('a text without who somebody is', () => {
  it.each([
    ['tôi tên Nguyễn Văn A, số điện thoại 0912345678, email a@b.vn', ''],
    ['toi ten Lan, sdt 0903 123 456, muon hoc may', 'muon hoc may'],
    ['mình tên là Hoa. Mình muốn học vẽ', 'Mình muốn học vẽ'],
    ['học excel, gọi mình +84 912-345-678', 'học excel, gọi mình'],
    ['my name is Anna, I want to cook', 'I want to cook'],
    ['học đặt tên thương hiệu, tối', 'học đặt tên thương hiệu, tối'],
    ['học phí dưới 1.500.000, tối thứ 2.4.6', 'học phí dưới 1.500.000, tối thứ 2.4.6'],
    ['luyện thi IELTS 6.5', 'luyện thi IELTS 6.5'],
    ['', ''],
    ['???', '???'],
    ['😀😀😀', '😀😀😀'],
  ])('"%s" is "%s"', (text, left) => {
    expect(withoutContacts(text)).toBe(left);
  });
});
