/** What is said of food, batteries, examinations and films every day. It is taken out of a text before signs of danger are looked for. */
export const innocentLists = {
  very: 'quá|lắm|thiệt|thật|ghê|dữ|mà|cứ|đến|tới|hơi|kinh|khủng',
  // What one is "to death" without a thought of dying. Sadness and weariness are not among them.
  plight:
    'đói|khát|nóng|lạnh|rét|vui|thích|mê|yêu|thương|nhớ|thèm|ghét|sợ|ngại|quê|ngượng|xấu hổ|cười|mắc cười|buồn cười|tức cười|buồn ngủ|ngủ|khó|dễ|dễ thương|đẹp|xinh|ngon|cay|no|mắc|đắt|rẻ|hồi hộp|lo|run|tiếc|tức|bực|ồn|ồn ào|kẹt xe|ngứa|nhột|lười|rối|mỏi|nhiều|đông|lâu|bận|hay|đau (bụng|chân|đầu|lưng|răng|lưỡi)|mỏi (tay|chân|lưng|mắt)|chạy|làm|học|cày|ôn|giỏi|sang|hôi|thối|bẩn|xa|nhanh|chậm|lag|mắc (ói|ngủ)|nắng|oi|bức|hot|phê|bài|bài tập|việc|deadline|ma|sến|nhảm|tò mò|ham',
  plainly:
    'đói|khát|nóng|lạnh|rét|vui|mê|yêu|thèm|ghét|mắc cười|buồn cười|tức cười|cười|khó|đẹp|xinh|dễ thương|ngon|cay|no|mắc|đắt|ngứa|nhột|lo|quê|ngại|tức|bực|ồn|hồi hộp|đau|mỏi|bận|lười|buồn ngủ|nhục',
  fatal: 'chết|xỉu|die|ngất|tắt thở|đứt hơi|khùng|điên|chết ngất|xỉu ngang|ná thở|rụng tim|bốc khói|độn thổ',
  game: 'boss|quái|trùm|nhân vật|tướng|trụ|game|unity|minecraft|liên quân|pubg|free fire|team|squad|mạng',
} as const;

