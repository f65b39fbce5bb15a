import { type OpeningHours, type OpeningMoment, openingState, type Place } from '../../access/index.ts';
import type { OfferHit } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import {
  type ConditionKind,
  type Eligibility,
  type Internship,
  openSeats,
  type Scholarship,
} from '../../opportunities/index.ts';
import { wardByCode } from '../../places/index.ts';
import { cityTime, dayNumber, dayOfNumber } from '../../time/index.ts';
import { clock, day, listing, money, way } from './format.ts';

/** What the words of an offer need besides it. */
export interface OfferWording {
  readonly t: Translator;
  readonly locale: Locale;
}

/** The title as people see it: sample data is never mistaken for real. */
export function offerTitle(t: Translator, title: string, sample: boolean): string {
  return sample && !title.includes(t('course-sample-mark')) ? `${title} ${t('course-sample-mark')}` : title;
}

/** What to ask about before going there. */
function cautionOf(t: Translator, { isUnconfirmed }: { readonly isUnconfirmed: boolean }): string[] {
  return isUnconfirmed ? [t('offer-unconfirmed')] : [];
}

/** How many seats there are, and how many of them are left once some were given here. */
function seatsLine(t: Translator, offer: Pick<Scholarship, 'seats' | 'taken'>): string[] {
  const left = openSeats(offer);
  if (offer.seats === undefined || left === undefined) return [];
  const { seats } = offer;
  return [offer.taken === 0 ? t('offer-seats', { seats }) : t('offer-seats-left', { left, seats })];
}

/** "Đã hết suất", where that is so. */
function fullNote(t: Translator, offer: Pick<Scholarship, 'seats' | 'taken'>): string[] {
  return openSeats(offer) === 0 ? [t('offer-full')] : [];
}

function deadlineWord(t: Translator, deadline: string | undefined): string {
  return deadline === undefined ? t('offer-no-deadline') : t('offer-deadline', { date: day(deadline) });
}

/** Amount, last day and for whom, in lines for a list. */
export function scholarshipFacts({ t, locale }: OfferWording, scholarship: Scholarship): string[] {
  const { amountVnd, deadline, provider, updatedOn } = scholarship;
  const conditions = conditionsInWords({ t, locale }, scholarship);
  return [
    [
      t('offer-scholarship'),
      provider,
      ...(amountVnd === undefined ? [] : [t('offer-amount', { money: money(t, locale, amountVnd) })]),
    ].join(' · '),
    [deadlineWord(t, deadline), t('offer-updated', { date: day(updatedOn) })].join(' · '),
    ...(conditions === '' ? [] : [t('offer-conditions', { conditions })]),
    ...fullNote(t, scholarship),
    ...cautionOf(t, scholarship),
  ];
}

/** "16–35 tuổi; hộ nghèo, hộ cận nghèo; người đang tìm việc": every stated condition; empty when there are none. */
export function conditionsInWords({ t, locale }: OfferWording, scholarship: Scholarship): string {
  const { ageFrom, ageTo, wards, income, disability, occupationStatus, levels } = scholarship;
  const or = (values: readonly string[]): string[] => (values.length === 0 ? [] : [listing(locale, values)]);
  return [
    ...(ageFrom === undefined && ageTo === undefined
      ? []
      : [
          t('offer-ages', {
            from: ageFrom ?? 0,
            to: ageTo ?? 0,
            has: `${ageFrom === undefined ? '' : 'from'}${ageTo === undefined ? '' : 'to'}`,
          }),
        ]),
    ...or(income.map((value) => t('word-income', { value }))),
    ...(disability === true ? [t('word-audience', { value: 'persons_with_disabilities' })] : []),
    ...or(occupationStatus.map((value) => t('word-occupation', { value }))),
    ...or(levels.map((value) => t('word-study-level', { value }))),
    ...or(wards.map((code) => wardByCode(code)?.fullName ?? code)),
  ].join('; ');
}

/** Pay, hours, skills and last day, in lines for a list. */
export function internshipFacts({ t, locale }: OfferWording, internship: Internship): string[] {
  const { organisation, ward, skills, hoursPerWeek, payVnd, startsOn, deadline, updatedOn } = internship;
  const where = ward === undefined ? undefined : wardByCode(ward)?.fullName;
  return [
    [t('offer-internship'), organisation, ...(where === undefined ? [] : [where])].join(' · '),
    [
      payVnd === undefined
        ? t('offer-pay-unknown')
        : payVnd === 0
          ? t('offer-pay-none')
          : t('offer-pay', { money: money(t, locale, payVnd) }),
      ...(hoursPerWeek === undefined ? [] : [t('offer-hours-per-week', { hours: hoursPerWeek })]),
      ...(startsOn === undefined ? [] : [t('offer-starts', { date: day(startsOn) })]),
    ].join(' · '),
    ...(skills.length === 0 ? [] : [t('offer-skills', { skills: listing(locale, skills) })]),
    [deadlineWord(t, deadline), t('offer-updated', { date: day(updatedOn) })].join(' · '),
    ...fullNote(t, internship),
    ...cautionOf(t, internship),
  ];
}

/** What the words of a place need: whether it is open is said as of now. */
export interface PlaceWording extends OfferWording {
  readonly now: Date;
  /** The city's time zone. */
  readonly timezone: string;
}

