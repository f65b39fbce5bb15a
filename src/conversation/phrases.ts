import { fold } from '../text/index.ts';

/** What somebody says by the by. `words` are folded, without signs, single spaces between. */
export type SmallTalk =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'acknowledge'
  | 'may_i_ask'
  | 'who_are_you'
  | 'contact'
  | 'lost'
  | 'insult';

const endings =
  '(?: (?:ban|ad|admin|shop|em|anh|chi|co|chu|moi nguoi|ban oi|there|bot|a|nhe|nha|nghen|hen|nhen|ha|oi|vay|the|ne|luon|nhieu|lam|qua))*';

const patterns: readonly (readonly [SmallTalk, RegExp])[] = [
  ['hello', new RegExp(`^(?:xin )?(?:chao|hello|helo|hi|hey|alo|hallo|good (?:morning|afternoon|evening))${endings}$`)],
  [
    'thanks',
    new RegExp(
      `^(?:(?:da|ok|oke|vang|u|uhm) )?(?:xin )?(?:minh |em |toi |tui )?(?:cam on|cam ta|biet on|thanks|thank|thank you|tks|thks|ty)(?: (?:you|so much|a lot|very much|ban nhieu|rat nhieu))?${endings}$`,
    ),
  ],
  ['bye', new RegExp(`^(?:tam biet|bye|bye bye|goodbye|hen gap lai|chao tam biet|good night|ngu ngon)${endings}$`)],
  [
    'acknowledge',
    new RegExp(
      `^(?:ok|oke|oki|okay|okie|da|da vang|vang a|vang|u|uh|uhm|um|uk|duoc roi|duoc|tot|hay qua|tuyet|tuyet voi|hieu roi|biet roi|ro roi|de coi|de xem|hihi|hehe|haha|hi hi|ha ha|kk|kkk|good|great|nice|i see|got it|fine|cool|yes|khong sao|khong co gi)${endings}$`,
    ),
  ],
  [
    'may_i_ask',
    new RegExp(
      `^(?:ad oi |shop oi |ban oi |a lo )?(?:cho )?(?:em|minh|toi|tui|anh|chi|co|chu|con)? ?(?:muon )?(?:xin )?hoi(?: (?:chut|ti|xiu|cai|dieu|viec|mot chut|mot chuyen|chuyen|tham))*${endings}$`,
    ),
  ],
  [
    'who_are_you',
    /^(?:ban|may|em|ad|mi|you|bot)? ?(?:ten (?:la )?gi|la ai|la robot|la bot|la nguoi|la may|la nguoi hay may|la ai vay|ai lam ra ban|ai tao ra ban|co phai nguoi(?: that)?(?: khong)?|are you (?:a )?(?:robot|bot|human|real|person)|what is your name|whats your name|who made you)(?: (?:a|ha|khong|vay|the|hay nguoi|phai khong))*$/,
  ],
  [
    'contact',
    new RegExp(
      `^(?:cho )?(?:em|minh|toi|tui)? ?(?:muon )?(?:gap|noi chuyen voi|lien he|xin|gap mat|goi cho)? ?(?:voi )?(?:nguoi that|nhan vien|can bo|tu van vien|nguoi phu trach|admin|quan ly|so dien thoai|sdt|hotline|lien he ai|lien he the nao|lien he o dau|human|a human|a real person|staff|talk to (?:a )?(?:human|person|staff))(?: (?:khong|duoc khong|voi|giup minh|ban|lien he))*${endings}$`,
    ),
  ],
  [
    'lost',
    new RegExp(
      `^(?:(?:minh|em|toi|tui|con|chau)? ?(?:chua |khong |ko |hong )(?:biet|ro)(?: (?:nen|phai|muon))? (?:hoc|tim|chon)(?: (?:cai|mon|khoa|nganh))? gi|hoc gi (?:bay gio|day|cho tot|cho hay|duoc|la tot|de)|co (?:gi|khoa nao|lop nao|nhung khoa gi|nhung lop gi) (?:hay|moi|vui|hot|khong)|goi y (?:cho )?(?:minh|em|toi|tui)?|what should i (?:learn|study)|surprise me|suggest something)${endings}$`,
    ),
  ],
  [
    'insult',
    /^(?:(?:do|thang|con|may|ban|bot|mi|you|are|so|is) )*(?:ngu(?: (?:qua|vay|the|nguoi|ngoc|si|het cho noi))?|ngoc|dien|khung|do hoi|vo dung|vo tich su|dm|dmm|dcm|vcl|vl|cc|clgt|cut di|bien di|im di|stupid|idiot|useless|shut up|fuck(?: (?:you|off))?|sex|shit)(?: .{0,12})?$/,
  ],
];

/** Emoji that nod, thank or smile; others ask for nothing that can be understood. */
const nods = /^(?:[👍👌🙏💯✅🥰😍👏😊🙂😄❤💖]|\s|\u{fe0f}|\u{1f3fb}|\u{1f3fc}|\u{1f3fd}|\u{1f3fe}|\u{1f3ff})+$/u;

/** The folded words of a text without signs. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}.)/\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.)]+$/u, (end) => (end === ')' ? ')' : ''))
    .trim();
}

/** What a whole message is, when it is small talk; undefined for anything that may be a wish. */
export function smallTalkOf(text: string, words: string): SmallTalk | undefined {
  if (words === '') return text.trim() !== '' && nods.test(text) ? 'acknowledge' : undefined;
  if (words.length > 60) return undefined;
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}