export const innocentPhrases: readonly string[] = [
  // Slowly; advice; confidence; words.
  '!từ !từ',
  '(tu tu|tutu) (thôi|thoi|rồi (em|mình|cũng|khoai|sẽ)|roi (em|minh|cung|khoai|se)|học|làm|em|mình|đã|da|cũng|cung|nói|giảng|nghe|nghen|nha|nhé|mà|từng|bạn|chờ|đợi|đọc|tìm|coi|xem|giải|tập|ôn|nhớ|hiểu|quen|suy|tính|chọn|dạy|chỉ|làm|tiến|lên|cho|tô|vẽ|thích)',
  '(múa|váy|váy múa|đầm|chân váy) tutu|tutu (của|cho|múa|ba lê|ballet)',
  '(cứ|đi|học|làm|nói|nhắn|giảng|dạy|chạy|đọc|tập|ôn|ăn|uống|viết|gõ|giải|bạn|thầy|cô|hay|được|để) (tu tu|tutu)',
  '(tư|tự|tu) (vấn|van) (viên|vien|giúp|cho|về|khóa|giùm|lớp|chọn|học|nghề|tuyển sinh|hướng nghiệp|tâm lý|em|mình|online|miễn phí)',
  'tự tư tự lợi|nguyên tử|phân tử|điện tử|tử tế|tử vi|(đề|bài|thi) tử thần|tử huyệt|tử ngữ|động từ|danh từ|tính từ|từ vựng|hoại tử|!tự !từ|!tử !từ',
  // To death, of laughing and the like.
  '{plight}( {very})? (muốn|mún|đến|tới|mà) {fatal}( (luôn|đi được|mất|thôi|lên được))?',
  '{plainly} {fatal}( (đi được|luôn|mất|lên được|cóng|thôi|ngất))?',
  '(thèm|ghét|mê|sợ|thích) ~3 (muốn|đến|tới) (chết|xỉu|điên)',
  '(muốn|mún|mém|xém|suýt|gần|tưởng) (xỉu|điên|khùng|độn thổ|đứt hơi|rụng tim|bốc khói|tắt thở|ngất)',
  '(mệt|oải|chán|buồn) (chết|xỉu)( (luôn|đi được|mất|thôi|cha|mẹ))?',
  'chết (cười|ngất|mê|mệt|cóng|khát|đói|đứng|lặng|trân|khiếp|dở)( (chết|lên|vì|mất))?',
  'cười (ẻ|ỉa|bò|sặc|bể bụng|lộn ruột)|chết đi sống lại|sống chết( gì| mặc)?|dở sống dở chết|thăng thiên',
  '(deadline|bài|bài tập|sếp|thầy|cô|đề|kpi|lịch) ~3 (dí|dí muốn|hành|quật|đè) ~1 (chết|xỉu|die)',
  'dí (em|mình|tôi|tao|như|chạy|deadline)',
  '(?<=(?:^|[.]|ôi|trời|thôi|ủa|ấy|á) )chết (rồi|cha|mẹ|chửa|tiệt|thật|dở|bà|dọc|giẫm)(?! (đi|cho|quách))|(?<=(?:^|[.]) )chết (trễ|quên|lộn|nhầm)|chết (cha|tiệt|mẹ|bà) ~1 (em|mình|tôi) (quên|bấm|nhầm|lộn|trễ)',
  '(thôi|ủa|ui|trời|í|ấy|ôi) chết',
  '(chắc|chắc là|thế nào cũng|kiểu này|vậy|thì) chết (quá|mất|chắc|luôn á|toi)',
  '(khó|dễ|hay|xịn|rẻ|đẹp|đắt|nhanh) chết( mẹ| cha| bà)?',
  'chết người|chết chóc|cá chết|chết vinh|nhục hơn chết|vật chết',
  '(thi|môn|câu|đề|deadline|bài|lớp|kỳ) ~3 (giết|hại) (em|mình|tôi|tao)',
  '(k|không|chậm|trễ|về) ~2 (mẹ|má|ba|bố|vợ|chồng|cô|thầy|sếp) ~1 (giết|chém|xẻo|lột da)|(mẹ|má|ba|bố|cô|thầy|sếp) ~4 (giết|chém|xử|làm thịt) (em|mình|tôi|tao) (luôn|mất|chắc)',
  // Machines, plants, cells, languages, geography.
  '(máy|máy tính|laptop|điện thoại|dt|đt|pin|xe|mạng|wifi|web|server|app|link|ổ cứng|tủ lạnh|tivi|phím|chuột|màn hình|bàn phím|đèn|cây|hoa|lá|cá|men|tôm|gà|heo|lợn|vi khuẩn|virus|tế bào|nấm|kiến|gián|muỗi|lúa|rau|chuột máy tính|mic|loa|camera|sim|thẻ|usb|file|nguồn|kênh|acc|main|card|bot|con bot|quạt|máy lạnh|nồi|bếp|tủ|chó|mèo|chim|cây cối|chậu|hồ|bể)( (của|nhà|bị|em|mình|tôi|đã|sắp|lại|hay|tự nhiên|cứ|tự|sao|trong|chậu|phòng|ở|trọ|online|đang|xe|cán|cả|đàn|hồ|kênh|nuôi|hàng)){0,5} chết( (máy|nguồn|pin|hết|rồi|héo|khô|mấy phím|hàng loạt|hoài|ngắc|đứng|queo|ngang|lâm sàng))*',
  '(tế bào|vi khuẩn|virus|men|nấm) ~2 chết|chết theo chương trình|bất hoạt|giết chết (vi khuẩn|virus|tế bào)|(gây|liều|nồng độ) chết',
  'chết (máy|nguồn|pin|mạng|link|server|ram|main|đứng máy|cây|héo|khô|bàn phím)|(điểm|góc|biển|ngôn ngữ|khóa|khoảng|mùa|tiếng|thung lũng) chết|server die|die (rồi hả|server|mạng|link|pin)|tự hủy',
  '(mất|cúp|cắt|chết) (điện|mạng|nước|nguồn)',
  'kill (a|the|switch|process|boss|la|command|lệnh|- ?#|#|gì)|(lệnh|command|parent|process|nghĩa của|từ) kill|kill (khác|nghĩa)|dead (link|line|lock|sea|pixel|battery|lift)|deadlock|deadlift|deadline|died|(phone|laptop|battery|computer|server|mic|mouse|pc|tablet) (is|was|went|has)? ?(dead|dying|died)',
  "(is|are|was|were|be|it'?s|its) killing (me|it|us)|killing time|kill time|dying (to|for|of laughter|laughing)|shoot (me )?an?|break a leg|to die for|drop dead gorgeous|bombed",
  'giết (thời gian|mổ|gà|heo|lợn|bò|thịt|boss|quái|thì giờ|sâu|vi khuẩn|mạng)|bị giết # mạng',
  '(lao|nhảy) {into} (boss|trụ|combat|bãi)|(bắn|giết|chém) chết ~1 {game}|{game} ~4 (chết|tự sát|giết|rơi)( (hoài|hết|hết trơn))?',
  'tò mò|mày mò|mò mẫm|điểm danh|diem danh|dành (cho|riêng|thời gian|dụm|tiền|được)|danh (bạ|ba|sách|sach|mục|muc|thiếp|tiếng|tieng|dự|từ|tu|xưng|riêng|gia|may|dan|dau|cho|rieng|thoi gian|dum)',
  // Beating drums, eggs, shuttlecocks, keyboards; marks and prices.
  'đánh (máy|đàn|cờ|cầu|cầu lông|vần|dấu|giá|răng|trống|giày|dép|phấn|son|bóng|bài|xe|trứng|kem|rớt|cắp|bại|đố|lừa|thức|đổi|mất|bắt|điểm|số|thuế|golf|tennis|tenis|bida|bi a|banh|vảy|vảy nến|vecni|bản đồ|thắng|hơi|liều|bẫy|tan|bay|lẻ|đuôi|đồng|má|mi|nền|khối|bông|vi|văn bản|chữ|tranh|ghi ta|guitar|organ|piano|trận|mắt|phủ|pass|sập|úp|bật|tạm|dẹp|bò cạp|chuông|team|boss|rank|cá|lưới|chìa|lộn|bằng|bạc|ngựa|xoài|tiếng|thì|từ|tay lái|đề|đầu|đối kháng|võ|bơi|nhau với cai lệ|vân|van|rơi|mốc|may)(?! (em|mình|tôi|con|bằng|bầm))',
  '(bị|được) ~2 (đánh|danh) (dấu|vắng|rớt|giá|cắp|thuế|bản quyền|điểm|sập|lừa|mất|thức)',
  '(đấu|chơi|học|tập|dạy|lớp|giải|môn|nghề|biết|cách|thi) đánh',
  // Cutting cloth, hair, film, plane figures; a slip in the kitchen.
  '(cắt|rạch|may|xắn|ráp|vẽ|kiểu) (rách )?(tay|cổ) (áo|vest|sơ mi|bí|ráp|ngắn|dài|rời)|cắt (tay áo|cổ áo|may|tóc|video|clip|nhạc|vải|giấy|ảnh|hình|tỉa|giảm|nhau|cỏ|móng|dán|lớp|bớt|ngang|mặt|điện|nước|đường|ghép|chiết|lát|rau|thịt|bánh|kim loại|laser|cnc|sim|rốn)|đường cắt',
  '(gọt|bếp|nấu|xắt|thái|bào|rau củ|tỉa|nấu ăn|dao bếp|sơ cứu|băng ép) ~9 (cắt|đứt) ~2 tay|(cắt|đứt) ~2 tay ~5 (gọt|bếp|nấu|xắt|thái|bào|miếng xíu)|cắt {into} (tay|ngón)',
  // Diving, dancing, skipping, roofs to draw on.
  '(lớp|học|khóa|môn|dạy|tập|thi|bơi|bể bơi|hồ bơi|luyện|trường) ~1 nhảy( (lầu|cầu|xa|cao|dây|múa|hiện đại|zumba|#|sào))?',
  'nhảy (!dây|zumba|hiện đại|múa|đầm|cóc|việc|số|lớp|cóc|bước|mũi|tường lửa|flashmob|sạp|lò cò|cầu (#|ở hồ|ở bể|hồ bơi|bể bơi|trong bơi|nghệ thuật|đẹp|olympic))',
  '(chụp|vẽ|tiệc|trồng|tưới|phơi|lớp|workshop|học|cà phê|cafe|rau|vườn|sự kiện|đêm nhạc|tập|yoga|tổ chức) ~5 (sân thượng|tầng thượng|ban công)|(sân thượng|tầng thượng|ban công) ~5 (chụp|vẽ|tiệc|trồng|lớp|workshop|cà phê|cafe|rau|vườn|sự kiện|yoga|kỷ yếu|còn (chỗ|slot))',
  '(chân|gầm|đầu|dưới|cái|qua|xây|tên|gần|khu) cầu|cầu (thang|lông|đường|nối|tiến|thủ|trượt|vồng|mây|môn)|nhu cầu|yêu cầu',
  'treo !cờ|(tập|chơi|học|môn|lớp|thi) nhay day|treo co (tổ quốc|to quoc|le|dip|do|lên)|(người )?treo cổ (chơi|hangman|game|từ vựng)|(trò|trò chơi) ~2 treo cổ|hangman|(treo|thắt|may|bẻ|ủi|là) cổ áo( ~2 (nơ|móc|cà vạt))?|thắt (nơ|cà vạt|cổ áo)',
  // Medicine that is studied or taken; sprays for fields.
  '(thuốc) (trừ sâu|sâu|rầy|diệt cỏ|chuột) (sinh học|hữu cơ|thảo mộc|an toàn|cho|trong kho|phải|pha|làm từ|bằng)|(phun|xịt|pha|bán|kho|dư lượng|nhãn) ~2 thuốc|uống thuốc (kháng sinh|cảm|ho|bắc|nam|bổ|huyết áp|tiểu đường|đúng giờ|đúng cách|tránh thai|trước|sau)|thuốc ngủ (hoạt động|tác dụng|có|thuộc|là|tác động)|thuốc (mắt|cảm|ho|nhuộm|lá|bắc|nam|nước)|hết thuốc chữa|hết cứu( nổi)?',
  // Ends and farewells of courses, jobs and holidays.
  'kết thúc (khóa|môn|lớp|học|cuộc gọi|buổi|bài|chương|kỳ|năm|hợp đồng|đăng ký|thực tập|dự án|phiên|cuộc họp|trước|lúc|khi|vào)|(khóa|lớp|buổi|học|ca|chương trình|phim|truyện|giờ) ~2 kết thúc',
  'ngày cuối cùng (rồi )?(đăng|nộp|của (khóa|lớp|tháng|năm|kỳ|đợt|học)|là|để|đóng|học|được)|ngày cuối cùng ~2 (đăng ký|nộp|học phí)|(tạm|từ) biệt (bạn học|lớp|thầy|cô|công ty|sếp|khóa|moi nguoi em nghi|mọi người em nghỉ)|(đi ngủ|ngủ) ~2 (đây|mai|thôi|ngon)',
  '{not} ~1 muốn ~1 sống (ở|chung|cùng|tại|gần|xa|dựa|phụ thuộc|bám|thử|với (bố mẹ|ba mẹ|mẹ chồng|nhà chồng|đám|mấy|bạn|chồng|vợ|ông|bà))|hết muốn sống (chung|ở|với deadline)',
  'bỏ nhà ~3 (chơi|du lịch|vũng tàu|cuối tuần|đà lạt)|bỏ nha ra di tu cuoi tuan|bỏ trốn ~4 (đà lạt|vũng tàu|du lịch|chơi|phượt|nghỉ)|trốn (học|tiết|thuế|nắng|việc|cái nóng)|đi xa (học|làm|nhà|quê|lập nghiệp|kiếm)',
  'lạc (đề|hậu|quan|nghiệp|file|đường|dữ liệu|lõng|đà|trôi)|đi lạc (đề|file|đường|trong (trường|chùa|hẻm|toà|tòa))|mất (con dấu|bài|dữ liệu|file|tài khoản|mật khẩu|gốc|ngủ|điện|mạng|tiếng)',
  // Crimes against data; homework on Linux.
  '(xâm hại|xâm phạm) ~1 (dữ liệu|quyền|bản quyền|sở hữu|thông tin|tài khoản|riêng tư)|(dữ liệu|quyền|tài sản|bản quyền|thông tin|sở hữu trí tuệ|quyền sở hữu trí tuệ) ~2 (bị )?(xâm hại|xâm phạm)|(tấn công|mã độc|ransomware|brute force) ~4 (tống tiền|dữ liệu)|tống tiền ~2 (mã độc|ransomware)|brute force',
  '(cứu|cíu) (em|mình|tôi|e|với|tinh|hộ|trợ)( với| zới)? ~1 (file|excel|bài|code|máy|câu|môn|đề|luận văn|bánh|kem|word|slide|toán)',
  'chấm dứt (hợp đồng|hđ|tạm hoãn)|vĩnh biệt (tuổi|mùa|đời sinh viên|điểm)|giải thoát (khỏi )?(deadline|môn|kỳ thi)|biến mất (file|bài|icon|dữ liệu|nút|khỏi (màn hình|danh sách|điện thoại|máy))|(file|bài|nút|icon|biểu tượng|chữ|lớp|ảnh|tin nhắn|khóa học|tài khoản) ~3 biến mất|gánh nặng (thuế|tài chính|học phí|việc|bài)',
  'chia tay (ca|lớp|khóa|công ty|phòng|sếp|team|đồng nghiệp)',
  'bằng (lái|a1|b1|b2)',
];