/** "Đang mở, đến 20:00", "Đang đóng, mở lại T2 08:00", "Đang đóng, mở lại T5 19/02 08:00"; nothing where the hours are not known. */
export function openingInWords({ t, now, timezone }: PlaceWording, { openingTimes }: Place): string | undefined {
  if (openingTimes === undefined) return undefined;
  const { day: date, minutes } = cityTime(now, timezone);
  const today = dayNumber(date);
  const { isOpen, changesAt } = openingState(openingTimes, { day: today, minutes });
  if (changesAt === undefined) return t(isOpen ? 'place-open-always' : 'place-closed-long');
  return t(isOpen ? 'place-open' : 'place-closed', { time: changeTime(t, changesAt, today) });
}

function changeTime(t: Translator, { day: date, minutes }: OpeningMoment, today: number): string {
  if (date === today) return clock(minutes);
  const weekday = t('word-weekday-short', { day: (date + 3) % 7 });
  // Within a week the weekday says which day; over Tết it does not.
  const shown = date - today < 7 ? weekday : `${weekday} ${day(dayOfNumber(date)).slice(0, 5)}`;
  return `${shown} ${clock(minutes)}`;
}

/** What it is, where, what it has, and whether it is open, in lines for a list. */
export function placeFacts(wording: PlaceWording, place: Place): string[] {
  const { t, locale } = wording;
  const opening = openingInWords(wording, place);
  const has = [...place.equipment, ...(place.wifi === true ? ['Wi-Fi'] : [])];
  return [
    [t('word-place-kind', { kind: place.kind }), addressOf(place)].join(' · '),
    [...(opening === undefined ? [] : [opening]), t('course-facts-confirmed', { date: day(place.confirmedOn) })].join(
      ' · ',
    ),
    ...(has.length === 0 ? [] : [t('offer-place-has', { things: listing(locale, has) })]),
    ...(place.wheelchair === true ? [t('workshop-wheelchair-yes')] : []),
    ...cautionOf(t, place),
  ];
}

export function addressOf({ address, ward }: Place): string {
  const name = wardByCode(ward)?.fullName;
  return [address, name].filter((part) => part !== undefined).join(', ');
}

/** Everything known of a scholarship, line by line. */
export function scholarshipDetails(wording: OfferWording, scholarship: Scholarship): string[] {
  return [...scholarshipFacts(wording, scholarship), ...seatsLine(wording.t, scholarship)];
}

/** Everything known of an internship, line by line. */
export function internshipDetails(wording: OfferWording, internship: Internship): string[] {
  const { endsOn } = internship;
  return [
    ...internshipFacts(wording, internship),
    ...(endsOn === undefined ? [] : [wording.t('offer-ends', { date: day(endsOn) })]),
    ...seatsLine(wording.t, internship),
  ];
}

/** Everything known of a place, line by line. */
export function placeDetails(wording: PlaceWording, place: Place): string[] {
  const { t } = wording;
  const { openingTimes, wheelchair, phone } = place;
  const hours = openingTimes === undefined ? '' : hoursInWords(t, openingTimes);
  return [
    ...placeFacts(wording, place),
    ...(hours === '' ? [t('offer-hours-unknown')] : [t('offer-hours', { hours })]),
    ...(wheelchair === false ? [t('workshop-wheelchair-no')] : []),
    ...(phone === undefined ? [] : [t('offer-phone', { phone })]),
  ];
}

/** "T2–T6 8:00–20:00; T7–CN 8:00–17:00; ngày lễ nghỉ": days that are alike stand together. */
export function hoursInWords(t: Translator, { week, holidays, remark }: OpeningHours): string {
  const said = (spans: readonly (readonly [number, number])[]): string =>
    spans.length === 0
      ? t('offer-closed')
      : spans
          .map(([from, until]) => `${clock(from)}–${clock(until === 24 * 60 ? until : until % (24 * 60))}`)
          .join(', ');
  const runs: { from: number; to: number; hours: string }[] = [];
  for (const [position, spans] of week.entries()) {
    const hours = said(spans);
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = position;
    else runs.push({ from: position, to: position, hours });
  }
  const name = (position: number): string => t('word-weekday-short', { day: position });
  return [
    ...runs.map(({ from, to, hours }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${hours}`),
    ...(holidays === undefined ? [] : [t('offer-holidays', { hours: said(holidays) })]),
    ...(remark === undefined ? [] : [remark]),
  ].join('; ');
}

/** Why an offer stands there, from what made its rank. @param near how the place asked about is called */
export function offerReasons({ t, locale }: OfferWording, hit: OfferHit, near: string | undefined): string[] {
  const { words, km, eligibility } = hit;
  return [
    ...(words === undefined ? [] : [t('reason-topic', { words })]),
    ...(hit.isFromPoint === true && km !== undefined ? [t('place-way', { way: way(locale, km) })] : []),
    ...(km === undefined || near === undefined
      ? []
      : [
          km === 0
            ? t('offer-in-place', { place: near })
            : t('workshop-reason-near', { km: Math.max(1, Math.round(km)), place: near }),
        ]),
    ...(eligibility === undefined ? [] : eligibilityInWords({ t, locale }, eligibility)),
  ];
}

/** Which stated conditions somebody meets, surely does not, and may meet, each in a line; nothing where there are none. */
export function eligibilityInWords({ t, locale }: OfferWording, { met, failed, open }: Eligibility): string[] {
  const said = (kinds: readonly ConditionKind[]): string =>
    listing(
      locale,
      kinds.map((kind) => t('word-condition', { kind })),
    );
  return [
    ...(met.length === 0 ? [] : [t('offer-meets', { conditions: said(met) })]),
    ...(failed.length === 0 ? [] : [t('offer-fails', { conditions: said(failed) })]),
    ...(open.length === 0 ? [] : [t('offer-open', { conditions: said(open) })]),
  ];
}
