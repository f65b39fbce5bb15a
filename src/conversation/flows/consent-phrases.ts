/** Each opening with each ending: whole messages as people type them. */
function spoken(openings: readonly string[], endings: readonly string[]): string[] {
  return openings.flatMap((opening) => ['', ...endings].map((ending) => `${opening} ${ending}`.trim()));
}

function leadingTo(command: string, phrases: readonly string[]): Record<string, string> {
  return Object.fromEntries(phrases.map((phrase) => [phrase, command]));
}

const pleas = ['đi', 'nhé', 'nha', 'nữa', 'nữa nhé', 'nữa nha', 'giùm mình', 'giúp mình', 'giùm', 'ạ', 'luôn'];
const pleasUnaccented = [
  'di',
  'nhe',
  'nha',
  'nua',
  'nua nhe',
  'nua nha',
  'gium minh',
  'giup minh',
  'gium',
  'a',
  'luon',
];

/** What people write without a slash, with the command it means. */
export const consentPhrases: Readonly<Record<string, string>> = {
  ...leadingTo('dung', [
    'dừng',
    'dừng lại',
    ...spoken(['dừng nhắc', 'ngừng nhắc', 'đừng nhắc', 'thôi nhắc', 'tắt nhắc'], pleas),
    ...spoken(
      [
        'đừng nhắn',
        'đừng nhắn tin',
        'dừng nhắn',
        'dừng nhắn tin',
        'ngừng nhắn tin',
        'đừng gửi tin',
        'đừng gửi',
        'ngừng gửi tin',
        'thôi đừng nhắn',
      ],
      pleas,
    ),
    // "Dung nhac", "tat nhac" alone may be about music.
    ...[
      'dung nhac nua',
      'dung nhac nua nhe',
      'dung nhac toi nua',
      'dung nhac minh nua',
      'dung nhac em nua',
      'ngung nhac nua',
    ],
    ...spoken(['dung nhan tin', 'ngung nhan tin', 'dung gui tin', 'ngung gui tin', 'thoi dung nhan'], pleasUnaccented),
    'dung nhan nua',
    'hủy đăng ký nhận tin',
    'huy dang ky nhan tin',
    ...spoken(['không nhận tin nữa', 'không muốn nhận tin nữa', 'ko nhận tin nữa'], ['đâu', 'nha', 'nhé']),
    ...spoken(
      [
        'khong nhan tin nua',
        'khong muon nhan tin nua',
        'ko nhan tin nua',
        'k nhan tin nua',
        'k muon nhan tin nua',
        'hok nhan tin nua',
      ],
      ['dau', 'nha', 'nhe'],
    ),
    'stop',
    'stop it',
    'stop messages',
    'stop messaging me',
    'stop reminding me',
    'stop sending me messages',
    'no more messages',
    'unsubscribe',
  ]),
  ...leadingTo('thongbao tat', [
    ...spoken(['tắt thông báo', 'dừng thông báo', 'ngừng thông báo'], pleas),
    ...spoken(['tat thong bao', 'dung thong bao', 'ngung thong bao'], pleasUnaccented),
    'turn off announcements',
    'announcements off',
  ]),
  ...leadingTo('thongbao bat', [
    ...spoken(['bật thông báo', 'bật lại thông báo', 'mở thông báo'], pleas),
    ...spoken(['bat thong bao', 'bat lai thong bao', 'mo thong bao'], pleasUnaccented),
    'turn on announcements',
    'announcements on',
  ]),
  ...leadingTo('ai tat', ['tắt ai', 'tat ai', 'tắt ai đi', 'tat ai di', 'turn off ai', 'ai off']),
  ...leadingTo('ai bat', ['bật ai', 'bat ai', 'turn on ai', 'ai on']),
};

const people = 'ban|bot|ad|shop|em|e|minh|toi|tui|anh|chi|co|chu|bac';

/**
 * "Bạn đừng nhắn tin cho tôi nữa", "thôi không nhận tin nữa", "hủy đăng ký thông báo": who does not want to be written to is heard however they
 * say it. Reminders alone ("dung nhac") may be about music and stay with the phrases.
 */
export const stopWording = new RegExp(
  `^(?:(?:${people}|lam on|vui long|xin|please) )*(?:(?:dung|ngung|thoi|khong|ko|k|hong|huy)(?: (?:co|muon|can|duoc|them|lai|phai|dang ky|theo doi))* )+(?:(?:nhan|gui|bao|nhan duoc) )?(?:nhan tin|gui tin|tin nhan|thong bao|lam phien|spam|quang cao|nhac nho|(?<=(?:nhan|gui) )tin)(?: (?:cho|den|voi|nua|di|nhe|nha|a|nay|dau|luon|giup|gium|cua|${people}))*$`,
);
