import type { Legible } from '../legible.ts';
import { type Finding, matches } from './finding.ts';

/** "C1234567", "P 01234567": a letter and seven or eight digits. */
const passport = /(?<![a-z0-9#_./-])[a-z][ -]?\d{7,8}(?![a-z0-9])/g;
const passportCue = /(?:ho chieu|passport|\bpp|visa)[^\n]{0,30}$/;
/** The insurance card: two letters, thirteen digits ("DN 4 79 1234567890"). */
const insurance = /(?<![a-z0-9])[a-z]{2}[ .-]?\d(?:[ .-]?\d){12}(?![a-z0-9])/g;
/** Numbers of learners, employees, customers and files may hold letters: "MSSV: SV20201234". */
const named =
  /(?<![a-z])(?:mssv|mshs|mshv|msnv|msgv|sbd|ma sv|ma nv|ma hs|ma kh|(?:ma|so)(?: so)? (?:sinh vien|hoc sinh|hoc vien|nhan vien|giao vien|can bo|khach hang|benh nhan|ho so|bao danh|the sinh vien|the hoc sinh|the bao hiem|the bhyt|so bao hiem)|bhyt|bhxh|the bao hiem y te|the (?:thu vien|doc gia)|student id|employee id)(?![a-z])[^\n\d.?!]{0,24}?(?<it>(?<![a-z0-9])(?:[a-z]{0,6}[ .-]?\d[\d.-]{3,18}\d(?:[a-z]\d*)?|(?=[a-z0-9-]{0,14}\d{3})[a-z]{1,4}\d[a-z0-9-]{4,14}))(?![a-z0-9])/dg;

export function letteredNumbers(view: Legible): Finding[] {
  const papers = matches(passport, view.folded).filter(({ start, match }) => {
    const before = view.folded.slice(Math.max(0, start - 40), start);
    if (passportCue.test(before)) return true;
    // A blank between letter and number is common in sentences ("o 1234567").
    return !/[ -]/.test(match[0]) && !/(?:ma khoa|ma lop|ma mon|hoc phan|phien ban|version)[^\n]{0,20}$/.test(before);
  });
  // "Dạ 0071001234567" begins with a word: the letters of a card are written large, or touch the digits.
  const cards = matches(insurance, view.folded).filter(
    ({ start, match }) =>
      /^[a-z]{2}\d/.test(match[0]) || /^\p{Lu}{2}/u.test(view.text.slice(view.places[start], view.places[start + 2])),
  );
  const codes = [...cards, ...matches(named, view.folded)];
  return [
    ...papers.map(({ start, end }): Finding => ({ start, end, kind: 'paper' })),
    ...codes.map(({ start, end }): Finding => ({ start, end, kind: 'code' })),
  ];
}
