export { expansionsOf } from './abbreviations.ts';
export { fold, hasAccents } from './fold.ts';
export { detectLanguage, isVietnameseSyllable } from './language.ts';
export { isStopWord } from './stop-words.ts';
export { isSpeltRight } from './syllable.ts';
export { fromTelex } from './telex.ts';
export { foldedPhrase, isMostlyAccented, type Token, tokens } from './tokens.ts';
