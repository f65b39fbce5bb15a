import { describe, expect, it } from 'vitest';
import { type Doubt, meantOtherwise } from '../../src/discovery/doubts.ts';
import { read } from '../../src/discovery/reading.ts';
import { buildVocabulary } from '../../src/discovery/vocabulary.ts';
import { keptWish } from '../../src/discovery/wish.ts';

const vocabulary = buildVocabulary('excel python ke toan kinh te ky thuat tieng anh guitar'.split(' '), () => 3);
const reading = (text: string, asTyped = false) => read(text, { vocabulary, asTyped });
const otherwise = (text: string, doubt: Doubt) =>
  meantOtherwise(keptWish(reading(text).wish), doubt, (said, asTyped) => reading(said, asTyped).wish);

describe('doubts', () => {
  it('name a word whose spelling was corrected as it was typed, and take it as it stands', () => {
    const [doubt] = reading('học Pyton buổi tối').doubts;
    expect(doubt).toEqual({ kind: 'spelling', typed: 'Pyton' });
    const meant = otherwise('học Pyton buổi tối', { kind: 'spelling', typed: 'Pyton' });
    expect(meant).toMatchObject({ topic: 'pyton', asTyped: true, facets: { times: { value: ['evening'] } } });
    expect(reading(meant.said, true).doubts).toEqual([]);
  });

  it('name what else a short form stands for, and write it out in its place only', () => {
    const { doubts } = reading('hoc kt o go vap, khong phai kta');
    expect(doubts).toContainEqual({ kind: 'short_form', typed: 'kt', meaning: 'kinh tế' });
    const meant = otherwise('hoc kt o go vap, khong phai kta', { kind: 'short_form', typed: 'kt', meaning: 'kinh tế' });
    expect(meant.said).toBe('hoc kinh tế o go vap, khong phai kta');
    expect(meant.topic).toContain('kinh tế');
    expect(meant.facets.place?.value.label).toBe('Gò Vấp (cũ)');
  });

  it('keep what follow-ups said since', () => {
    const wish = keptWish(reading('hoc kt buổi tối').wish);
    const sharper = { ...wish, facets: { ...wish.facets, maxPriceVnd: { value: 0, hard: false } } };
    const meant = meantOtherwise(sharper, { kind: 'short_form', typed: 'kt', meaning: 'kinh tế' }, (said, asTyped) => {
      return reading(said, asTyped).wish;
    });
    expect(Object.keys(meant.facets).sort()).toEqual(['maxPriceVnd', 'times']);
  });

  it('are none about words that are no subject', () => {
    expect(reading('e ch bít j, muốn học tiếng anh').doubts).toEqual([]);
    expect(reading('học tiếng anh cn').doubts).toEqual([]);
  });
});
