import { fromTelex, isSpeltRight } from '../text/index.ts';

/**
 * Short forms of chat in what people say of themselves. The table of the search (src/text) leaves most of them out, because "t", "m" or
 * "r" may be anything in the name of a course; here a wrong reading of them costs nothing.
 */
const shortForms: Readonly<Record<string, string>> = {
  không: 'k ko kg khg kh hk hok hong hông hổng hỏng hơm khum khog khôg hog hôg kô 0 kng hg',
  em: 'e iem',
  tao: 't tau',
  mày: 'm mầy',
  mình: 'mk mik mìk mih mjh mềnh mh',
  tôi: 'tui tớ tuj',
  muốn: 'mún mun muốm mướn mốn',
  chết: 'chít chệt chớt chếc chếch chit chik chík',
  rồi: 'r rùi rui gòi gùi ròi oy',
  nữa: 'nx',
  gì: 'j gj ji',
  vậy: 'z v zậy vầy zị dzậy zay',
  người: 'ng ngừi',
  'người ta': 'ngta ngừita',
  'người yêu': 'ny',
  'người yêu cũ': 'nyc',
  'mọi người': 'mn mng',
  chồng: 'ck ox',
  vợ: 'vk bx',
  'bạn trai': 'bf',
  dượng: 'dy',
  bạn: 'bn b bợn pạn',
  anh: 'ah',
  chị: 'cj',
  nói: 'ns',
  giờ: 'h bh bjo bgio',
  biết: 'bít bik bit bjt bt',
  được: 'dc đc đuợc',
  luôn: 'lun',
  quá: 'wa wá qá wớ quớ',
  lắm: 'lm lém',
  thôi: 'thui thoy thôy',
  thiệt: 'thiệc',
  vào: 'zào',
  vô: 'zô dzô zo dzo',
  với: 'vs zới dới zí',
  về: 'zề dìa zìa dề',
  đang: 'dag đag đg dg',
  cũng: 'cg cx cũg cug',
  nhiều: 'nhìu nhju nhiu',
  'như thế nào': 'ntn',
  'làm sao': 'lsao',
  sống: 'sốg sog xống',
  xong: 'xog',
  trong: 'trog trg',
  phòng: 'phog phg',
  phải: 'pải fải phãi',
  giỡn: 'dỡn zỡn',
  buồn: 'bùn',
  trước: 'trc',
  những: 'nhg nhug',
  yêu: 'iu iêu',
  học: 'hx hc hok họk',
  'cuộc đời': 'cđời cdoi cđ',
  'cuộc sống': 'csong csống',
  'khách sạn': 'ks',
  'hôm nay': 'hnay',
  'hôm qua': 'hqua',
  'ngày mai': 'nmai',
  'tối nay': 'tnay',
  'ba mẹ': 'bme bame pama',
  'công viên': 'cv',
  'ký túc xá': 'ktx',
  'tài khoản': 'acc',
  'tự tử': 'tựtử tựtữ tưtử',
  'tự sát': 'tựsát',
  viết: 'vt',
  bé: 'pé',
  'trả lời': 'rep',
};

const longForms = new Map(
  Object.entries(shortForms).flatMap(([long, shorts]) => shorts.split(' ').map((short) => [short, long] as const)),
);

const vniMarks: Readonly<Record<string, string>> = {
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
};
const vniShapes: Readonly<Record<string, string>> = { a6: 'â', e6: 'ê', o6: 'ô', u7: 'ư', o7: 'ơ', a8: 'ă', d9: 'đ' };

/** A word typed with the VNI keyboard switched off: "che61t" → "chết". */
function fromVni(word: string): string {
  const shapes = [...word.matchAll(/[1-5]/g)].map(([digit]) => vniMarks[digit] ?? '').slice(0, 1);
  const body = word
    .replace(/[1-5]/g, '')
    .replace(/uo7/, 'ươ')
    .replace(/([aeou])([bcdghkmnpt]{0,2})([678])/, '$1$3$2');
  const shaped = body.replace(/[aeou][678]|d9/g, (keys) => vniShapes[keys] ?? keys).replace(/[6-9]/g, '');
  const at = Math.max(...[...'ăâêôơư'].map((letter) => shaped.lastIndexOf(letter)), shaped.search(/[aeiouy]/));
  return at < 0 ? shaped : (shaped.slice(0, at + 1) + shapes.join('') + shaped.slice(at + 1)).normalize('NFC');
}

/** Where a tone is written in "hòa" and "hoà" alike. */
const tonePlaces: readonly (readonly [RegExp, string])[] = [
  [/oà$/, 'òa'],
  [/oá$/, 'óa'],
  [/oạ$/, 'ọa'],
  [/oả$/, 'ỏa'],
  [/oã$/, 'õa'],
  [/(?<!q)uỷ$/, 'ủy'],
  [/(?<!q)uý$/, 'úy'],
];

