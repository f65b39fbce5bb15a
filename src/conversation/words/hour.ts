import { fold } from '../../text/index.ts';

const numbers = [
  'khong',
  'mot',
  'hai',
  'ba',
  'bon',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
];

/** Parts of the day by themselves, as minutes after midnight. */
const parts: Readonly<Record<string, number>> = {
  sang: 450,
  'buoi sang': 450,
  trua: 720,
  'buoi trua': 720,
  chieu: 1020,
  'buoi chieu': 1020,
  toi: 1200,
  'buoi toi': 1200,
  morning: 450,
  noon: 720,
  afternoon: 1020,
  evening: 1200,
};

const spoken = new RegExp(
  `^(?:luc |vao |vao luc |at )?(\\d{1,2}|${[...numbers].reverse().join('|')})(?: ?(?:[:h.g]|gio) ?(\\d{1,2}|ruoi)?| (ruoi))?` +
    ' ?(?:phut|p(?!m))? ?(?:buoi )?(sang|trua|chieu|toi|dem|khuya|am|a\\.m\\.|pm|p\\.m\\.)?$',
);

/**
 * The time of day that people mean by "20:30", "20h30", "8 giờ tối", "tám rưỡi sáng", "8 pm", "buổi tối", in minutes after
 * midnight; undefined for anything else. Without a part of the day it is read on the clock of 24 hours.
 */
export function readHour(text: string): number | undefined {
  const words = fold(text).replace(/[,!]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (Object.hasOwn(parts, words)) return parts[words];
  const match = spoken.exec(words);
  if (match === null) return undefined;
  const [, hourWord = '', minutes, half, part] = match;
  const minuteWord = minutes ?? half;
  const hour = /^\d/.test(hourWord) ? Number(hourWord) : numbers.indexOf(hourWord);
  const minute = minuteWord === 'ruoi' ? 30 : Number(minuteWord ?? 0);
  const onDial = onTheDay(hour, part);
  return onDial === undefined || minute > 59 ? undefined : onDial * 60 + minute;
}

/** The hour of 0 to 23 that an hour in a part of the day is. */
function onTheDay(hour: number, part: string | undefined): number | undefined {
  if (hour > 24) return undefined;
  if (hour > 12 || part === undefined) return hour % 24;
  switch (part) {
    case 'sang':
    case 'am':
    case 'a.m.':
      return hour % 12;
    case 'trua':
      return hour < 10 ? hour + 12 : hour;
    case 'dem':
    case 'khuya':
      // "Mười hai giờ đêm" is midnight, "một giờ khuya" after it, "mười giờ đêm" before.
      return hour === 12 ? 0 : hour < 6 ? hour : hour + 12;
    default:
      return hour === 12 ? 12 : hour + 12;
  }
}
