import type { Locale } from '../../message/index.ts';
import { taxonomy } from '../taxonomy.ts';
import type { NeededSkill } from './occupation.ts';

/** A skill as people read it: its concept's name in their language, else the name that was imported. */
export function skillName({ concept, name }: Pick<NeededSkill, 'concept' | 'name'>, locale: Locale): string {
  return taxonomy().concepts.get(concept ?? '')?.names[locale] ?? name;
}
