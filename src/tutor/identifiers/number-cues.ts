/** What the words around a number say it is; `harmless`: something that belongs to nobody. */
export type Cue = 'phone' | 'paper' | 'account' | 'bank' | 'code' | 'harmless';

const banks =
  `vietcombank|vcb|techcombank|techcom|tcb|bidv|vietinbank|viettinbank|vietin|vtb|agribank|agri|mb ?bank|mbb?|acb|sacombank|stb|
  vp ?bank|vpb|tp ?bank|tpb|hd ?bank|hdb|vib|shb|msb|ocb|eximbank|exim|scb|seabank|ssb|lp ?bank|lpb|lienviet[a-z]{0,12}|nam a|bac a|ab ?bank|pvcombank|
  pg ?bank|kienlong[a-z]{0,6}|baoviet|vietabank|vietbank|ncb|bvbank|ban viet|cake|timo|tnex|shinhan[a-z]{0,6}|hsbc|woori|uob|citibank|
  standard chartered|dong ?a|saigonbank|cimb|gpbank|oceanbank|cbbank|mbv|vikki|[a-z]{2,10}bank`.replace(/\s+/g, '');

const cues: Readonly<Record<Cue, string>> = {
  account:
    'stk|so tk|so tai khoan|tai khoan|tk|so the|(?:the|so) (?:ngan hang|atm|tin dung|ghi no|visa|mastercard)|visa|mastercard|napas|atm|iban|account(?: number| no)?|acct|acc|chuyen khoan|ck|ngan hang|card(?: number)?|debit|credit',
  bank: `${banks}|momo|zalopay|vnpay|viettelpay|viettel money|shopeepay|moca`,
  paper:
    'cccd|cmnd|cmtnd|cmt|can cuoc(?: cong dan)?|cancuoc|chung minh(?: nhan dan| thu)?|so giay to|giay to|ho chieu|passport|ho khau|gplx|bang lai(?: xe)?|giay phep lai xe|vneid|so dinh danh|dinh danh|khai sinh|id card|citizen id|national id|id(?: number| no)?|identity(?: card| number)?|driver.?s? licen[cs]e|licen[cs]e',
  code: 'bhyt|bhxh|bhtn|bao hiem(?: y te| xa hoi)?|mst|ma so thue|ma thue|tax (?:code|id|number)|mssv|mshs|mshv|msnv|msgv|sbd|so bao danh|ma (?:so )?(?:sinh vien|hoc sinh|hoc vien|nhan vien|giao vien|can bo|khach hang|benh nhan|ho so|ca nhan|dinh danh|the|cong chuc|vien chuc|dan cu|bao hiem|bhxh|bhyt)|ma (?:nv|sv|hs|kh)|student id|employee id|insurance(?: number| no)?|so ho so|so so',
  phone:
    'sdt|dtdd|dt|so dien thoai|dien thoai|so phone|phone(?: number)?|tel|telephone|mobile|cell|so may|may ban|di dong|zalo|viber|whatsapp|imess?age|goi|call|lien he|lien lac|lh|contact|nhan tin|text|sms|so sim|sim|hotline|alo|fax|hot line|so (?:cua )?(?:em|minh|toi|tui|me|ba|bo|anh|chi|co|chong|vo|con|nha|ban|ong)',
  harmless:
    'hoc phan|so du|con lai|(?<=tai khoan |tk )con|nap|rut|hien co|dang co|ma (?:khoa(?: hoc)?|lop|mon|bai|de|san pham|don|phong|buu chinh|buu dien|vach|giam gia|hang)|course (?:code|id)|isbn|issn|doi|phien ban|version|build|bai|cau|trang|day so|mat khau|password|gia|hoc phi|tien|so tien|dan so|tinh|phep tinh|luong|doanh thu|ngan sach|kinh phi|dien tich|khoang cach|toa do|ip|mac|port|cong|luot|tong|hang so|pi|so pi|gan bang|xap xi|model|serial|seri|tong dai|nhi phan|ket qua|dap so|dap an|bang|vd so',
};

const cuePattern = new RegExp(
  `(?<![a-z])(?:${(Object.keys(cues) as Cue[]).map((cue) => `(?<${cue}>${cues[cue]})`).join('|')})(?![a-z])`,
  'g',
);

/** How far before a number its name may stand: "số tài khoản của mẹ em bên ngân hàng Vietcombank là". */
const reachBefore = 60;
const reachBehind = 30;

/** What the words around the places of a text say; read once, because hostile texts have a number at every second sign. */
export interface Cues {
  /** What the nearest words before a place say, within the sentence and behind the last number of some length. */
  before(start: number): Cue | undefined;
  /** What the words behind say: "… (Vietcombank)", "… là số điện thoại em". */
  behind(end: number): Cue | undefined;
}

export function cuesOf(folded: string): Cues {
  const said = [...folded.matchAll(cuePattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    cue: (Object.keys(cues) as Cue[]).find((cue) => match.groups?.[cue] !== undefined) ?? 'harmless',
  }));
  const barriers = [...folded.matchAll(barrier)].map((match) => match.index + match[0].length);
  const stops = [...folded.matchAll(/[.?!;\n\u0000\d]/g)].map((match) => match.index);
  return {
    before(start) {
      const from = Math.max(start - reachBefore, barriers[countUpTo(barriers, start) - 1] ?? 0);
      let at = countUpTo(said, start, ({ end }) => end) - 1;
      const nearest = said[at];
      if (nearest === undefined || nearest.start < from) return undefined;
      if (nearest.cue !== 'bank') return nearest.cue;
      // "stk Vietcombank": the bank does not take the word back that says more.
      for (; at >= 0; at--) {
        const earlier = said[at];
        if (earlier === undefined || earlier.start < from) break;
        if (earlier.cue !== 'bank') return earlier.cue === 'account' ? 'account' : 'bank';
      }
      return 'bank';
    },
    behind(end) {
      const next = said[countUpTo(said, end - 1, ({ start }) => start)];
      const stop = stops[countUpTo(stops, end - 1)] ?? folded.length;
      return next !== undefined && next.end <= Math.min(stop, end + reachBehind) ? next.cue : undefined;
    },
  };
}

/** What words before it say nothing of what comes behind: the end of a sentence, another number, something taken away. */
const barrier = /\u0000|(?<=[a-z]{4})[.?!;](?=\s)|\d(?:[ .-]?\d){4,}/g;

/** How many of a sorted list are not beyond a place. */
function countUpTo(list: readonly number[], place: number): number;
function countUpTo<T>(list: readonly T[], place: number, placeOf: (one: T) => number): number;
function countUpTo<T>(list: readonly T[], place: number, placeOf: (one: T) => number = Number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(list[middle] as T) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
