import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distressOf } from '../../src/tutor/distress.ts';

const suicide = [
  'tự tử',
  'mình nghĩ tự tử hoài',
  'tui buồn quá không muốn sống nữa',
  'khong muon song nua',
  'hết thiết sống r',
  'muốn chết quách cho xong',
  'I want to die',
  'muon tu tu',
  'muuốn cheết quaá r',
  'khoong muoons soongs nuwax',
  'em chỉ muốn ngủ một giấc rồi đừng tỉnh dậy nữa',
  'k còn lý do gì để sống tiếp',
  'chắc tối nay em đi luôn, mọi người đừng tìm',
  'mình uống hết vỉ thuốc ngủ rồi',
  'vua uong ca lo thuoc ngu',
  'tôi đang đứng trên sân thượng, nhảy xuống là hết',
  'ước gì mình chưa từng được sinh ra',
  'em rạch tay mấy hôm nay rồi, không dừng được',
  'tao mệt lắm rồi, để tao chết đi',
  'có mình chỉ làm gánh nặng cho ba mẹ, mình chết đi cho nhẹ',
  'bạn em nhắn là nó muốn chết, em phải làm sao',
  'chị tui mới nhảy sông tự tử, cứu với',
  'con gái tôi đòi tự tử',
  'hong mun sog nx',
  'em đã viết thư tuyệt mệnh',
  'kết thúc cuộc đời này cho xong',
  'mún biến mất khỏi thế giới này mãi mãi',
  'thuốc nào uống vào là chết không đau vậy',
  'cách nào chết nhanh nhất',
  'sống chi nữa cho khổ',
  'chẳng thiết tha sống',
  "i don't want to live anymore",
  'thinking about killing myself tonight',
  'my friend says she wants to end her life',
  'i keep cutting myself',
  'nhiều lúc chỉ muốn lao đầu vào xe tải',
];
const violence = [
  'tôi bị chồng đánh',
  'em bi ban trai danh',
  'my husband beats me',
  'ba em say rượu là lấy dây nịt quất em',
  'chồng bóp cổ em tối qua',
  'ck đánh e bầm mặt',
  'cứu em với, nó đang đập cửa đòi giết em',
  'dượng hay vào phòng sờ người em lúc em ngủ',
  'thay giao so soang em trong phong hoc',
  'hàng xóm nhà em đánh con dữ lắm, bé khóc suốt đêm',
  'bạn trai cũ dọa tung ảnh nóng của em lên mạng',
  'nguoi ta doi 10 trieu khong thi dang clip sex cua em',
  'em bị lừa sang Campuchia, họ không cho về',
  'chủ giữ giấy tờ không cho em ra khỏi xưởng',
  'con tôi đi lạc từ chiều tới giờ chưa thấy',
  'bé nhà em mất tích rồi',
  'em bị mấy bạn trong lớp chặn đường đánh',
  'bị cưỡng hiếp',
  'có người đang theo dõi em, em sợ lắm, cứu em',
  'mẹ kế bỏ đói em, nhốt em trong nhà vệ sinh',
  'my stepdad touches me at night',
  'someone is threatening to leak my nudes',
  'they took my passport and will not let me leave',
  'a man is hitting a child next door',
  'ông nội bị con trai đánh đập đuổi ra khỏi nhà',
];
const perhaps = [
  'tu tu',
  'buồn muốn chết',
  'sống mệt mỏi quá chẳng biết để làm gì',
  'mọi thứ vô nghĩa quá',
  'mình không chịu nổi nữa',
  'tu sat',
];
const lookalikes = [
  'học từ từ thôi',
  'hoc tu tu cung duoc',
  'tư vấn giúp em',
  'tu van khoa hoc',
  'tự tin hơn',
  'đánh đàn cho chồng nghe',
  'học võ để chồng khỏi lo',
  'sống khỏe mỗi ngày',
  'muốn học cầu lông',
  'muốn học từ từ',
  'mình muon tu tu hoc tieng anh',
  'đói muốn chết, gần đây có lớp nấu ăn nào không',
  'cười chết mất với cái bài này',
  'bài tập nhiều muốn chết',
  'deadline dí muốn chết luôn',
  'trời nóng chết đi được',
  'thèm trà sữa muốn chết',
  'máy tính em bị chết nguồn, học sửa ở đâu',
  'điện thoại chết pin',
  'khóa kỹ năng phòng chống tự tử ở trẻ vị thành niên',
  'có lớp tâm lý nào nói về phòng ngừa tự tử không',
  'thuyết trình về bạo lực gia đình',
  'hội thảo phòng chống bạo hành trẻ em',
  'học võ tự vệ để không bị đánh',
  'em bị đánh rớt môn toán',
  'bị đánh cắp tài khoản facebook',
  'ba em đánh cờ giỏi lắm',
  'chồng em đánh bắt cá, muốn học nghề khác',
  'mẹ em muốn học đánh máy',
  'học đánh đàn guitar',
  'cách đánh giá năng lực',
  'ba dạy em đánh cầu lông',
  'phim tự sát có phụ đề không',
  'truyện Romeo và Juliet tự tử vì sao',
  'vì sao Chí Phèo tự sát',
  'phân tích cái chết của lão Hạc',
  'tỉ lệ tự tử ở Nhật là bao nhiêu',
  'khóa "Sống không hối tiếc" còn chỗ không',
  'sống để làm gì nếu không học? hihi cho em lớp kế toán',
  'không muốn sống ở quận 7 nữa, tìm lớp ở Thủ Đức',
  'hết muốn sống chung với deadline',
  'chết rồi, em quên mật khẩu',
  'chết, trễ giờ học mất',
  'nhảy cầu ở hồ bơi Yết Kiêu học phí nhiêu',
  'học nhảy hiện đại',
  'cắt tay áo sao cho đẹp',
  'lớp cắt may tay áo',
  'thuốc sâu sinh học cho rau sạch',
  'học phun thuốc trừ sâu an toàn',
  'treo cổ áo lên móc',
  'dạy con không đánh đòn',
  'đánh con có phạm luật không, em cần tài liệu học luật',
  'con em đi lạc đề bài văn, cần lớp viết',
  'mất dữ liệu lạc hết file',
  'khóa học sinh tồn',
  'lo muốn chết mai thi rồi',
  'em bị lừa tiền qua mạng, học cách phòng tránh',
  'tôi muốn học cách chụp ảnh',
  'đăng clip lên mạng thế nào',
  'game bắn chết boss',
  'dead line killing me lol',
  'how to kill a process in linux',
  'I am dying to learn English',
  'suicide prevention training',
  'this homework is killing me',
  'class about domestic violence law',
  'tự làm hại máy tính rồi',
  'gió lùa chết cóng',
  'học cách giết mổ gà',
  'nuôi cá cảnh hay bị chết',
  'tự tư duy',
  'cho minh hoi tu van lop tu ve',
];

