import { fromTelex } from './telex.ts';
import { tokens } from './tokens.ts';

const englishWords = new Set(
  `a about after all am an and any are at basic beginner beginners best better book business can certificate cheap cheaper class classes
  course courses day design do does drawing english evening evenings every find for free from get give good have help her his how i
  in is it job language learn learning less lesson lessons like looking me music my near nearby need no not of old on only or our out over
  please price school skills small some start study teach teacher than that the their there they this time to training under up us
  could should someone something anyone anything everyone people person really very going been being before still just know home house phone
  make makes made take more most much many other others another into over right first last next week weeks month months adult adults kids child
  children son daughter wife husband mother father parents friend friends money only never always maybe soon today tomorrow tonight
  want wants was way we weekend weekends what when where which who why with without work would year years you your`.split(
    /\s+/,
  ),
);

/** Syllables that are common in Vietnamese typed without accents and are no English word. */
const vietnameseWords = new Set(
  `anh bac bai ban bang bao bat bi biet buoi ca cac cach cai cap cau cho chi chua chung co con cua cung cuoi da dai dang dau day de den di dia
  dich dien dinh dong dung duoc duoi em gan gi gia giao gio hang hay hoc hoi hom hop huong it ke khac khi khoa khoi khong kien kinh ky
  lai lam lan len lop luong ly ma mat may me mien minh moi mon muon nam nang nao nau nay nen nghe nghi ngoai ngu nguoi nha nhan nhap nhat
  nhe nhieu nhu nong nuoc oi phai phi phap phat phu phuong qua quan quang rat sang sau si sinh so su tai tam tap tat thanh the them thi
  thich thiet thoi thong thu thue thuat tien tieng tiep tim tin toan toi tre trinh trong trung truong tu tuan tuoi va van vao ve vi viec viet
  vien vo voi vui xa xay xe xin xong y yeu`.split(/\s+/),
);

const vietnameseSyllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:uye|uya|uyu|ieu|yeu|oai|oay|uay|uoi|uou|oao|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])?$/;

/** Whether a folded word could be a Vietnamese syllable by its letters. */
export function isVietnameseSyllable(folded: string): boolean {
  return vietnameseSyllable.test(folded);
}

/** Whether a folded word is one of the commonest of English. */
export function isEnglishWord(folded: string): boolean {
  return englishWords.has(folded);
}

/**
 * The language a message is written in, by rules: accents decide; otherwise the words that occur in only one of the two.
 * `proof` is how much must speak against `fallback`: two words of the other language, one with accents.
 * A message that says nothing either way ("excel", "python") is `fallback`.
 */
export function detectLanguage(text: string, fallback: 'vi' | 'en' = 'vi', proof = 0): 'vi' | 'en' {
  let balance = 0;
  let unknown = 0;
  let keyed = 0;
  for (const token of tokens(text)) {
    if (token.hasAccents) balance += 2;
    else if (vietnameseWords.has(token.folded)) balance += 1;
    else if (englishWords.has(token.folded)) balance -= 1;
    else if (vietnameseSyllable.test(token.folded)) balance += 0.3;
    else if (/^[a-z]{4,}$/.test(token.folded)) {
      unknown += 1;
      // Typed with the keyboard switched off: "tieengs".
      if (fromTelex(token.folded) !== undefined) keyed += 1;
    }
  }
  if (balance === 0) return unknown - keyed >= 3 || (unknown >= 3 && keyed * 2 < unknown) ? 'en' : fallback;
  const found = balance > 0 ? 'vi' : 'en';
  return found === fallback || Math.abs(balance) > proof ? found : fallback;
}
