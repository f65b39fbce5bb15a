/**
 * Words that stand for one another where danger is heard: what was learnt of "chồng đánh em" then holds for "dượng quất con" as well. A word may
 * stand in two. The lists say nothing by themselves; what each is worth beside which other is learnt.
 */
export const wordClasses: Readonly<Record<string, string>> = {
  // Who.
  me: 'em|mình|tôi|tao|con|cháu|tui|me|my|i|im|myself|bản thân|chính mình|tụi em|tụi con|mẹ con em|mẹ con tui',
  kin: 'chồng|vợ|ba|bố|cha|tía|mẹ|má|dượng|cha dượng|mẹ kế|dì ghẻ|mẹ chồng|ba chồng|anh trai|anh rể|chú|bác|cậu|ông nội|ông ngoại|bà nội|bạn trai|bạn gái|người yêu|chồng cũ|bạn trai cũ|người yêu cũ|con trai|con rể|con dâu|ông xã|ổng|ảnh|bả|husband|boyfriend|father|dad|stepdad|mom|uncle|wife|ông ấy|anh ấy|anh ta|bố dượng|cha ruột|ba ruột',
  others:
    'thầy|chủ|ông chủ|bà chủ|chủ quán|chủ nhà|sếp|quản lý|bảo vệ|hàng xóm|nó|tụi nó|bọn nó|họ|hắn|thằng|lão|gã|tụi bạn|mấy đứa|mấy anh|mấy thằng|đám|giang hồ|chủ nợ|xã hội đen|bọn chúng|chúng nó|someone|they|he|man|boss|teacher|gia sư|đồng nghiệp',
  child:
    'con gái|con trai|đứa nhỏ|bé|thằng bé|con bé|em gái|em trai|cháu nội|cháu ngoại|thằng con|nhỏ bạn|đứa em|child|son|daughter|sister|brother|trẻ_em|cháu gái|cháu trai|đứa bé|thằng nhỏ|con nhỏ|nhỏ em',
  friend: 'bạn em|bạn mình|bạn tui|nhỏ bạn|bạn thân|bạn cùng phòng|thằng bạn|đứa bạn|friend|chị em|anh em|bạn con',
  // What is done to somebody.
  hit: 'đánh|đánh đập|đập|đấm|đá|tát|đạp|quất|quật|bóp cổ|siết cổ|vả|bạo hành|hành hạ|tra tấn|hành hung|trói|xích|đâm|chém|rượt|cắn|ném|tạt|đốt|bỏ đói|nhốt|chích điện|kéo tóc|nắm tóc|nắm đầu|lôi|dí dao|kề dao|phang|xô|beat|beats|hit|hits|hitting|choked|slapped|đòn|roi|dây nịt|bầm|bầm tím|bầm mặt|thâm tím|hội đồng|táng|uýnh|oánh|đấm đá|dí thuốc',
  touch:
    'sờ|sờ soạng|sờ mó|mò|rờ|đụng chạm|sàm sỡ|quấy rối|xâm hại|cưỡng hiếp|hiếp|hiếp dâm|cưỡng bức|giở trò|lột đồ|cởi đồ|cởi áo|ôm|ép quan hệ|quan hệ|ngủ với|gạ|chỗ kín|vùng kín|đụng|hôn|rape|raped|touches|touched|bóp ngực|sờ đùi|vuốt',
  picture:
    'ảnh nóng|hình nóng|clip nóng|clip|nude|nudes|ảnh nhạy cảm|hình nhạy cảm|ảnh riêng tư|hình riêng tư|clip riêng|khỏa thân|ghép mặt|ảnh ghép|không mặc đồ|hình|ảnh|video|photos|pictures',
  threat:
    'dọa|doạ|hăm|hăm dọa|đe dọa|dọa giết|tống tiền|uy hiếp|tung|phát tán|đăng|threatens|threatening|threatened|blackmail|đòi giết|đòi chém|bêu|bắt|ép|ép buộc|cưỡng ép|không thì|hông thì|nếu không',
  held: 'nhốt|giam|giữ|khóa cửa|khóa trái|không cho về|không cho ra|thu điện thoại|giữ hộ chiếu|giữ giấy tờ|hộ chiếu|passport|locked|bị bán|campuchia|myanmar|biên giới|chuộc|tiếp khách|bán dâm|trốn|trốn ra|bắt cóc|khống chế|casino|cửa khẩu|bị lừa bán|chúng bắt|không cho ăn',
  missing:
    'mất tích|đi lạc|lạc|mất liên lạc|chưa về|không về|bỏ nhà|bỏ nhà đi|chưa thấy về|không thấy|thất lạc|missing|tìm không thấy|kiếm không thấy|tìm hoài|dắt đi|bế đi|chở đi|không liên lạc được',
  // With what, where to.
  weapon: 'dao|rựa|mã tấu|búa|axit|súng|dao lam|lưỡi lam|dao rọc giấy|mảnh kính|mảnh chai|knife|kéo|cây|gậy|xăng|kim',
  body: 'tay|cổ tay|đùi|chân|mạch máu|cánh tay|bắp tay|da|cổ|wrist|wrists|người|đầu|mặt|lưng',
  cut: 'rạch|cắt|cứa|khứa|cào|cấu|đâm kim|châm|cutting|cut|tự làm đau|làm đau|tự hại|làm hại|gạch',
  blood: 'máu|chảy máu|sẹo|vết|vết sẹo|vết rạch|blood|rướm máu|bleeding|xỉu|ngất|gãy',
  // Life and death.
  die: 'chết|die|dead|chít|tự tử|tự sát|tự vẫn|kết liễu|tự kết liễu|treo cổ|suicide|kill myself|nhảy lầu|nhảy sông|nhảy cầu|nhắm mắt|lìa đời|xuôi tay|tuyệt mệnh|cắn lưỡi|tutu|tự thiêu',
  live: 'sống|tồn tại|live|alive|trên đời|ở lại|thở|living|sống tiếp|thức dậy|tỉnh dậy|dậy|tỉnh lại|wake up|mở mắt',
  not: 'không|chẳng|chả|hết|đâu|chưa|đừng|khỏi|chớ|đếch|đéo|not|dont|cant|never|no|hổng|hông|khỏi cần|thôi',
  want: 'muốn|định|tính|sẽ|sắp|chuẩn bị|quyết định|quyết|thà|ước|mong|đòi|toan|nghĩ tới|nghĩ đến|ước gì|giá mà|phải chi|want|wanna|wish|going to|gonna|thèm|ham|thiết|cầu|ý định',
  go: 'đi|ra đi|đi xa|đi luôn|biến mất|đi theo|theo|tan biến|nghỉ|gone|leave|disappear|về với|đi trước|bỏ đi|buông|buông tay|buông xuôi|bỏ hết|buông bỏ|dừng lại|dừng',
  end: 'xong|kết thúc|chấm dứt|là hết|hết|nhẹ|nhẹ người|nhẹ lòng|nhẹ gánh|giải thoát|thanh thản|cho rồi|cho xong|hết khổ|hết nợ|rảnh|khỏe|yên|end it|end|over|đỡ khổ|đỡ phiền|yên nghỉ|xuôi|cho nhẹ|đỡ',
  // Ways.
  height:
    'cầu|sân thượng|tầng thượng|lan can|ban công|lầu|tầng|sông|kênh|nóc|cửa sổ|bờ kè|đường ray|mép|bridge|roof|thành cầu|vực|biển|tòa nhà|giếng',
  jump: 'nhảy|gieo|lao|phóng|bước xuống|rơi|bước thêm|jump|gieo mình|trẫm mình|leo lên|trèo|nhìn xuống|ngó xuống|thả mình|lao đầu|đâm đầu',
  pill: 'thuốc ngủ|thuốc sâu|thuốc chuột|thuốc rầy|thuốc diệt cỏ|thuốc trừ sâu|thuốc độc|paraquat|panadol|paracetamol|an thần|lá ngón|thuốc tẩy|pills|vỉ thuốc|lọ thuốc|vỉ|nắm thuốc|hũ thuốc|bịch thuốc|liều|quá liều|thuốc trầm cảm|javel|nước tẩy',
  drink: 'uống|nuốt|nốc|took|swallowed|gom|để dành|tích|mua sẵn|để sẵn|trữ|chuẩn bị sẵn|sẵn',
  rope: 'dây|sợi dây|dây thừng|thòng lọng|than|đốt than|ga|khí|gas|dây điện|xà nhà|quạt trần',
  // Farewells.
  farewell:
    'tạm biệt|vĩnh biệt|từ biệt|chào|cảm ơn|xin lỗi|thư|di chúc|lần cuối|bữa cuối|cuối cùng|goodbye|bye|kiếp sau|dặn|dặn dò|nhờ|gửi lại|tha lỗi|tha thứ|sorry|bất hiếu|vĩnh viễn|mãi mãi|tin nhắn cuối|trăn trối|tâm thư|hậu sự|bàn thờ|di ảnh',
  giveAway:
    'cho hết|tặng|để lại|nuôi giùm|nuôi giúp|chăm giùm|lo cho|gửi nuôi|giữ giùm|chia|xóa hết|dọn|dọn dẹp|sắp xếp|thu xếp|mật khẩu|sổ tiết kiệm|giấy tờ nhà|tưới cây giùm|con mèo|con chó',
  // How somebody is.
  burden:
    'gánh nặng|phiền|làm phiền|vô dụng|thừa|người thừa|tốn cơm|không ai cần|không ai nhớ|không ai thương|chẳng ai|không ai|nobody|burden|worthless|vắng em|không có em|thiếu em|đáng sống|xứng đáng|vô nghĩa|lý do',
  pain: 'khổ|đau|mệt|mệt mỏi|kiệt sức|tuyệt vọng|chịu|chịu nổi|chịu hết nổi|bế tắc|chán|chán sống|chán đời|trống rỗng|khóc|cô đơn|tối thui|đường cùng|hết đường|cùng đường|hopeless|tired|nhục|tủi|hy vọng|nợ',
  fear: 'sợ|cứu|cíu|cầu cứu|giúp với|cứu với|help|scared|afraid|hoảng|run|làm sao|phải làm gì|báo ai|gọi ai|kêu ai|không dám|núp|khóc|la|la hét|kêu cứu|sợ lắm',
  // When.
  now: 'tối nay|đêm nay|hôm nay|bữa nay|bây giờ|giờ|hồi nãy|nãy giờ|lát nữa|sáng mai|ngày mai|mai|đang|vừa|mới|vừa mới|tonight|now|tối qua|hôm qua|đêm qua|mấy bữa nay|tuần này|lần này|hồi sáng|nữa|rồi|sẵn',
  again: 'ngày nào cũng|đêm nào cũng|hoài|suốt|mỗi lần|mỗi đêm|mỗi ngày|cứ|thường|liên tục|mấy năm|bao nhiêu năm',
  drunk: 'say|xỉn|nhậu|rượu|say rượu|nhậu về|drunk|bia|đánh bạc|cá độ',
  // What makes it everyday.
  course:
    'lớp|khóa|khoá|học|bài|môn|thi|workshop|hội thảo|course|class|lesson|đăng ký|học phí|giáo viên|lịch học|tài liệu|chứng chỉ|ôn|bài học|học viên|buổi|đáp án|kiểm tra|quiz|câu',
  story:
    'phim|truyện|tiểu thuyết|bài hát|nhân vật|kịch|sách|game|trận|đội|đá banh|bóng đá|văn|lịch sử|sử|vua|thơ|tác phẩm|conan|anime|boss|series|netflix|tập|review|tin|báo|thời sự|tin tức|novel|movie|chí phèo|lão hạc|kiều|romeo|tuồng|cải lương|vở|diễn',
  study:
    'thuyết trình|tiểu luận|luận văn|nghiên cứu|phân tích|bài tập|đề tài|chủ đề|số liệu|thống kê|khái niệm|nghĩa là|dịch|tiếng anh|luật|phòng chống|phòng ngừa|phòng tránh|tập huấn|tuyên truyền|tình nguyện|tổng đài|sơ cứu|tự vệ|essay|prevention|tình nguyện viên|kỹ năng|poster',
  device:
    'máy|điện thoại|pin|mạng|wifi|app|ứng dụng|file|laptop|màn hình|sim|link|tài khoản|acc|server|web|bàn phím|chuột|loa|camera|zalo|facebook|bot|icon|máy tính|tin nhắn|mật khẩu|otp|vneid|nút|hệ thống|process|linux|code|excel|word',
  scam: 'lừa|lừa đảo|giả danh|giả|kẻ gian|kẻ xấu|công an|ngân hàng|chuyển khoản|chuyển tiền|số lạ|mã|khóa tài khoản|bưu điện|điện lực|shipper|scam|quét|deepfake',
  things:
    'cây|cá|chó|mèo|gà|vịt|heo|tôm|lúa|rau|hoa|lá|muỗi|gián|chuột|sâu|bò|vi khuẩn|tế bào|kiến|xe|xe máy|bánh|bếp|nồi|món|canh|cơm|áo|vải|tóc|móng|đàn|trống|cờ|cầu lông|bóng|bơi|nhạc|vẽ|trứng|bột|phấn|son|giày',
  feeling:
    'đói|nóng|lạnh|cười|mắc cười|buồn cười|ngại|quê|thèm|ngon|cay|buồn ngủ|vui|hồi hộp|ngứa|nhột|bận|lười|khó|dễ thương|mê|mỏi|nhức|haha|hihi|kkk|lol|deadline|kẹt xe|tức|bực|nhớ|yêu',
  past: 'hồi xưa|ngày xưa|hồi đó|hồi trước|năm ngoái|năm xưa|lâu rồi|ngày trước|mười năm|hồi nhỏ|hồi còn|xưa|đã qua|ổn rồi|khỏe rồi|qua rồi|bình an|hồi năm|năm 20|đời trước|hồi chiến tranh',
  work: 'làm|việc|công ty|ca|tăng ca|lương|khách|bán|tiền|shop|quán|chạy xe|xưởng|dự án|sếp',
};