function caught(text: string) {
  const found = distressOf(text);
  return found === 'suicide' || found === 'violence';
}

describe('signs of danger', () => {
  it.each(suicide)('"%s" is of suicide', (text) => {
    expect(distressOf(text)).toBe('suicide');
    expect(distressOf(text.normalize('NFD'))).toBe('suicide');
  });

  it.each(violence)('"%s" is of violence', (text) => {
    expect(distressOf(text)).toBe('violence');
  });

  it.each(perhaps)('"%s" is asked after', (text) => {
    expect(distressOf(text)).toBe('perhaps');
  });

  it.each(lookalikes)('"%s" is no crisis', (text) => {
    expect(caught(text)).toBe(false);
  });
});

/** The examples of somebody who had not seen the lists (distress/README.md). */
function examples(file: string): readonly { readonly text: string; readonly kind?: 'crisis' | 'unclear' }[] {
  const lines = readFileSync(new URL(`distress/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe('on examples that somebody else has written', () => {
  const messages = examples('messages.jsonl');
  const others = examples('lookalikes.jsonl');
  const crises = messages.filter(({ kind }) => kind === 'crisis');
  const unclear = messages.filter(({ kind }) => kind === 'unclear');

  it('every crisis is caught, most of what is unclear is asked after, and at most 3 % of look-alikes get the answer to a crisis', () => {
    const missed = crises.filter(({ text }) => distressOf(text) === undefined);
    const onlyAsked = crises.filter(({ text }) => distressOf(text) === 'perhaps');
    const asked = unclear.filter(({ text }) => distressOf(text) !== undefined);
    const alarms = others.filter(({ text }) => caught(text));
    process.stdout.write(
      `crises ${crises.length - missed.length}/${crises.length} (${onlyAsked.length} only asked after), unclear ${asked.length}/${unclear.length}, false alarms ${alarms.length}/${others.length}\n`,
    );
    expect(missed).toEqual([]);
    expect(onlyAsked.length).toBeLessThanOrEqual(3);
    expect(asked.length).toBeGreaterThanOrEqual(unclear.length * 0.9);
    expect(alarms.length).toBeLessThanOrEqual(others.length * 0.03);
  });

  it('they are caught however their letters are composed, and in capitals', () => {
    for (const { text } of crises) {
      expect(distressOf(text.normalize('NFD')), text).toBe(distressOf(text));
      expect(distressOf(text.toUpperCase()), text).not.toBeUndefined();
    }
  });
});

describe('a text made to be slow', () => {
  it.each(['ngủ ', 'em muốn ', 'không không muốn muốn ', 'has my ', 'a', 't.', '"', '. ', 'ba em hay '])(
    'of "%s" repeated is read to its end',
    (part) => {
      // Bounded gaps only: a pattern that runs back and forth would not come back within the test's time for a hundred thousand.
      expect(['suicide', 'violence', 'perhaps', undefined]).toContain(distressOf(part.repeat(100_000)));
    },
  );
});

describe('what strangers wrote', () => {
  // Far from what is wanted (distress/README.md); held so that no change makes it worse.
  it.each(['b', 'c', 'd', 'e'])('is heard in most of pair %s, and seldom wrongly', (pair) => {
    const crises = examples(`strangers/messages-${pair}.jsonl`).filter(({ kind }) => kind === 'crisis');
    const others = examples(`strangers/lookalikes-${pair}.jsonl`);
    const heard = crises.filter(({ text }) => distressOf(text) !== undefined).length;
    const wrongly = others.filter(({ text }) => ['suicide', 'violence'].includes(distressOf(text) ?? '')).length;
    process.stdout.write(
      `pair ${pair}: ${heard} of ${crises.length} crises heard, ${wrongly} of ${others.length} others\n`,
    );
    expect(heard / crises.length).toBeGreaterThan(0.65);
    expect(wrongly / others.length).toBeLessThan(0.09);
  });
});
