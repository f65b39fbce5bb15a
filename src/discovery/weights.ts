/**
 * Every figure by which a wish is read and courses are ranked, in one place. Found by coordinate search on the open labelled
 * queries of two catalogues (docs/search-quality.md says how); the frozen ones were not looked at.
 */
export const weights = {
  /** What an alternative name counts beside the word that was typed. */
  synonym: 0.9,
  otherLanguage: 0.85,
  otherMeaning: 0.95,
  spelling: 0.9,
  /** What concepts that a situation or cue calls for count, by how surely it calls for them. */
  situation: 0.75,
  situationFloor: 0.15,
  cue: 0.85,
  /** The other words of a situation ("mở", "sắp") beside the concepts it calls for. */
  situationWord: 0.35,
  /** Words that name no concept, in a message that names some: those right beside a concept and the others. */
  knownBeside: 0.7,
  known: 0.4,
  unknownBeside: 0.55,
  unknown: 0.2,
  /** Leftover words beyond so many are chatter: together they count no more than so many. */
  chatter: 3,
  /** Concepts that are mentioned where another one is said to be learnt ("ở nhà nuôi con, muốn học may"). */
  mentioned: 0.5,

  /** Accents typed and accents written disagree: "bán" asked, "bàn" found. */
  otherAccents: 0.35,
  /** A lone Vietnamese syllable without its neighbour is weak evidence: "máy" of "máy bay" is in "máy tính" too. */
  loneSyllable: 0.4,
  /** A word that stands once in a description, and in no title, topic or skill, is mentioned in passing. */
  passing: 0.7,
  /** A lone word and its neighbour standing together. */
  neighbours: 0.7,
  /** How much of a course's score does not depend on how many ideas it covers. */
  partial: 0.35,

  /** The least share of a wish's information that a course must cover to be an answer at all. */
  floor: 0.55,
  /** Courses that cover less than this share of what the best one covers are about something else. */
  besideBest: 0.62,
  /** Courses that score less than this share of what the best one scores are about something else. */
  scoreBesideBest: 0,
};
