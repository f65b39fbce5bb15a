/**
 * Every figure by which a wish is read and courses are ranked, in one place. Found by coordinate search on the open labelled
 * queries of three catalogues (docs/search-quality.md says how); the frozen ones were not looked at.
 */
export const weights = {
  /** What an alternative name counts beside the word that was typed. */
  synonym: 0.76,
  otherLanguage: 0.67,
  /** An English name that looks like a Vietnamese syllable. */
  likeSyllable: 0.5,
  /** A name of the idea that stands in the words that were typed: "trumpet" in "kèn trumpet". */
  partOfTyped: 0.95,
  /** Two words of a longer name. */
  part: 0.4,
  /** Another form of an English word: "stocks" for "stock". */
  wordForm: 0.9,
  otherMeaning: 0.95,
  spelling: 0.54,
  /** What concepts that a situation or cue calls for count, by how surely it calls for them. */
  situation: 0.61,
  situationFloor: 0.15,
  cue: 0.85,
  /** The other words of a situation ("mở", "sắp") beside the concepts it calls for. */
  situationWord: 0.92,
  /** Concepts named inside a situation that does not call for them. */
  insideSituation: 0.5,
  /** What a situation weighs when nothing it calls for is in the catalogue, beside a word that no course has. */
  absentSituation: 0.8,
  /** What a situation's idea weighs in coverage beside concepts that were named. */
  situationBeside: 0.3,
  /** Words that name no concept, in a message that names some: those right beside a concept and the others. */
  knownBeside: 0.32,
  known: 0.24,
  unknownBeside: 0.3,
  unknown: 0.2,
  /** A word that is no Vietnamese syllable and that courses have ("rails", "stripe"): it names something, wherever it stands. */
  name: 0.64,
  /** The same in a message in English, where every word looks like a name. */
  englishName: 0.45,
  /** Leftover words beyond so many are chatter: together they count no more than so many. */
  chatter: 2.07,
  /** How much of the share that a neighbouring concept covers counts as covering the wish. */
  related: 0.93,
  /** Concepts that are mentioned where another one is said to be learnt ("ở nhà nuôi con, muốn học may"). */
  mentioned: 0.42,

  /** Accents typed and accents written disagree: "bán" asked, "bàn" found. */
  otherAccents: 0.47,
  /** A lone Vietnamese syllable without its neighbour is weak evidence: "máy" of "máy bay" is in "máy tính" too. */
  loneSyllable: 0.98,
  /** A word that stands once in a description, and in no title, topic or skill, is mentioned in passing. */
  passing: 0.56,
  /** What a course scores for teaching a concept, whatever its words, and on top of the words it has of it. */
  taught: 0.3,
  taughtToo: 0.18,
  /** What is left of having the name of a concept that the course does not teach. */
  untaught: 0.85,
  untaughtEvidence: 0.95,
  /** A lone word and its neighbour standing together. */
  neighbours: 0.7,
  /** The least evidence by which an idea may be named as the reason. */
  reason: 0.8,
  /** How much of a course's score does not depend on how many ideas it covers. */
  partial: 0.81,

  /** The least share of a wish's information that a course must cover to be an answer at all. */
  floor: 0.48,
  /** How far the floor sinks for long messages, which tell more than they ask for: at `longWords` words by this share. */
  longRelief: 0.25,
  longWords: 16,
  /** What the ideas beside the weightiest one count in coverage, in long messages: one is asked for, others are told. */
  otherIdeas: 0.48,
  /** Courses that cover less than this share of what the best one covers are about something else. */
  besideBest: 0.3,
  /** Courses that score less than this share of what the best one scores are about something else. */
  scoreBesideBest: 0.16,

  /** What is left of the score of a course that nobody has confirmed for half a year, and of one that two people reported lately. */
  freshness: { stale: 0.9, reported: 0.5 },

  /**
   * What an embedding model says. Not tuned, as no model comes with the program: `eval:search --meaning` shows what they are worth with one.
   * A course is nearer by `least` standard deviations than courses are as a rule before it counts, and surely about the wish at `sure`: of a
   * thousand courses one is nearer than three by chance.
   */
  meaning: { least: 2.5, sure: 6, lift: 0.5, alone: 0.9 },

  /**
   * What is known of a person, without their asking now, moves a course by so much. Not tuned, since the labelled wishes have no
   * profiles: chosen so that it decides between courses about equally near to the wish and never lifts one over a stated condition,
   * the mildest of which leaves 0.85.
   */
  leaning: {
    /** A course meant for a group they belong to, and one meant for others only. */
    audience: 1.12,
    otherAudience: 0.92,
    /** Their level, one step beside it, and advanced courses for beginners or the other way round. */
    level: 1.05,
    nextLevel: 0.92,
    farLevel: 0.8,
    /** Without a computer: the course says one must bring one; it is about computers, online or at a place that may have some. */
    needsComputer: 0.7,
    computerOnline: 0.8,
    computerAtPlace: 0.93,
    /** Online courses for somebody without even a phone. */
    onlineWithoutDevice: 0.8,
    /** Who is cut off: what is left of a course that costs something or does not say, and of one not known to need little data. */
    cutOffNotFree: 0.6,
    cutOffNotLight: 0.7,
  },

  /** What teaches a skill for which the demand rises: it decides between courses as near to the wish, and never over a stated condition. */
  rising: 1.04,

  /** The way to an occupation. Not tuned, as nothing is labelled: chosen so that who says nothing of money or level gets free and first courses. */
  path: {
    free: 1.15,
    advanced: 0.75,
    /** One course that teaches two skills is one way instead of two. */
    chosen: 1.2,
    /** A course that names a skill less surely does not teach it. */
    leastWeight: 0.5,
  },
};
