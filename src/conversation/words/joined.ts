import {
  type FactKind,
  factKinds,
  type Moved,
  movedIds,
  movedRows,
  profileOf,
  readProfile,
} from '../../learners/index.ts';
import type { TurnContext } from '../context.ts';
import { factInWords } from './facts.ts';
import { listing } from './format.ts';

/** What joining two people's learners did, in lines: how much came along, and which word holds where they said two things. */
export async function joinedInWords(
  { tx, t, locale }: TurnContext,
  moved: Moved,
  keeperLearnerId: number,
): Promise<string[]> {
  const facts = movedRows(moved, 'profile_fact');
  const saved = movedRows(moved, 'course_mark').won.filter(({ kind }) => kind === 'saved').length;
  const counts = { saved, told: facts.won.length, relatives: movedIds(moved, 'learner').length };
  const parts = [
    ...(counts.saved === 0 ? [] : [t('link-came-saved', { count: counts.saved })]),
    ...(counts.told === 0 ? [] : [t('link-came-told', { count: counts.told })]),
    ...(counts.relatives === 0 ? [] : [t('link-came-relatives', { count: counts.relatives })]),
  ];
  const { told: now } = await profileOf(tx, keeperLearnerId);
  const before = toldOf([...facts.lost, ...facts.replaced]);
  const changes = factKinds.flatMap((kind: FactKind) => {
    const [kept, gone] = [factInWords(t, locale, now, kind), factInWords(t, locale, before, kind)];
    return kept === undefined || gone === undefined || kept === gone ? [] : [t('link-newer', { kept, gone })];
  });
  return [...(parts.length === 0 ? [] : [t('link-came', { parts: listing(locale, parts) })]), ...changes];
}

function toldOf(rows: readonly Readonly<Record<string, unknown>>[]) {
  const facts = rows.map(({ kind, value, source, noted_at }) => [String(kind), { value, source, at: noted_at }]);
  return readProfile(Object.fromEntries(facts)).told;
}
