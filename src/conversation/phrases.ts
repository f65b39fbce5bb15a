import { fold } from '../text/index.ts';

/** What somebody says by the by. `words` are folded, without signs, single spaces between. */
export type SmallTalk =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'acknowledge'
  | 'may_i_ask'
  | 'who_are_you'
  | 'human'
  | 'contact'
  | 'lost'
  | 'sad'
  | 'sorry'
  | 'resting'
  | 'insult';

const endings =
  '(?: (?:ban|ad|admin|shop|em|anh|chi|co|chu|moi nguoi|ban oi|there|bot|a|nhe|nha|nghen|hen|nhen|ha|oi|vay|the|ne|luon|nhieu|lam|qua))*';

/** Who wants a person: asked for by a verb, or named alone where the word means nothing else ("quản lý" is also a thing to learn). */
const people = {
  asked:
    '(?:cho )?(?:em|minh|toi|tui|con|chau|co|chu|i)? ?(?:(?:can|muon|xin|duoc|co the|want to|would like to|can i|please) )*(?:cho (?:em|minh|toi) )?(?:gap|noi chuyen|noi|chat|lien he|lien lac|ket noi|trao doi|hoi|talk|speak|chat|connect me)(?: (?:truc tiep|voi|mat|to|with))*(?: (?:mot|a|an|ban|anh|chi|co))* (?:nguoi that|nguoi|nhan vien|nv|can bo|tu van vien|nguoi phu trach|admin|quan ly|human|real person|person|staff|someone|somebody|agent)(?: (?:that|tu van|ho tro|truc))*',
  alone: 'nguoi that|tu van vien|nguoi phu trach|(?:a )?(?:human|real person)',
};

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
      `^(?:ok|oke|oki|okay|okie|dung|dung roi|dung vay|chinh xac|thoi|thoi khoi|thoi dung|thoi duoc roi|khoi|da|da vang|vang a|vang|u|uh|uhm|um|uk|duoc roi|duoc|tot|hay qua|tuyet|tuyet voi|hieu roi|biet roi|ro roi|de coi|de xem|hihi|hehe|haha|hi hi|ha ha|kk|kkk|good|great|nice|i see|got it|fine|cool|yes|khong sao|khong co gi)${endings}$`,
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
    'human',
    new RegExp(
      `^(?:${people.asked}|${people.alone})(?: (?:khong|duoc khong|duoc|voi|giup minh|di|ngay|nua|please))*${endings}$`,
    ),
  ],
  [
    'contact',
    new RegExp(
      `^(?:cho )?(?:em|minh|toi|tui)? ?(?:muon )?(?:lien he|xin|goi cho|goi)? ?(?:voi )?(?:so dien thoai|sdt|hotline|lien he ai|lien he the nao|lien he o dau)(?: (?:khong|duoc khong|voi|giup minh|ban|lien he))*${endings}$`,
    ),
  ],
  [
    'contact',
    new RegExp(
      `^(?:alo |a lo )?(?:(?:co|con) ai (?:(?:o )?(?:do|day|dau|trong nay) )?(?:truc )?(?:khong|ko|k|hong|hok)|(?:co|con) ai (?:o )?(?:do|day)|is anyone there|anybody there|anyone there)${endings}$`,
    ),
  ],
  [
    'sad',
    new RegExp(
      `^(?:(?:minh|em|toi|tui|hom nay|nay|thay) )*(?:buon|chan|met|nan|ap luc|stress|sad|bored|tired)(?: (?:qua|ghe|lam|thiet|that|that su|day))*${endings}$`,
    ),
  ],
  [
    'sorry',
    new RegExp(
      `^(?:(?:da|oi|a|u|thoi) )*(?:cho )?(?:(?:em|minh|toi|tui|con|chau|co|chu) )?(?:(?:that|thanh that|cho|rat) )?(?:xin loi|sorry|sr|srr|i am sorry|im sorry|my bad)(?: (?:ban|minh|em|toi|vi|da|lam phien|tra loi|tre|cham|phien))*${endings}$`,
    ),
  ],
  [
    'resting',
    new RegExp(
      `^(?:(?:thoi|hom nay|nay|toi nay|bua nay|minh|em|toi|tui|con|chau|co|chu|gio) )*(?:(?:met|buon ngu|ban|ban ron|oai|duoi)(?: (?:qua|roi|lam|ghe|wa|thiet|qua roi))* )?(?:(?:minh|em|toi|tui|con|chau|co|chu|cho|xin|phep|thoi) )*(?:nghi|nghi hoc|di ngu|nghi ngoi|nghi mot bua|nghi bua nay|nghi hom nay|mai hoc|mai hoc tiep|de mai|hen mai)(?: (?:day|da|chut|mot chut|xiu|ty|som|hom nay|bua nay|thoi|tiep|hoc|roi))*${endings}$`,
    ),
  ],
  [
    'lost',
    new RegExp(
      `^(?:(?:minh|em|toi|tui|con|chau)? ?(?:chua |khong |ko |hong )(?:biet|ro)(?: (?:nen|phai|muon))? (?:hoc|tim|chon)(?: (?:cai|mon|khoa|nganh|them))? gi(?: (?:bay gio|gio|day|het|nua|cho phu hop|phu hop|hop))*|hoc gi (?:bay gio|day|cho tot|cho hay|duoc|la tot|de)|co (?:gi|khoa nao|lop nao|nhung khoa gi|nhung lop gi) (?:hay|moi|vui|hot|khong)|goi y (?:cho )?(?:minh|em|toi|tui)?|what should i (?:learn|study)|surprise me|suggest something)${endings}$`,
    ),
  ],
  [
    'insult',
    /^(?:(?:do|thang|con|may|ban|bot|mi|you|are|so|is) )*(?:ngu(?: (?:qua|vay|the|nguoi|ngoc|si|het cho noi))?|ngoc|dien|khung|do hoi|vo dung|vo tich su|dm|dmm|dcm|vcl|vl|cc|clgt|cut di|bien di|im di|stupid|idiot|useless|shut up|fuck(?: (?:you|off))?|sex|shit)(?: .{0,12})?$/,
  ],
];

/** Emoji that nod, thank or smile; others ask for nothing that can be understood. */
const nods = /^(?:[👍👌🙏💯✅🥰😍👏😊🙂😄❤💖]|\s|\u{fe0f}|\u{1f3fb}|\u{1f3fc}|\u{1f3fd}|\u{1f3fe}|\u{1f3ff})+$/u;

const refusal =
  /^(?:khong|ko|k|hong|thoi|huy|bo qua|de sau|cancel|no|never ?mind|stop)(?: (?:a|nhe|nha|can|nua|can nua|cam on|di|ban|thanks|thank you|it))*$/;

/** Whether somebody who was asked for words would rather not. @param words as `plainWords` gives them */
export function isRefusal(words: string): boolean {
  return refusal.test(words);
}

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
