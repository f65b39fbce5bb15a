import type { Token } from './tokens.ts';

/**
 * Words of chat that say nothing about the topic: manner, persons, time. No noun that could be learnt, since published
 * lists are too aggressive for queries of four words. Written with accents, because many are something else without ("vẽ" is not "về").
 */
const words = `
  mình em anh chị tôi tui bạn ad admin cô chú bác con muốn cần tìm kiếm học khóa lớp ở đâu có không ạ nhé nha nhỉ vậy hả à ơi dạ thì là và
  với cho của về để được nào gì các những một vài xin hỏi giúp giới thiệu gợi ý chỉ dạy hướng dẫn biết thích hay đi đang sẽ đã rồi nên
  nữa này đó kia bao nhiêu như thế sao trong ngoài bên chỗ nơi khoá nhiều ít quá rất hãy tới đến từ bị do mà cũng ra vào thêm trên
  từng hoặc hay luôn cả lắm đây nghe chào phải người việc
  thôi còn chưa mới hơn luôn bằng dưới cách lọc cái gần khác buổi kiểu loại khoảng tốt ai làm giùm dùm đưa thế nhưng vì nếu khi xem dành
  mẹ má bố ba vợ chồng cháu ông bà dì cậu nhà tuần tháng ngày giờ năm trước sau ko không
`;
/** Say nothing either, but only as written: without accents they are names of things ("vẫn" and văn, "lên" and len). */
const onlyAsWritten = `
  hổng hông hong chẳng chả đừng nó họ tụi bọn chúng đứa thằng hai mấy vẫn cứ hết sạch xong nhau hoài mãi hồi lúc bữa hôm nay mai sắp vừa bỗng
  lên xuống qua lại theo cùng cùng vô ngay liền luôn thật thiệt đều chung riêng tính định tưởng nghĩ thấy kêu biểu bảo nói lo sợ ngại mong ước hy
  gấp lẹ mau chậm dư đủ thiếu tự khỏi hẳn hơi khá rành phải bắt giùm hộ kẻo đặng bèn tuy dù song rằng thế đấy kìa ấy vầy dzậy đó hen hén nghen
  giờ mất đành lỡ cũ mới lớn nhỏ lâu xa ăn uống ngủ nghỉ chơi tại rảnh rỗi
`;
const englishStopWords = `
  i im me my we our you your a an the of for to in on at with and or is are am be do does did have has want wanna would like need looking
  look find get any some please how what where when which who can could learn learning study course courses class classes lesson lessons about
  there that this these it its hi hello help give show teach us from by id ive ok what just only ones one instead good best so if but really his her their
  activity activities anything something everything everyone anyone fun nice great available nearby
`;

/** Folded form → the accented forms that are stop words. */
const stopForms = new Map<string, Set<string>>();
for (const word of `${words} ${englishStopWords}`.split(/\s+/).filter(Boolean)) {
  const key = foldStop(word);
  const forms = stopForms.get(key) ?? new Set<string>();
  forms.add(word);
  stopForms.set(key, forms);
}
const writtenStopWords = new Set(onlyAsWritten.split(/\s+/).filter(Boolean));

function foldStop(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
}

/**
 * Whether a token is a stop word. A token typed with accents must be that very word ("vẽ" is not "về"); without
 * accents it is one if any stop word folds to it.
 */
export function isStopWord(token: Pick<Token, 'folded' | 'accented' | 'hasAccents'>): boolean {
  if (writtenStopWords.has(token.accented)) return token.hasAccents;
  const forms = stopForms.get(token.folded);
  if (forms === undefined) return false;
  return token.hasAccents ? forms.has(token.accented) : true;
}
