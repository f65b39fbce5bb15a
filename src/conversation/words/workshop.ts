import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { wardByCode } from '../../places/index.ts';
import { mapLink, seatsLeft, type Workshop } from '../../workshops/index.ts';
import type { WorkshopReason } from '../workshop-match.ts';
import { listing } from './format.ts';
import { shortMoment, spanInWords } from './workshop-time.ts';

/** What the words of a workshop need besides it. */
export interface WorkshopWords {
  readonly t: Translator;
  readonly locale: Locale;
  readonly now: Date;
  readonly timezone: string;
}

/** So few seats are said as few. */
const fewSeats = 5;

/** The title as people see it: sample data is never mistaken for real. */
export function workshopTitle(t: Translator, { title, sample }: Pick<Workshop, 'title' | 'sample'>): string {
  return sample ? `${title} ${t('course-sample-mark')}` : title;
}

/** "Nhà văn hóa Bến Đò, Phường Bình Thạnh", "học online" where it has no place; empty when nothing is known. */
export function placeOfWorkshop(t: Translator, { place, ward, onlineUrl }: Workshop): string {
  const name = ward === undefined ? undefined : wardByCode(ward)?.fullName;
  const where = [place, name].filter((part) => part !== undefined).join(', ');
  return where === '' && onlineUrl !== undefined ? t('workshop-online') : where;
}

/** "thứ Bảy 5/12, 8:30–11:00" */
export function timeOfWorkshop({ t, now, timezone }: WorkshopWords, workshop: Workshop): string {
  return spanInWords(t, workshop, now, timezone);
}

/** "còn 3 chỗ", "hết chỗ, 2 người đang chờ"; undefined where there is no limit. */
export function seatsInWords(t: Translator, workshop: Workshop): string | undefined {
  const left = seatsLeft(workshop);
  if (left === undefined) return undefined;
  // A seat that is free while people wait is theirs first.
  if (left === 0 || workshop.waiting > 0) return t('workshop-full', { waiting: workshop.waiting });
  return t(left <= fewSeats ? 'workshop-few-seats' : 'workshop-seats', { seats: left });
}

/** Time, place and seats in three lines, for a list. */
export function workshopFacts(words: WorkshopWords, workshop: Workshop): string[] {
  const { t } = words;
  const seats = seatsInWords(t, workshop);
  const place = placeOfWorkshop(t, workshop);
  const { programme, sessions } = workshop;
  return [
    ...(programme === undefined
      ? []
      : [t('programme-line', { kind: t('programme-kind', { kind: programme }), count: sessions.length })]),
    t('workshop-line-time', { time: timeOfWorkshop(words, workshop) }),
    ...(place === '' ? [] : [t('workshop-line-place', { place })]),
    ...(seats === undefined ? [] : [t('workshop-line-seats', { seats })]),
  ];
}

/** Sessions that one line names. */
const sessionsNamed = 12;

/** "Chương trình dạy nghề, 8 buổi" and when each is; nothing of a workshop of one day. */
function programmeLines({ t, now, timezone }: WorkshopWords, { programme, sessions }: Workshop): string[] {
  if (programme === undefined) return [];
  const times = sessions.slice(0, sessionsNamed).map(({ startsAt }) => shortMoment(startsAt, timezone));
  const rest = sessions.filter(({ startsAt }) => startsAt > now).length;
  return [
    t('programme-sessions', { times: times.join(' · '), more: sessions.length > sessionsNamed ? 'yes' : 'no', rest }),
  ];
}

/** Everything known of a workshop, line by line. */
export function workshopDetails(words: WorkshopWords, workshop: Workshop): string[] {
  const { t, locale } = words;
  const audience = workshop.audience
    .filter((value) => value !== 'everyone')
    .map((value) => t('word-audience', { value }));
  const spoken = workshop.language?.split('-')[0];
  return [
    ...programmeLines(words, workshop),
    ...workshopFacts(words, workshop),
    ...(audience.length === 0 ? [] : [t('workshop-line-audience', { audience: listing(locale, audience) })]),
    ...(spoken === undefined || spoken === 'vi'
      ? []
      : [t('course-details-language', { language: t('word-language', { value: spoken }) })]),
    ...(workshop.wheelchair === undefined
      ? []
      : [t(workshop.wheelchair ? 'workshop-wheelchair-yes' : 'workshop-wheelchair-no')]),
    ...(workshop.organisation === undefined
      ? []
      : [t('workshop-line-organiser', { organisation: workshop.organisation })]),
    ...(workshop.sample ? [t('workshop-sample-note')] : []),
  ];
}

/** Where a map shows it. */
export function mapOf(workshop: Workshop): string | undefined {
  return workshop.place === undefined ? undefined : mapLink(workshop);
}

/** Why a workshop stands in the list, in words. */
export function workshopReason(t: Translator, reason: WorkshopReason): string {
  switch (reason.kind) {
    case 'topic':
      return t('workshop-reason-topic', { words: reason.words });
    case 'interest':
      return t('workshop-reason-interest', { words: reason.words });
    case 'in_place':
      return t('workshop-reason-in-place', { place: reason.place });
    case 'near':
      return t('workshop-reason-near', { km: reason.km, place: reason.place });
    case 'time':
      return t('workshop-reason-time', { time: t('word-time', { value: reason.value }) });
    case 'audience':
      return t('reason-audience', { audience: t('word-audience', { value: reason.value }) });
    case 'wheelchair':
      return t('reason-wheelchair');
  }
}
