/**
 * Signs that somebody may be in danger. The accented words come first: folded, "tu tu" is also "từ từ" and "tư vấn"; without
 * accents only what cannot mean anything else counts. JavaScript's \b knows ASCII letters only, so borders are spelt out.
 */
const border = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };

function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`${border.before}(?:${phrases.join('|')})${border.after}`, 'iu');
}

const danger = {
  suicide: anyOf([
    'tự tử',
    'tự sát',
    'tự vẫn',
    'kết liễu (?:đời|cuộc đời|bản thân|mình)',
    'không (?:muốn|thiết) sống(?: nữa)?',
    'ko (?:muốn|thiết) sống(?: nữa)?',
    'hổng (?:muốn|thiết) sống(?: nữa)?',
    'chán sống',
    'hết (?:muốn|thiết) sống',
    'muốn chết(?: quách| cho xong| đi)?',
    'chết (?:quách|đi) cho (?:xong|rồi|khỏe)',
    'sống (?:để )?làm gì nữa',
    'nhảy (?:cầu|lầu)(?: tự tử)?(?: cho xong)?',
    'rạch tay',
    'tự làm (?:đau|hại) (?:mình|bản thân)',
    'uống thuốc (?:sâu|rầy|ngủ)(?: cho chết| tự tử| cho xong)',
    'khong (?:muon|thiet) song(?: nua)?',
    'ko (?:muon|thiet) song(?: nua)?',
    'k muon song(?: nua)?',
    'het (?:muon|thiet) song',
    'chan song',
    'muon chet(?: quach| cho xong| di)?',
    'muon tu tu',
    'dinh tu tu',
    'nghi den tu tu',
    'rach tay',
    'kill myself',
    'want to die',
    'end my life',
    'suicid(?:e|al)',
    'hurt myself',
    'self[- ]?harm',
  ]),
  violence: anyOf([
    '(?:bị|bi) (?:chồng|chong|vợ|vo|cha|ba|bố|bo|mẹ|me|cha dượng|bạn trai|ban trai|người yêu|nguoi yeu|thầy|thay) (?:tui |tôi |mình |em |toi |minh )?(?:đánh|danh|bạo hành|bao hanh|đập|hành hạ|hanh ha|dọa giết|doa giet)',
    '(?:chồng|chong|cha|ba|bố|bạn trai|ban trai) (?:tui |tôi |mình |em |con |toi |minh )?(?:đánh|danh|bạo hành|bao hanh|hành hạ|hanh ha) (?:tui|tôi|mình|em|con|mẹ|toi|minh|me)',
    'bị (?:xâm hại|hiếp dâm|cưỡng hiếp|quấy rối tình dục|bạo hành)',
    'bi (?:xam hai|hiep dam|cuong hiep|quay roi tinh duc|bao hanh)',
    'my (?:husband|boyfriend|father|wife|partner) (?:hits|beats|hurts) me',
    '(?:i was|i am being|being) (?:raped|abused|beaten)',
  ]),
};

/** Without accents "tu tu" and "tu sat" may mean something else: then the person is asked, kindly. */
const perhaps = /^(?:.{0,20} )?(?:tu tu|tu sat|tu van)$/iu;

export type Distress = 'suicide' | 'violence' | 'perhaps';

/** Whether a text tells of danger to life, at once and before anything is searched. */
export function distressOf(text: string): Distress | undefined {
  const normal = text.normalize('NFC');
  if (danger.suicide.test(normal)) return 'suicide';
  if (danger.violence.test(normal)) return 'violence';
  return /^(?:(?:muon|toi|tui|minh|em|se|dinh) )*(?:tu tu|tu sat)$/i.test(normal.trim()) && perhaps.test(normal.trim())
    ? 'perhaps'
    : undefined;
}
