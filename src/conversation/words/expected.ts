import type { Expected } from '../../inbox/index.ts';
import type { Translator } from '../../locales/index.ts';
import { day } from './format.ts';

/** "trong giờ làm việc hôm nay", "sáng thứ hai": when people may answer at the earliest. */
export function expectedInWords(t: Translator, expected: Expected): string {
  if (expected.day === 'now') return t('expected-when', { day: 'now', part: '', date: '' });
  const part = t('expected-part', { part: expected.part });
  return t('expected-when', { day: expected.day, part, date: expected.day === 'date' ? day(expected.date) : '' });
}
