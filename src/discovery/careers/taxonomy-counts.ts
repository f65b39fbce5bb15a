import { taxonomy } from '../taxonomy.ts';
import { readOccupationFiles } from './occupation-file.ts';

/** How much content/taxonomy holds. */
export function taxonomyCounts() {
  const concepts = [...taxonomy().concepts.values()];
  const { occupations } = readOccupationFiles();
  return {
    concepts: concepts.length,
    named: concepts.filter(({ isNamedInBoth }) => isNamedInBoth).length,
    escoSkills: concepts.filter(({ esco }) => esco !== undefined).length,
    occupations: occupations.length,
    escoOccupations: occupations.filter(({ esco }) => esco !== undefined).length,
  };
}
