import { coursePhrases, innocentLists, innocentPhrases, storyPhrases, studyPhrases } from './distress-innocent.ts';
import {
  distressLists,
  lowSigns,
  suicideSigns,
  suicideSubjects,
  violenceSigns,
  wishPhrases,
} from './distress-signs.ts';
import { fromTelexSpeech, isLaughing, plainSpeech } from './distress-text.ts';
import { type Found, phrasesOf } from './phrases.ts';

/** `perhaps`: not well, or not plain what is meant; such a person is asked, kindly. */
export type Distress = 'suicide' | 'violence' | 'perhaps';

const lists = { ...distressLists, ...innocentLists };
const innocent = phrasesOf(lists, innocentPhrases);
const story = phrasesOf(lists, storyPhrases);
const study = phrasesOf(lists, studyPhrases);
const course = phrasesOf(lists, coursePhrases);
const wish = phrasesOf(lists, wishPhrases);
const suicide = phrasesOf(lists, suicideSigns);
const suicideSubject = phrasesOf(lists, suicideSubjects);
const violence = phrasesOf(lists, violenceSigns);
const kin = phrasesOf(lists, ['{kin}']);
const low = phrasesOf(lists, lowSigns);

/**
 * Whether a text tells of danger to somebody's life or body by the phrases that stand in lists. In
 * three steps: everyday phrases that only sound so are taken out ("đói muốn chết", "đánh máy", "chết pin"); then signs are looked for; a
 * bare subject ("tự tử", "bạo hành") counts only where nothing makes it a matter of study. It errs towards asking.
 */
export function listedDistress(text: string): Distress | undefined {
  const speech = plainSpeech(text);
  const telex = fromTelexSpeech(speech);
  const laughs = isLaughing(text);
  const found = distressIn(speech, laughs);
  if (telex === undefined || found === 'suicide' || found === 'violence') return found;
  return distressIn(telex, laughs) ?? found;
}

/** Whether the one who writes stands there themselves; "gieo mình" is said of anybody. */
const oneself = /(?<! gieo| trẫm| tram) (?:em|mình|minh|tôi|toi|tao|con|cháu|chau|me|my|i|us)(?= |$)/u;

/** A laugh makes a sigh of it: "khó mún die =))". */
const onlySighed = / (?:muốn|muon) (?:die|chết|chet)(?: \S+)?$/u;

/** What is feared or guarded against has not happened: "sợ bị quấy rối", "để không bị đánh". */
const onlyFeared =
  / (?:sợ|so|lo|tránh|tranh|ngừa|ngua|chống|khỏi|khoi|(?:để|de) (?:không|khong))(?: con| em| bé)?(?: bị| bi)?$/u;

function distressIn(speech: string, laughs: boolean): Distress | undefined {
  const serious = innocent.without(speech);
  const isStory = story.isIn(serious);
  const isSubject = isStory || study.isIn(serious);
  const isLearning = isSubject || course.isIn(serious);
  const wished = suicide.firstIn(serious)?.text;
  if (wished !== undefined)
    return (isStory && !oneself.test(wished)) || (laughs && onlySighed.test(wished)) ? 'perhaps' : 'suicide';
  if (!isLearning && suicideSubject.isIn(serious)) return laughs ? 'perhaps' : 'suicide';
  const deeds = violence.allIn(serious).filter((deed) => !onlyFeared.test(serious.slice(0, deed.at)));
  if (deeds.some((deed) => oneself.test(deed.text))) return isStory ? 'perhaps' : 'violence';
  if (deeds.length > 0 && !isSubject)
    return !isLearning || deeds.some((deed) => oneself.test(around(serious, deed)) || kin.isIn(`${deed.text} `))
      ? 'violence'
      : 'perhaps';
  return !isSubject && low.isIn(serious) && !wish.isIn(serious) ? 'perhaps' : undefined;
}

/** The words before and after a sign. */
function around(speech: string, { text, at }: Found): string {
  const before = speech
    .slice(Math.max(0, at - 40), at)
    .split(' ')
    .slice(-5);
  const after = speech
    .slice(at + text.length, at + text.length + 40)
    .split(' ')
    .slice(0, 5);
  return ` ${[...before, ...after].join(' ')} `;
}
