import type { Legible } from '../legible.ts';
import { type Finding, matches } from './finding.ts';

const word =
  '(?:mong|mung|muoi|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|gieng|chap|linh|le|khong|nghin|ngan|tram)';
const spoken = `${word}(?: ${word}){0,5}`;
const part = `(?:mung |mong )?(?:\\d{1,2}|${spoken})`;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const separator = ' ?[/.\\-,_ ] ?';
const date = [
  `\\d{4}${separator}\\d{1,2}${separator}\\d{1,2}`,
  `\\d{1,2}${separator}\\d{1,2}${separator}(?:\\d{4}|\\d{2})`,
  `${part} ?(?:thang|/|th\\.?) ?${part}(?:[ ,/]{0,2}(?:nam )?(?:\\d{4}|\\d{2}|(?<=nam )${spoken}))?`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?:,? \\d{4})?`,
  `${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
  `thang ${part} nam \\d{4}`,
  '\\d{8}',
  '\\d{6}',
].join('|');

/** "Ngày sinh", "sinh ngày", "sn"; not "học sinh ngày", "tuyển sinh ngày". */
const cue =
  '(?<![a-z])(?:(?<!(?:hoc|tuyen|thi|ve|phat|ky|khai|nam|phu|phuc|giao|hy) )(?:ngay thang nam sinh|ngay,? thang,? nam sinh|ngay sinh|nam sinh|ntns|sinh nhat|sinh)|sn|s/n|n\\.?s|dob|d\\.o\\.b|date of birth|birth ?date|birthday|birth day|born|bday)(?![a-z])';
const filler =
  '(?:[ :=.,(\\-]|(?:ngay|vao|hom|luc|la|cua|em|minh|toi|tui|con|be|me|ba|bo|chau|ong|anh|chi|nam|thang|on|is|my|in|nha|ne|thi|vao)(?![a-z])){0,12}?';
const before = new RegExp(`${cue}${filler}(?<![a-z0-9])(?<it>${date})(?![\\d]|[/]\\d)`, 'dg');
/** "12/03/1990 là ngày sinh của em". */
const after =
  /(?<![a-z0-9/.])(?<it>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?= ?(?:la|\(|-|,|:)? ?(?:ngay sinh|ngay thang nam sinh|sinh nhat|sinh cua))/dg;
/** A year alone is one only where a form is filled in: "sn 1990", "năm sinh: 1990". "Sinh năm 1890" may be a question of history. */
const year =
  /(?<![a-z])(?:sn|s\/n|nam sinh|dob|ngay sinh)(?![a-z])[ :=.-]{0,3}(?:la )?(?<it>(?:19|20)\d{2}|[5-9]\d|0\d|1\d)(?![\d/.a-z-]| ?(?:duong|hem|ngo|kiet|pho))/dg;

export function birthDates(view: Legible): Finding[] {
  const found = [...matches(before, view.folded), ...matches(after, view.folded), ...matches(year, view.folded)];
  return found.map(({ start, end }) => ({ start, end, kind: 'birth_date' }));
}
