import type { Token } from '../text/index.ts';

/** Everyday words of titles in languages that catalogues "in English" hold as well; those that English or a song's title has too are left out. */
const foreignWords = new Set(
  `curso cursos formacion formacao formazione formation apprendre aprende aprenda aprender corso kurs lernen initiation
  para com con por como desde cero zero dos das del los las uma una um avec pour les des du pas votre mes sur et
  il lo gli imparare della delle di da dalla und fur mit der die das von ein eine wie ile icin egitimi egitim ve sifirdan
  programacao programacion iniciantes principiantes debutants principianti basico avanzado avancado completo completa facil seu sua tus
  guitarra violao teclado flauta investimento acoes bolsa finanzas financas contabilidade contabilidad diseno desenho en linea gratis`.split(
    /\s+/,
  ),
);
const englishWords = new Set(
  'the to and of for how your with learn from an by you beginners beginner course courses guide using become make create build complete in on is'.split(
    ' ',
  ),
);
const otherScript =
  /[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const foreignLetter = /[äöüßşğıñçëïîœæøå]/i;
const fewestWords = 2;

/**
 * Whether a course that is said to be taught in English has a title in neither English nor Vietnamese: catalogues give one
 * language for all. Errs towards believing them.
 */
export function hasForeignTitle(title: readonly Token[]): boolean {
  let [foreign, english, lettered] = [0, 0, 0];
  for (const { folded, written, hasAccents } of title) {
    if (otherScript.test(written)) return true;
    if (hasAccents || foreignLetter.test(written)) lettered++;
    else if (foreignWords.has(folded)) foreign++;
    else if (englishWords.has(folded)) english++;
  }
  return foreign + lettered > english && (lettered > 0 || foreign >= fewestWords);
}
