import { describe, expect, test } from 'vitest';
import { fieldTopic, suggestTopics, taxonomy } from '../../src/discovery/taxonomy.ts';
import { understand } from '../../src/discovery/understand.ts';
import { recognisePlaces } from '../../src/places/index.ts';
import { tokens } from '../../src/text/index.ts';

describe('the taxonomy', () => {
  test('has at least 350 concepts with three forms each, in both languages', () => {
    const concepts = [...taxonomy().concepts.values()];
    expect(concepts.length).toBeGreaterThanOrEqual(350);
    for (const concept of concepts) {
      expect(new Set(concept.forms.map((form) => form.accented)).size, concept.id).toBeGreaterThanOrEqual(3);
    }
  });

  test('finds every concept by each of its forms', () => {
    for (const concept of taxonomy().concepts.values()) {
      for (const form of concept.forms) {
        // A place's name in a form is understood as the place ("hồ chí minh học").
        if (recognisePlaces(tokens(form.accented)).length > 0) continue;
        // Said alone or after "học": a longer name of another concept may begin with that word.
        const names = new Set(concept.forms.map(({ folded }) => folded));
        // A form may hold a condition's words ("… cơ bản"): then it may be understood as the condition.
        const isFound = [form.accented, `học ${form.accented}`].some((text) => {
          const { terms, facets } = understand(text);
          return terms.some((term) => names.has(term.text)) || Object.keys(facets).length > 0;
        });
        expect(isFound, `${concept.id}: ${form.accented}`).toBe(true);
      }
    }
  });

  test('names eight fields in both languages, each with a topic to search', () => {
    const fields = suggestTopics();
    expect(fields).toHaveLength(8);
    for (const { id, names } of fields) {
      expect(names.vi).not.toBe('');
      expect(names.en).not.toBe('');
      expect(understand(fieldTopic(id) ?? '').terms.length).toBeGreaterThan(0);
    }
    expect(fieldTopic('nothing')).toBeUndefined();
  });
});
