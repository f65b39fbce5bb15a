import { chatWords } from './chat-words.ts';
import { misspellings } from './misspellings.ts';
import { shortNames } from './short-names.ts';
import { skillNames } from './skill-names.ts';

/**
 * Chat Vietnamese. One expansion: it is put in place of what was typed. Several: they are alternatives, the catalogue's
 * own frequencies decide. Names of skills ("thvp", "mkt") also stand in the taxonomy; here are the ones that need
 * splitting or mean different things. Up to three words may make a short form, so that the neighbour of an ambiguous
 * one settles it: "sửa ml" is the air conditioner, "ml" alone is nothing.
 */
const tables = [chatWords, shortNames, skillNames, misspellings];

/** Short forms with several readings; the first is the usual one. */
const ambiguous: Readonly<Record<string, readonly string[]>> = {
  ck: ['chứng khoán', 'chuyển khoản', 'chồng'],
  lt: ['lập trình', 'lý thuyết'],
  nn: ['ngoại ngữ', 'nông nghiệp', 'nhà nước'],
  ta: ['tiếng anh'],
  av: ['anh văn'],
  kt: ['kế toán', 'kinh tế', 'kỹ thuật', 'kiểm tra'],
  tk: ['thiết kế', 'thống kê', 'tài khoản'],
  dl: ['du lịch', 'dữ liệu', 'điện lạnh', 'đà lạt'],
  đl: ['điện lạnh', 'dữ liệu', 'đi làm', 'đà lạt'],
  dt: ['điện thoại', 'đào tạo', 'đầu tư'],
  qt: ['quản trị', 'quốc tế'],
  nt: ['nội thất', 'nhà trường', 'nhắn tin'],
  tc: ['tài chính', 'trung cấp', 'tổ chức'],
  th: ['tin học', 'tiểu học', 'thực hành', 'trường hợp'],
  mt: ['máy tính', 'môi trường', 'mỹ thuật'],
  pt: ['huấn luyện viên cá nhân', 'phát triển', 'phân tích'],
  xd: ['xây dựng'],
  đd: ['điều dưỡng', 'điện dân dụng', 'địa điểm'],
  dd: ['dinh dưỡng', 'điều dưỡng', 'địa điểm'],
  gd: ['giáo dục', 'gia đình', 'giám đốc'],
  gđ: ['gia đình', 'giám đốc'],
  cn: ['chủ nhật', 'công nghệ', 'công nghiệp', 'công nhân'],
  sn: ['sinh nhật', 'sinh năm', 'sơ cấp'],
  sp: ['sản phẩm', 'sư phạm'],
  ks: ['khách sạn', 'kỹ sư', 'khảo sát'],
  bs: ['bác sĩ', 'bổ sung', 'buổi sáng'],
  ds: ['dược sĩ', 'dân số', 'danh sách'],
  ts: ['thạc sĩ', 'tiến sĩ', 'tuyển sinh'],
  pv: ['phỏng vấn', 'phục vụ', 'phóng viên'],
  tv: ['tư vấn', 'tiếng việt', 'tivi', 'thư viện'],
  bh: ['bán hàng', 'bảo hiểm', 'bây giờ', 'bao giờ'],
  bv: ['bệnh viện', 'bảo vệ'],
  bn: ['bao nhiêu', 'bạn', 'bệnh nhân'],
  bt: ['biết', 'bình thường', 'bài tập', 'bình thạnh', 'bình tân'],
  bth: ['bình thường'],
  bthg: ['bình thường'],
  bthuong: ['bình thường'],
  bc: ['báo cáo', 'bình chánh', 'biết chữ'],
  bd: ['bình dương', 'bồi dưỡng', 'bảo dưỡng'],
  bđ: ['bóng đá', 'bắt đầu', 'bồi dưỡng'],
  tb: ['tân bình', 'trung bình', 'thông báo', 'thiết bị'],
  tp: ['thành phố', 'thực phẩm', 'tân phú'],
  pn: ['phụ nữ', 'phú nhuận'],
  td: ['thủ đức', 'thể dục', 'tuyển dụng', 'tín dụng'],
  tđ: ['thủ đức', 'trình độ'],
  tdung: ['tuyển dụng', 'tín dụng', 'tiêu dùng'],
  tdụng: ['tuyển dụng', 'tín dụng', 'tiêu dùng'],
  tduc: ['thể dục', 'thủ đức'],
  tdục: ['thể dục', 'thủ đức'],
  gv: ['giáo viên', 'gò vấp'],
  gs: ['gia sư', 'giáo sư', 'giám sát'],
  cb: ['cơ bản', 'chuẩn bị', 'cán bộ', 'chế biến'],
  nc: ['nâng cao', 'nói chuyện', 'nghiên cứu'],
  cs: ['chăm sóc', 'cuộc sống', 'cơ sở'],
  cc: ['chứng chỉ', 'chung cư'],
  kn: ['kỹ năng', 'kinh nghiệm', 'khởi nghiệp'],
  ns: ['nhân sự', 'nói', 'ngân sách'],
  pp: ['powerpoint', 'phương pháp'],
  ppháp: ['phương pháp'],
  pphap: ['phương pháp'],
  yt: ['youtube', 'y tế'],
  tt: ['trung tâm', 'thông tin', 'thanh toán', 'thực tập'],
  ct: ['công ty', 'chương trình', 'công trình', 'cần thơ'],
  ctr: ['chương trình', 'công trình'],
  ctrinh: ['chương trình', 'công trình'],
  ctrình: ['chương trình', 'công trình'],
  dk: ['đăng ký', 'điều kiện'],
  đk: ['đăng ký', 'điều kiện'],
  hd: ['hướng dẫn', 'hợp đồng', 'hóa đơn', 'hoạt động'],
  hđ: ['hợp đồng', 'hóa đơn', 'hoạt động'],
  hk: ['học', 'không', 'học kỳ'],
  hn: ['hà nội', 'hôm nay'],
  hq: ['hàn quốc', 'hải quan'],
  tq: ['trung quốc'],
  nb: ['nhật bản', 'nhà bè'],
  hp: ['học phí', 'hải phòng', 'hạnh phúc'],
  hb: ['học bổng', 'hóc môn'],
  nh: ['nhiều', 'ngân hàng', 'nhà hàng'],
  qc: ['quảng cáo', 'kiểm soát chất lượng'],
  qtri: ['quản trị'],
  qtrị: ['quản trị'],
  vt: ['vi tính', 'vận tải', 'vũng tàu'],
  vc: ['việc', 'vợ chồng', 'viên chức'],
  xk: ['xuất khẩu'],
  nk: ['nhập khẩu', 'năng khiếu'],
  sc: ['sửa chữa', 'sơ cấp', 'sơ cứu'],
  tn: ['tốt nghiệp', 'thiếu nhi', 'thanh niên', 'thất nghiệp'],
  tnghiep: ['tốt nghiệp'],
  tnghiệp: ['tốt nghiệp'],
  ld: ['lao động', 'lãnh đạo'],
  lđ: ['lao động', 'lãnh đạo'],
  ldong: ['lao động'],
  lđộng: ['lao động'],
  ch: ['chưa', 'chị', 'cửa hàng'],
  tg: ['thời gian', 'thế giới'],
  tlieu: ['tài liệu'],
  tliệu: ['tài liệu'],
  ae: ['anh em', 'after effects'],
  đtu: ['đầu tư'],
  đtư: ['đầu tư'],
  đn: ['đồng nai', 'đà nẵng', 'doanh nghiệp'],
};

/** What a short form may stand for, each with its accents; an empty list for anything that is no short form we know. */
export function expansionsOf(shortForm: string): readonly string[] {
  return readings.get(shortForm) ?? [];
}

const readings = new Map<string, readonly string[]>(Object.entries(ambiguous));
for (const table of tables) {
  for (const [meaning, typed] of Object.entries(table)) {
    for (const shortForm of typed.split(', ')) readings.set(shortForm, [meaning]);
  }
}
