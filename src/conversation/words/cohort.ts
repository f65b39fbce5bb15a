import { type Cohort, isOpen, type Lessons, type MemberProgress, type Track } from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { day, localDate } from './format.ts';

/** The title of a track in a language; its id when the track is there no more. */
export function trackTitle(lessons: Lessons, locale: Locale, id: string): string {
  const track = lessons.track(id);
  if (track === undefined) return id;
  return locale === 'en' ? track.english : track.title;
}

/** A class by its name, or by its track when the name is gone. */
export function cohortName(lessons: Lessons, locale: Locale, { name, track }: Cohort): string {
  return name ?? trackTitle(lessons, locale, track);
}

/** Who runs a class, as learners see them: "Cô Hoa và Thầy Nam"; empty when nobody does. */
export function teacherNames(locale: Locale, { teachers }: Pick<Cohort, 'teachers'>): string {
  return new Intl.ListFormat(locale).format(teachers.map(({ name }) => name));
}

/** How a teacher sees a learner: by the name they gave, else by their number. */
export function memberName(t: Translator, { name, number }: Pick<MemberProgress, 'name' | 'number'>): string {
  return name ?? t('cohort-member-number', { number });
}

/** What is known of the words and times of a class. */
interface Telling {
  readonly t: Translator;
  readonly timezone: string;
}

/** What a teacher sees of a learner, in a line. */
export function memberLine({ t, timezone }: Telling, member: MemberProgress, track: Track): string {
  const { done, lastActive, need } = member;
  const parts = [
    t('cohort-member-done', { who: memberName(t, member), done, of: track.lessons.length }),
    ...(lastActive === undefined ? [] : [t('cohort-member-active', { date: day(localDate(lastActive, timezone)) })]),
    ...(need === undefined ? [] : [t('cohort-member-need', { need })]),
  ];
  return parts.join(' · ');
}

/** Whether a class goes on, by the city's date. */
export function goesOn(cohort: Cohort, { now, timezone }: { readonly now: Date; readonly timezone: string }): boolean {
  return isOpen(cohort, localDate(now, timezone));
}
