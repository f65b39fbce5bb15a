/** Every rhyme of Vietnamese without its tone: what may follow the first consonant of a syllable. */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt
  êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo
  oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâ uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm
  uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyp uyu uyn ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh
  uan uang uanh uat uac uach uai uao uay uăng uăn uăt uăc uen ueo uet`.split(/\s+/),
);

const onset = /^(?:ngh|ng|nh|ch|gh|gi(?=[aăâeêioôơuưy])|kh|ph|qu|th|tr|[bcdđghklmnprstvx])/;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Whether a composed lower-case word is spelt as a Vietnamese syllable can be. "người" is, "ngừoi" and "trìnhf" are not: their
 * accents are slips, and the word is better read without them.
 */
export function isSpeltRight(word: string): boolean {
  const toneless = word.normalize('NFD').replace(tones, '').normalize('NFC');
  const tonesWritten = word.normalize('NFD').match(tones)?.length ?? 0;
  const first = onset.exec(toneless)?.[0] ?? '';
  const rest = toneless.slice(first.length);
  // "gì" and "giếng" share their i with the first consonant; "qu" takes its u.
  return (
    tonesWritten <= 1 &&
    (rhymes.has(rest) || (first === 'g' && rhymes.has(rest)) || (first === 'gi' && rhymes.has(`i${rest}`)))
  );
}
