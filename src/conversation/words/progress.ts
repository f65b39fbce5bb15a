import { dayAfter, type LearningWeek, type Progress, type TrackFinish } from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { DayMark, ProgressCard } from '../../picture/index.ts';
import { day } from './format.ts';

/** The title of a track in a language. */
export function trackTitle(
  locale: Locale,
  { title, english }: { readonly title: string; readonly english: string },
): string {
  return locale === 'en' ? english : title;
}

/** How the week stands against its goal. */
export function weekInWords(t: Translator, { state, learnt, goal, missing }: LearningWeek): string {
  switch (state) {
    case 'open':
      return t(goal === 1 ? 'progress-week-open-one' : 'progress-week-open', { learnt, goal, missing });
    case 'met':
      return t('progress-week-met', { learnt, goal });
    case 'met_with_pass':
      return t('progress-week-met-with-pass', { learnt, goal });
    case 'missed':
      return t('progress-week-missed', { learnt, goal });
  }
}

/** "An toàn trên mạng: 3/8 bài", with what was known before and whether it is finished. */
function trackInWords(t: Translator, locale: Locale, finish: TrackFinish): string {
  return t('progress-track', {
    title: trackTitle(locale, finish.track),
    done: finish.finished,
    of: finish.track.lessons.length,
    state: finish.finishedAt === undefined ? 'open' : 'finished',
  });
}

/** The lines that `/tiendo` says. */
export function progressInWords(t: Translator, locale: Locale, progress: Progress): string[] {
  const { week, restDay, today, tracks, known, mastered, due, soon } = progress;
  return [
    weekInWords(t, week),
    ...(restDay === undefined
      ? []
      : [t('progress-rest', { when: restDay === today ? 'today' : 'other', day: day(restDay) })]),
    ...tracks.map((finish) => trackInWords(t, locale, finish)),
    ...(known === 0 ? [] : [t('progress-items', { known, mastered })]),
    ...(due === 0 ? [] : [t('progress-due', { count: due })]),
    ...(soon === 0 ? [] : [t('progress-soon', { count: soon })]),
  ];
}

/** What the picture of somebody's progress says; it names nobody, since pictures are sent on. */
export function progressPicture(t: Translator, locale: Locale, progress: Progress): ProgressCard {
  const { week, weeks, tracks, today, known, mastered, due, soon } = progress;
  return {
    brand: t('web-service'),
    tagline: t('web-tagline'),
    title: t('progress-picture-title'),
    subtitle: t('progress-picture-week', { learnt: week.learnt, goal: week.goal }),
    weekdays: t('progress-picture-weekdays').split(' '),
    weeks: weeks.map((each) => ({
      label: weekLabel(each),
      days: Array.from({ length: 7 }, (_, position) => markOf(progress, dayAfter(each.monday, position))),
      shown: `${each.learnt}/${each.goal}`,
      isMet: each.state.startsWith('met'),
    })),
    today: Array.from({ length: 7 }, (_, position) => dayAfter(week.monday, position)).indexOf(today),
    bars: tracks.map(({ track, finished }) => ({
      label: trackTitle(locale, track),
      done: finished,
      of: track.lessons.length,
      shown: t('progress-picture-lessons', { done: finished, of: track.lessons.length }),
    })),
    figures:
      known === 0
        ? []
        : [
            { value: String(mastered), label: t('progress-picture-mastered') },
            { value: String(due), label: t('progress-picture-due') },
            { value: String(soon), label: t('progress-picture-soon') },
          ],
    footnote: t('progress-picture-day', { day: day(today) }),
  };
}

function markOf({ days, today }: Progress, date: string): DayMark {
  if (days.has(date)) return 'learnt';
  return date < today ? 'free' : 'to_come';
}

/** "23–29/11", or "30/11–6/12" over the end of a month. */
function weekLabel({ monday }: LearningWeek): string {
  const short = (date: string): string => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
  const sunday = dayAfter(monday, 6);
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  return `${isOneMonth ? Number(monday.slice(8)) : short(monday)}–${short(sunday)}`;
}
