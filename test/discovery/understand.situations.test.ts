import { describe, expect, test } from 'vitest';
import { taxonomy } from '../../src/discovery/taxonomy.ts';
import { understand } from '../../src/discovery/understand.ts';

/** Whether a message calls for a concept: some form of it is among what is searched for. */
function callsFor(message: string, id: string): boolean {
  const forms = taxonomy().concepts.get(id)?.forms ?? [];
  const searched = new Set(understand(message).terms.map((term) => term.text));
  return forms.length > 0 && forms.every((form) => searched.has(form.folded));
}

describe('a need that is told without its name', () => {
  test.each([
    ['tháng nào cũng vay chỗ này đắp chỗ kia', 'no-nan'],
    ['cho bạn mượn 20 triệu giờ nó trốn luôn', 'luat-dan-su'],
    ['công ty ép tui viết đơn nghỉ', 'luat-lao-dong'],
    ['nghỉ sanh được lãnh bao nhiêu tiền', 'bao-hiem-xa-hoi'],
    ['trung thuong xe ma bat dong phi', 'phong-lua-dao'],
    ['nằm tới 3 giờ sáng mắt vẫn mở', 'mat-ngu'],
    ['đầu gối kêu lụp cụp', 'xuong-khop'],
    ['bé 2 tuổi chưa biết kêu mẹ', 'cham-noi'],
    ['ông nội đi ra đường không nhớ đường về', 'sa-sut-tri-tue'],
    ['má em không biết đọc', 'xoa-mu-chu'],
    ['mới ra tù muốn làm lại', 'hoc-nghe'],
    ['muốn chạy xe 4 bánh', 'lai-o-to'],
    ['quên mk zalo rồi', 'bao-mat-tai-khoan'],
    ['I just moved to Saigon and cannot talk to my neighbours', 'viet-cho-nguoi-nuoc-ngoai'],
    ['forklift licence', 'xe-nang'],
  ])('"%s" calls for %s', (message, id) => {
    expect(callsFor(message, id)).toBe(true);
  });

  test.each([
    ['học kỹ thuật lên màu tóc', 'luat-dat-dai'],
    ['chup hinh san pham', 'phong-lua-dao'],
    ['hat boi nam bo', 'cham-soc-da'],
    ['may do tre em', 'dien-thoai'],
    ['con học đàn piano', 'so-cuu-tre'],
    ['lam phan mem', 'u-phan'],
    ['quan tri ban le', 'sua-chua-nha'],
    ['thoi tiết hôm nay', 'cung-gio'],
  ])('"%s" is not about %s', (message, id) => {
    expect(callsFor(message, id)).toBe(false);
  });
});
