import { computerNeeds } from './computer-need.ts';
import type { CourseFacts } from './course-facts.ts';
import type { Assessment } from './fit.ts';
import { weights } from './weights.ts';
import type { Facets, Leaning } from './wish.ts';

const levelNumber = { beginner: 1, intermediate: 2, advanced: 3 } as const;

/** What is known of the person beside the wish: level and device; the audience is looked at with the wish's own. */
export function assessLeaning(
  facts: CourseFacts,
  document: number,
  { level, device, isCutOff }: Leaning,
  facets: Facets,
  result: Assessment,
): void {
  if (level !== undefined && facets.level === undefined) assessLeaningLevel(facts.level[document] ?? 0, level, result);
  if (isCutOff === true) {
    if (facts.price[document] !== 0) result.factor *= weights.leaning.cutOffNotFree;
    if (facts.lowData[document] !== 2) result.factor *= weights.leaning.cutOffNotLight;
  }
  if (device === undefined) return;
  const need = facts.computer[document] ?? computerNeeds.untold;
  const isOnline = facts.mode[document] === 1;
  if (need === computerNeeds.needsOwn) {
    result.miss({ kind: 'computer', at: 'own' }, weights.leaning.needsComputer, false);
  } else if (need === computerNeeds.aboutComputers) {
    const at = isOnline ? 'online' : 'place';
    const factor = isOnline ? weights.leaning.computerOnline : weights.leaning.computerAtPlace;
    result.miss({ kind: 'computer', at }, factor, false);
  }
  if (device === 'none' && isOnline) result.factor *= weights.leaning.onlineWithoutDevice;
}

function assessLeaningLevel(courseLevel: number, level: NonNullable<Leaning['level']>, result: Assessment): void {
  if (courseLevel === 0 || courseLevel === 4) return;
  const steps = Math.abs(courseLevel - levelNumber[level]);
  if (steps === 0) result.fit({ kind: 'level', value: level });
  result.factor *= [weights.leaning.level, weights.leaning.nextLevel, weights.leaning.farLevel][steps] ?? 1;
}