function readWord(word: string): string {
  const known = longForms.get(word);
  if (known !== undefined) return known;
  if (/^[a-z]+[1-9][a-z1-9]*$/.test(word) && /[aeiouyd][a-z]*[1-9]/.test(word) && word.length >= 3) {
    const decoded = fromVni(word);
    if (decoded !== '' && isSpeltRight(decoded)) return decoded;
  }
  // "mệttt", "nữaa", "quáaa": letters drawn out. Words as "kill" and "soon" end or run on two of a kind by right.
  const short = word.replace(/(\p{L})\1{2,}/gu, '$1');
  const single = /[^\u0000-\u007f]/.test(short) ? short.replace(/(\p{L})\1$/u, '$1') : short;
  const drawn = single
    .replace(/([áàảãạấầẩẫậắằẳẵặ])a+$/u, '$1')
    .replace(/([éèẻẽẹếềểễệ])e+$/u, '$1')
    .replace(/([óòỏõọốồổỗộớờởỡợ])o+$/u, '$1')
    .replace(/([íìỉĩị])i+$/u, '$1')
    .replace(/([úùủũụứừửữự])u+$/u, '$1');
  const placed = tonePlaces.reduce((text, [from, to]) => text.replace(from, to), drawn);
  const steady = /[^\u0000-\u007f]/.test(placed) && !isSpeltRight(placed) ? withoutStutter(placed) : placed;
  return longForms.get(steady) ?? steady;
}

/** "muuốn", "cheết": the key of the vowel before its hat stayed. */
function withoutStutter(word: string): string {
  const letters = [...word];
  const base = (letter = '') => letter.normalize('NFD').charAt(0);
  return letters.filter((letter, at) => !/[aeiouy]/.test(letter) || base(letters[at + 1]) !== letter).join('');
}

/** Letters set apart so that nobody reads them: "t ự t ử", "c.h.ế.t", "ch*ết". */
function joinApart(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]\p{L}){2,}(?![\p{L}\p{N}])/gu, (apart) => apart.replace(/[^\p{L}]/gu, ''))
    .replace(/(?<![\p{L}.*_])(\p{L}{1,6})[.*_](\p{L}{1,6})(?![\p{L}.*_])/gu, (whole, first: string, second: string) =>
      !(isSpeltRight(first) && isSpeltRight(second)) && isSpeltRight(first + second) ? first + second : whole,
    );
}

/** What a word in quotation marks becomes: somebody else's words, a title, a phrase to translate. */
const quoted = ' “ ';

const told =
  /(?:nhắn|story|caption|trạng thái|nói|bảo|kêu|ghi|đăng|viết|gửi|hét|la|thề|khóc|nhan|noi|bao|dang|ns|status|stt|says?|said|text(?:s|ed)?|told|wrote|posted)(?: [^ ]{1,12}){0,4}[ :]{0,3}$/u;

/**
 * Quotation is not speech: a title, a line of a poem, a phrase to be translated. But what a friend has written is told in quotation marks
 * as well, and so is a whole message.
 */
function withoutQuotes(text: string): string {
  return text.replace(/["“”«»]([^"“”«»\n]{1,200})["“”«»]/gu, (_, inside: string, at: number) => {
    const isAlone = inside.length * 2 > text.length;
    return isAlone || told.test(text.slice(Math.max(0, at - 60), at))
      ? ` ${inside} `
      : `${quoted}${/[.!?]$/.test(inside) ? '. ' : ''}`;
  });
}

/**
 * A text as the patterns read it: composed, in lower case, chat's short forms written out, words between single blanks, a point where a
 * sentence ends, a blank at either end.
 */
export function plainSpeech(text: string): string {
  const visible = text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/'(?=(?:s|m|re|ve|ll|t|d)(?![\p{L}]))/gu, '');
  const words = joinApart(withoutQuotes(visible))
    .replace(/[.!?;\n\r…]+/g, ' . ')
    .replace(/[^\p{L}\p{N}.“#+]+/gu, ' ')
    .trim()
    .split(/ +/)
    .map(readWord);
  // "Trẻ em" are children, not the one who writes.
  return ` ${words.join(' ')} `.replace(/(?: \.)+ /g, ' . ').replace(/ (?:trẻ|tre) em(?= )/g, ' trẻ_em');
}

/** More than this is no cry for help, but somebody's essay or an attack on the server's time. */
const longest = 2000;

/** The same with what was typed in Telex read as it was meant; undefined when nothing was. */
export function fromTelexSpeech(speech: string): string | undefined {
  const words = speech.split(' ');
  const read = words.map((word) =>
    isSpeltRight(word) && !/aa|ee|oo|dd|[aou]w/.test(word) ? word : (fromTelex(word) ?? word),
  );
  return read.some((word, at) => word !== words[at]) ? read.join(' ') : undefined;
}

/** The ending of a laugh; it takes the weight of what is only said so, never of what is planned or happens. */
export function isLaughing(text: string): boolean {
  return /=\)|:\)\)|:v\b|:d\b|\b(?:ha){2,}|\b(?:hi){2,}|\b(?:he){2,}|\bk(?:k){2,}|\blol\b|\blmao\b|😂|🤣/iu.test(text);
}
