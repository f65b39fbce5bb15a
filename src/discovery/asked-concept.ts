import { tokens } from '../text/index.ts';
import { matchConcepts, matchSituations, namedConcept } from './concept-match.ts';

/** The one concept a wish is counted under: the one it names, else its longest part that names one, else what its situation calls for most. */
export function askedConcept(topic: string): string | undefined {
  const named = namedConcept(topic)?.id;
  if (named !== undefined) return named;
  const words = tokens(topic);
  const [longest] = matchConcepts(words, () => true).sort((a, b) => b.end - b.start - (a.end - a.start));
  if (longest !== undefined) return longest.concepts[0];
  const wants = matchSituations(words).flatMap((situation) => [...situation.wants]);
  return wants.sort((a, b) => b[1] - a[1])[0]?.[0];
}