/** Stories, plays, history, games: what people do in them happens to nobody. */
export const storyPhrases: readonly string[] = [
  '(?<!(quay) )phim|truyện|tiểu thuyết|bài hát|bài thơ|tác phẩm|nhân vật|đoạn trích|đọc hiểu|văn học|vở kịch|vở diễn|kịch|!diễn|đóng vai|vai (người|diễn|chính|phụ)|kịch bản|review|trích dẫn|cốt truyện|manga|anime|conan|series|tập mới|spoil|lời thoại|cuốn|quyển|sách|tác giả|nhà văn|nhà thơ|câu thơ|chi tiết này|durkheim',
  'chí phèo|lão hạc|thúy kiều|!kiều|vũ nương|chị dậu|vợ chồng a phủ|!mị|romeo|juliet|hamlet|anna karenina|ophelia|hitler|cleopatra|trưng trắc|trưng nhị|hai bà trưng|an dương vương|mỵ châu|hoàng diệu|phan thanh giản|samurai|seppuku|harakiri|khuất nguyên|van gogh|hemingway|socrates|judas|werther|madame bovary',
  'nhà vua|vị vua|vua (nào|lê|nguyễn|trần|lý|hùng|quang|bảo|hàm|duy)|hoàng hậu|!tướng|tướng quân|triều đình|triều đại|lịch sử|môn sử|sử lớp|cương sử|bài sử|thế kỷ|thời (lê|trần|nguyễn|pháp thuộc|chiến tranh)|tuẫn tiết|băng hà|tử trận|cổ tích|truyền thuyết|thần thoại|trong game|con game|game|cờ vua|cờ tướng|liên quân|movie|novel|lyrics|plot|character|episode|chapter|play(s)? by|in the (book|film|story)',
];

