import { describe, expect, it } from 'vitest';
import { distressOf } from '../../src/conversation/distress.ts';

describe('signs of danger', () => {
  it.each([
    ['tự tử', 'suicide'],
    ['mình nghĩ tự tử hoài', 'suicide'],
    ['tui buồn quá không muốn sống nữa', 'suicide'],
    ['khong muon song nua', 'suicide'],
    ['hết thiết sống r', 'suicide'],
    ['muốn chết quách cho xong', 'suicide'],
    ['I want to die', 'suicide'],
    ['tôi bị chồng đánh', 'violence'],
    ['em bi ban trai danh', 'violence'],
    ['my husband beats me', 'violence'],
    ['tu tu', 'perhaps'],
    ['muon tu tu', 'suicide'],
  ])('"%s" is %s', (text, distress) => {
    expect(distressOf(text)).toBe(distress);
    expect(distressOf(text.normalize('NFD'))).toBe(distress);
  });

  it.each([
    'học từ từ thôi',
    'hoc tu tu cung duoc',
    'tư vấn giúp em',
    'tu van khoa hoc',
    'tự tin hơn',
    'đánh đàn cho chồng nghe',
    'học võ để chồng khỏi lo',
    'sống khỏe mỗi ngày',
    'muốn học cầu lông',
  ])('"%s" is none', (text) => {
    expect(distressOf(text)).toBeUndefined();
  });
});
