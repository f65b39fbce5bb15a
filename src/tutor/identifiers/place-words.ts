import { fold } from '../../text/index.ts';
import { isWritten } from '../legible.ts';

/** Districts and cities as people name them at the end of an address, longest first; the rest of a place is found by "phường", "quận". */
export const districts: readonly string[] =
  `thanh pho ho chi minh|tp ho chi minh|tp\\. ?ho chi minh|tp\\.? ?hcm|tphcm|ho chi minh|hcmc|hcm|sai gon|
  sg|binh thanh|go vap|tan binh|tan phu|phu nhuan|thu duc|binh tan|cu chi|hoc mon|binh chanh|nha be|can gio|ha noi|da nang|can tho|hai phong|hue|
  bien hoa|dong nai|binh duong|di an|thuan an|thu dau mot|vung tau|ba ria|long an|tay ninh|tien giang|ben tre|da lat|nha trang|viet nam|vietnam`
    .replace(/\s*\n\s*/g, '')
    .split('|')
    .sort((one, other) => other.length - one.length);

/**
 * First syllables of the names of streets: families, and what else streets of the city are named for. Written with accents; a text without
 * any may mean them too.
 */
const streetWords =
  `Nguyễn Trần Lê Lý Phạm Phan Võ Vũ Hoàng Huỳnh Hồ Ngô Đinh Đặng Đỗ Bùi Dương Trương Tôn Cao Mạc Trịnh Lương Lâm Thái Đào Mai Tô Tống
  Chu Châu Đoàn Hà Hải Hai Cách Điện Xô Pasteur Yersin Calmette Cống Cộng Lạc Âu Quang Kha Hậu Hùng Hồng An Nam Đồng Đông Bạch Sư Thành Luỹ Lũy Ung
  Vườn Kinh Minh Lãnh Bình Bà Ký Tùng Phó Bến Thống Giải Láng Kim Khương Tây Xuân Hoà Hòa Trường Song Phùng La Lưu Triệu Trưng Khánh Tạ Hàm Hàn Lữ Mã Mậu
  Nghĩa Ngọc Phú Phước Tản Tân Thân Thích Thủ Thuận Tiền Tú Vạn Vĩnh Đề Đội Đồn Ông Cô Cây Chợ Gò Bành Bế Cù Đường Lò Lũng Tam Ba Sông Rạch Mạch CMT8 CMT
  CMT10 XVNT ĐBP NTMK NKKN LVS NVC Tỉnh`
    .toLowerCase()
    .split(/\s+/);
const byFolded = new Map<string, string[]>();
for (const word of streetWords) byFolded.set(fold(word), [...(byFolded.get(fold(word)) ?? []), word]);

/** Whether the name of a street may begin with this word. */
export function beginsStreet(folded: string, written: string): boolean {
  return byFolded.get(folded)?.some((word) => isWritten(written, word)) ?? false;
}

/** Words that end a name: what follows an address in a sentence. */
export const notNames = new Set(
  `gan cho o nha nhe nhen ne nhi va hay co lop thi la de a ah da em anh chi minh toi tui ban con me ban nay do kia day qua ra vao di den toi tu voi khong ko
  k duoc dc muon hoc hoi cua cach sau truoc ben doi dien canh sat trong ngoai tren duoi giua ma nen roi nua vay luon cung se dang can tim nhung bao giu khi neu vi
  nhan gui giao ship ghe gap nho lam on xin cam sdt dt zalo tel so lien he email cccd cmnd stk goi moi tam thuong tru khoang hoac kieu nhu the thay biet
  the near at and is in the for my from with please`.split(/\s+/),
);

/** What may stand before a house's number: "nhà em ở 12 …", "gửi về số 12 …". */
export const homeWords = new Set(
  `o nha tai tro ngu song dc so ship giao gui ve den toi chi ktx que quan tru live address at to from house home qua ghe nhan hang`.split(
    /\s+/,
  ),
);

/** Before a number these say that it counts or names something else: "lớp 12 Nguyễn Trãi", "ngày 30/4". */
export const countWords = new Set(
  `lop ngay thang nam bai cau trang chuong muc tiet thu diem top hang tuyen xe bus buyt tap quyen khoa ky phien ban luc gio tuan buoi hon khoi vong
  hoi phan quy khoan dieu luat nghi dinh chi thi tu sang mung mong le class grade page lesson step buoc nhom phut gom du duoc tong khoang giai`.split(
    /\s+/,
  ),
);