/** Homework, speeches, the law, statistics, prevention. */
export const studyPhrases: readonly string[] = [
  'thuyết trình|trình bày|tiểu luận|luận văn|khóa luận|đồ án|nghị luận|dàn ý|mở bài|bài văn|bài viết|bài luận|bài báo|báo cáo|nghiên cứu|khảo sát|phân tích|bài tập|đề cương|đề thi|câu hỏi|trắc nghiệm|hùng biện|tranh biện|poster|slogan|slide|slides|infographic|podcast|đề tài|chủ đề|dự án|số liệu|thống kê|tỉ lệ|tỷ lệ|khái niệm|định nghĩa|phân loại|nguyên nhân|hiện tượng|tình huống|bài giảng|giáo án|nghĩa là|dịch|tiếng anh là|từ này|hai từ|xã hội học|tâm lý học|tội phạm học|pháp luật|luật|pháp y|bảo hiểm|dược|độc chất|dịch tễ|dân số|di chúc|pháp lý|ngôn ngữ học|sinh học|tham luận|biên bản|bộ luật|điều luật',
  'phòng chống|phòng ngừa|phòng tránh|ngăn ngừa|ngăn chặn|chống (bạo|xâm|bắt nạt|quấy)|tập huấn|hội thảo|tọa đàm|tuyên truyền|tình nguyện viên|tổng đài|chứng chỉ|sơ cứu|tự vệ|chiến dịch|ngày thế giới|suicide (prevention|rate|rates|statistics|squad|awareness|bomber)|prevention|awareness|essay|thesis|seminar|grammar|idiom|translate|translation|meaning of|tự sửa|gõ nhầm|sửa lỗi|ghi nhầm|autocorrect',
];

/** Courses and lessons: everybody here speaks of them, those in danger too. */
export const coursePhrases: readonly string[] = [
  'khóa|khoá|lớp|workshop|kỹ năng|tìm hiểu|tài liệu|chương trình|câu lạc bộ|ngành|tình nguyện|học phần|môn|kiểm tra|course|class|training|lesson',
];
