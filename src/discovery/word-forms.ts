/** Shorter words have too many others beside them. */
const shortest = 3;

/**
 * The other forms of an English word that a catalogue has: singular and plural, the form in -ing and the past. By endings only: a form is
 * offered where the catalogue has it, so nothing that is no word comes of it.
 * @param has whether the catalogue has a folded word
 */
export function wordForms(folded: string, has: (folded: string) => boolean): string[] {
  if (!/^[a-z]+$/.test(folded)) return [];
  const forms = new Set<string>();
  for (const stem of stemsOf(folded)) {
    if (stem.length < shortest) continue;
    const last = stem.at(-1) ?? '';
    const open = stem.endsWith('e') ? stem.slice(0, -1) : stem;
    for (const form of [
      stem,
      `${stem}s`,
      `${stem}es`,
      `${open}ing`,
      `${open}ed`,
      `${stem}${last}ing`,
      ...(last === 'y' ? [`${stem.slice(0, -1)}ies`] : []),
    ])
      forms.add(form);
  }
  forms.delete(folded);
  return [...forms].filter((form) => has(form));
}

/** What a word may be a form of, itself among them. */
function stemsOf(word: string): Set<string> {
  const stems = new Set([word]);
  if (/[^aeiou]ies$/.test(word)) stems.add(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh)es$/.test(word)) stems.add(word.slice(0, -2));
  if (/[^su]s$/.test(word)) stems.add(word.slice(0, -1));
  const inflected = /^(.{3,})(?:ing|ed)$/.exec(word)?.[1];
  if (inflected !== undefined) {
    stems.add(inflected);
    stems.add(`${inflected}e`);
    if (/([bdgmnprt])\1$/.test(inflected)) stems.add(inflected.slice(0, -1));
  }
  return stems;
}
