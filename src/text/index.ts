export { abbreviations, expansionsOf } from './abbreviations.ts';
export { editDistanceAtMostOne } from './edit-distance.ts';
export { fold, hasAccents } from './fold.ts';
export { detectLanguage } from './language.ts';
export { agrees, type PhraseMatch, type PhraseTable, phraseTable } from './phrase-table.ts';
export { isStopWord } from './stop-words.ts';
export { fromTelex } from './telex.ts';
export { foldedPhrase, type Token, tokens } from './tokens.ts';
