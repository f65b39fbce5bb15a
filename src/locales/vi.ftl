### Chung

### Conversation

chat-hello = Chào bạn! Mình là Bạn Học, trợ lý tự động (không phải người) giúp bạn tìm khóa học hợp với mình.
    Bạn muốn học gì? Cứ nhắn như nói chuyện, ví dụ: “học kế toán buổi tối miễn phí”, “lớp vẽ cho bé ở Gò Vấp”.
chat-hello-again = Chào bạn! Hôm nay bạn muốn tìm khóa học nào?
chat-thanks = Không có gì đâu bạn. Khi nào cần tìm lớp, cứ nhắn cho mình nhé!
chat-bye = Tạm biệt bạn. Khi nào muốn học gì, cứ nhắn cho mình nhé!
chat-help = Mình giúp bạn tìm khóa học. Bạn cứ nhắn điều muốn học, kèm điều kiện nếu có: giá, giờ học, nơi học, trình độ.
    Ví dụ: “tiếng Anh giao tiếp tối ở Thủ Đức”, “học Excel online miễn phí”, “mẹ mình 60 tuổi muốn học dùng điện thoại”.
    Thấy danh sách rồi, bạn nhắn tiếp để lọc: “rẻ hơn”, “buổi tối thôi”, “ở Quận 3”, “thêm”.

    Các lệnh:
    /tim – tìm khóa học
    /goiy – gợi ý khóa cho bạn
    /toi – những gì mình đang nhớ về bạn
    /ngonngu – đổi Tiếng Việt hoặc English
    /dulieu – tải dữ liệu của bạn
    /xoa – xóa dữ liệu của bạn
    /giup – xem lại trang này
chat-find-ask = Bạn muốn học gì? Nhắn cho mình vài chữ, ví dụ: “/tim nấu ăn cuối tuần”, hoặc chọn một lĩnh vực:
chat-unclear = Mình chưa hiểu bạn muốn học gì. Bạn nhắn vài chữ giúp mình nhé, ví dụ: “học nấu ăn cuối tuần”, hoặc chọn một lĩnh vực:
chat-unsupported-hidden = Zalo không cho mình xem nội dung tin này (liên kết, tệp, hoặc tài khoản được bảo vệ). Bạn nhắn bằng chữ giúp mình nhé; nếu vẫn không được, bạn dùng Bạn Học trên trang web hoặc Telegram.
chat-unsupported = Mình chỉ đọc được chữ thôi, chưa xem được { $what ->
        [sticker] nhãn dán
        [voice] tin nhắn thoại
        [picture] hình ảnh
        [file] tệp
       *[other] loại tin này
    }. Bạn nhắn bằng chữ điều muốn học nhé!
chat-unknown-command = Mình chưa có lệnh { $command }. Bạn nhắn /giup để xem các lệnh, hoặc cứ nhắn điều muốn học.
chat-stale = Nút này của danh sách cũ rồi. Bạn nhắn lại điều muốn học, mình tìm lại ngay.
chat-course-gone = Khóa này không còn trong danh mục nữa. Bạn nhắn điều muốn học, mình tìm khóa khác cho bạn nhé.
chat-no-list-yet = Mình chưa gửi bạn danh sách nào. Bạn muốn học gì?
chat-no-such-number = Danh sách vừa rồi chỉ có { $count } khóa. Bạn chọn số từ 1 đến { $count } nhé.
chat-failed = Xin lỗi bạn, mình gặp trục trặc nên chưa trả lời được. Mình đã báo người phụ trách (mã { $code }). Bạn nhắn lại giúp mình nhé.

search-found = { $topic ->
        [none] Vài khóa hợp với bạn:
       *[other] Vài khóa hợp với “{ $topic }”:
    }
search-found-facets = { $topic ->
        [none] Vài khóa { $facets }:
       *[other] Vài khóa hợp với “{ $topic }”, { $facets }:
    }
search-found-preferring = { $topic ->
        [none] Vài khóa cho bạn, ưu tiên { $facets } như bạn đã kể:
       *[other] Vài khóa hợp với “{ $topic }”, ưu tiên { $facets } như bạn đã kể:
    }
search-found-near-only = { $topic ->
        [none] Chưa có khóa nào đủ các ý { $facets }. Gần nhất có:
       *[other] Mình chưa thấy khóa “{ $topic }” nào đủ các ý: { $facets }. Gần nhất có:
    }
search-more = Các khóa tiếp theo:
search-no-more = Hết rồi bạn ạ, mình đã gửi mọi khóa hợp với ý này. Bạn thử bớt điều kiện, hoặc nhắn điều khác muốn học nhé.
search-none = { $topic ->
        [none] Chưa có khóa phù hợp.
       *[other] Chưa có khóa phù hợp với “{ $topic }”.
    } Mình đã ghi lại để thành phố biết bạn cần.
search-none-near = Có thể bạn quan tâm:
search-none-hint = Bạn thử nói cách khác, hoặc chọn một lĩnh vực:
search-already-free = Các khóa vừa rồi đều miễn phí, không còn khóa nào rẻ hơn. Bạn muốn lọc theo giờ học hay nơi học không?
search-where = Bạn ở phường hay quận nào? Nhắn tên, ví dụ “ở Gò Vấp”, mình tìm gần đó.
search-outside = Chỗ bạn gửi nằm ngoài Thành phố Hồ Chí Minh, nên mình chưa biết lớp nào gần đó. Bạn nhắn tên phường hay quận, ví dụ “ở Gò Vấp”, mình tìm giúp nhé.
choice-back = Quay lại danh sách
data-file = Dữ liệu mình giữ về bạn: { $count } mục, ở tệp kèm theo (JSON). Bạn đừng gửi tệp này cho người khác nhé.
data-no-way = Mình đang giữ { $count } mục về bạn. Ở kênh này mình chưa gửi tệp được; bạn nhờ cán bộ phụ trách gửi giúp, hoặc xóa ngay tại đây.
chat-acknowledge = 👌 Cần tìm gì thêm, bạn cứ nhắn mình nhé.
chat-may-i-ask = Bạn hỏi đi, mình nghe đây. Bạn muốn học gì, hay muốn biết điều gì về khóa nào?
chat-who = Mình là Bạn Học, trợ lý tự động (không phải người) của thành phố học tập. Mình giúp bạn tìm khóa học, lớp học hợp với bạn.
chat-contact = Mình là trợ lý tự động nên chưa nối máy cho người thật ngay được. Về một khóa cụ thể, bạn bấm “Đến khóa học” để gặp thẳng đơn vị tổ chức. Còn muốn tìm lớp, bạn cứ nhắn cho mình.
chat-insult = Mình chưa giúp được đúng ý bạn, mình xin lỗi. Bạn nhắn vài chữ điều muốn học, mình tìm lại nhé.
chat-lost = Không sao, mình cùng tìm nhé. Bạn thích lĩnh vực nào?
choice-by-number = Nhắn số để chọn.
choice-course-by-number = Nhắn số để xem chi tiết hoặc chọn.
choice-location = Gửi vị trí của mình
distress-suicide = Mình rất lo cho bạn. Bạn không phải chịu đựng một mình. Ngay lúc này, bạn hãy ở gần một người bạn tin, và gọi giúp mình:
    • 115 – cấp cứu, nếu bạn hay ai đó đang nguy hiểm
    • 111 – nếu bạn dưới 16 tuổi, miễn phí, ngày đêm
    • 113 – nếu có người đang làm hại bạn
    Mình chỉ là trợ lý tự động, không thay được người thật. Nếu bạn muốn, hãy kể với một người thân ngay bây giờ.
distress-violence = Mình rất tiếc vì bạn gặp chuyện này. Không ai được phép đánh đập hay xâm hại bạn. Bạn hãy tìm chỗ an toàn và gọi:
    • 113 – công an, khi đang nguy hiểm
    • 111 – bảo vệ trẻ em, miễn phí, ngày đêm
    • 115 – cấp cứu, nếu bị thương
    Mình là trợ lý tự động, không thay được người thật. Bạn hãy nói với một người bạn tin ngay khi có thể.
distress-perhaps = Mình chưa chắc hiểu đúng ý bạn. Bạn có đang nghĩ đến việc làm đau mình không? Nếu có, bạn đừng ở một mình, hãy gọi 115 khi nguy hiểm, hoặc 111 nếu bạn dưới 16 tuổi. Nếu bạn muốn tìm lớp học, nhắn lại giúp mình có dấu nhé.
question-pick = Nhắn số của khóa để xem chi tiết.
question-unknown = chưa rõ, bạn hỏi thẳng { $organisation } nhé
question-any-day = học lúc nào cũng được
question-online = học online
question-enrol = bấm “Đến khóa học” để đăng ký ở trang của đơn vị
question-certificate-yes = có chứng nhận khi học xong
question-certificate-no = không có chứng nhận
question-seats = nhận { $seats } người; còn chỗ hay không, bạn xem ở trang của đơn vị
question-level = dành cho { $level }
search-outside-named = Mình chỉ biết các lớp ở Thành phố Hồ Chí Minh và lớp online, chưa biết lớp nào ở { $place }. Bạn thử nhắn thêm “online”, ví dụ “học Excel online”, mình tìm giúp nhé.
search-hint = Nhắn thêm để lọc: { $examples }.
search-hint-cheaper = “rẻ hơn”
search-hint-evening = “buổi tối thôi”
search-hint-place = “ở Thủ Đức”
search-hint-online = “học online”

course-sample-mark = (mẫu)
course-sample-note = Đây là khóa mẫu, tên đơn vị và nội dung chỉ để minh họa, không phải khóa thật.
course-facts-free = Miễn phí
course-facts-price-unknown = Chưa rõ học phí
course-facts-hours = { $hours } giờ
course-facts-confirmed = Xác nhận ngày { $date }
course-facts-starts = Khai giảng { $date }
course-facts-seats = Nhận { $seats } người
course-details-organisation = Đơn vị: { $organisation }
course-details-platform = Nền tảng: { $platform }
course-details-address = Địa chỉ: { $address }
course-details-audience = Dành cho: { $audience }
course-details-language = Dạy bằng { $language }
course-details-certificate = Có chứng nhận khi học xong
course-details-low-data = Học được khi mạng yếu, ít tốn dung lượng
course-details-wheelchair = Lối đi xe lăn vào được
course-details-no-link = Khóa này chưa có trang đăng ký trên mạng. Bạn liên hệ thẳng đơn vị tổ chức nhé.

course-saved = Đã lưu “{ $title }”. Xem lại bằng /toi.
course-unsaved = Đã bỏ lưu “{ $title }”.
course-dismissed = Mình sẽ không gợi ý “{ $title }” nữa.
course-undismissed = “{ $title }” sẽ lại xuất hiện khi tìm.
course-open = Đây là trang của “{ $title }”:
course-similar = Các khóa gần giống “{ $title }”:
course-similar-none = Mình chưa thấy khóa nào gần giống “{ $title }”.
course-report-ask = “{ $title }” có điều gì chưa đúng?
course-report-thanks = Cảm ơn bạn đã báo. Người phụ trách sẽ kiểm tra lại với đơn vị tổ chức.

picture-course = Khóa “{ $title }” đây bạn. Ai quen đang cần, bạn chuyển tiếp giúp nhé!
picture-course-alt = Thẻ khóa học “{ $title }”. { $facts }.
picture-course-scan = Quét mã để xem khóa này và hỏi thêm Bạn Học
picture-confirmed = Thông tin xác nhận ngày { $date }
picture-label-price = Học phí
picture-label-time = Giờ học
picture-label-place = Nơi học
picture-label-starts = Khai giảng
picture-label-language = Ngôn ngữ
picture-label-certificate = Chứng nhận
picture-certificate-yes = Có, khi học xong
picture-certificate-no = Không có

choice-details = Xem chi tiết { $number }
choice-details-short = Chi tiết
choice-save = Lưu { $number }
choice-save-short = Lưu
choice-unsave = Bỏ lưu
choice-undo = Hoàn tác
choice-dismiss = Không hợp với mình
choice-similar = Khóa tương tự
choice-picture = Ảnh để chia sẻ
choice-open = Đến khóa học { $number }
choice-open-short = Đến khóa học
choice-report = Báo thông tin sai
choice-report-gone = Lớp này không còn
choice-report-price = Sai học phí
choice-report-place = Sai nơi học, giờ học
choice-report-other = Điều khác
choice-more = Thêm khóa khác
choice-narrow-free = Chỉ miễn phí
choice-narrow-evening = Chỉ buổi tối
choice-narrow-online = Chỉ học online
choice-saved = Khóa đã lưu
choice-export = Tải dữ liệu của mình
choice-erase = Xóa dữ liệu của mình
choice-erase-yes = Xóa hết
choice-erase-no = Giữ lại
choice-language-vi = Tiếng Việt
choice-language-en = English

language-ask = Bạn muốn mình nói tiếng gì?
language-set = Từ giờ mình nói tiếng Việt nhé.

profile-title = Những gì mình đang nhớ về bạn:
profile-empty = Mình chưa nhớ gì về bạn cả. Bạn cứ nhắn điều muốn học, không cần đăng ký.
profile-language = Ngôn ngữ: { $language ->
        [vi] Tiếng Việt
       *[en] English
    }
profile-language-followed = Ngôn ngữ: theo tin nhắn của bạn
profile-wishes = Gần đây bạn tìm: { $wishes }
profile-saved = Khóa đã lưu: { $count }
profile-dismissed = Khóa bạn bảo không hợp: { $count }
recommend-title = Mình gợi ý bạn mấy khóa này:
recommend-footer = Muốn biết vì sao, bạn nhắn “vì sao?”. Không hợp thì bấm xem chi tiết rồi “Không hợp với mình”, mình sẽ không gợi ý nữa.
recommend-ask = Mình chưa biết bạn thích gì nên chưa gợi ý được. Bạn muốn học để làm gì, hay thích lĩnh vực nào?
recommend-because-wish = Vì bạn đã tìm “{ $topic }”
recommend-because-saved = Gần giống “{ $title }” bạn đã lưu
why-recommended = Mình gợi ý dựa trên:
why-found = Danh sách vừa rồi mình tìm theo:
why-wishes = điều bạn tìm gần đây: { $wishes }
why-saved = các khóa bạn đã lưu
why-facts = điều bạn kể: { $facts }
why-topic = điều bạn muốn học: “{ $topic }”
why-facets = các ý: { $facets }
why-change = Xem hoặc xóa những điều này ở /toi.
why-order = Khóa đúng ý và đủ điều kiện nhất đứng trước; mỗi khóa ghi rõ đúng ở đâu, thiếu ở đâu.

remember-noted = 📝 Mình nhớ để tìm cho hợp: { $facts }. Xem hoặc xóa ở /toi.
remember-ask = Bạn muốn học gì? Nhắn vài chữ, mình tìm ngay.
remember-go-on = Bạn cần tìm gì thêm, cứ nhắn cho mình nhé.
remember-forgotten = Mình quên rồi: { $facts }.
remember-forgotten-before = Điều này mình đã quên từ trước rồi bạn ạ.
choice-forget-said = Đừng nhớ điều này
choice-forget = Quên: { $fact }
choice-plain = Bỏ ưu tiên theo hồ sơ
fact-place = ở { $place }
fact-times = rảnh { $times }
fact-budget-none = cần lớp miễn phí
fact-budget = trả được tối đa { $money }
fact-device = { $value ->
        [none] chưa có điện thoại thông minh hay máy tính
       *[phone] không có máy tính
    }
fact-data = mạng yếu, cần ít tốn dung lượng
fact-wheelchair = dùng xe lăn
fact-role = { $value ->
        [teacher] là giáo viên
        [student] là học sinh, sinh viên
        [job_seeker] đang tìm việc
        [small_business] buôn bán nhỏ
        [parent] là cha mẹ
        [senior] đã nghỉ hưu
       *[worker] đang đi làm
    }
fact-age = { $value ->
        [age_under_16] dưới 16 tuổi
        [age_16_24] 16 đến 24 tuổi
        [age_25_39] 25 đến 39 tuổi
        [age_40_59] 40 đến 59 tuổi
       *[age_60_up] từ 60 tuổi
    }
profile-fact = Bạn { $fact } – { $source ->
        [said] bạn nhắn ngày { $date }
        [asked] bạn trả lời ngày { $date }
       *[chosen] bạn chọn ngày { $date }
    }
profile-why = Mình chỉ dùng những điều này để tìm khóa cho bạn. Bạn tải về hoặc xóa lúc nào cũng được.
saved-title = Khóa bạn đã lưu:
saved-empty = Bạn chưa lưu khóa nào. Khi thấy khóa ưng ý, bấm “Lưu” để xem lại sau.

data-ready = Dữ liệu mình giữ về bạn: { $count } mục. Bấm để tải về (tệp JSON, liên kết dùng được trong 15 phút). Ai có liên kết này đều tải được, nên bạn đừng gửi cho người khác nhé.
erase-ask = Bạn muốn xóa hết những gì mình nhớ về bạn: tin nhắn, lần tìm, khóa đã lưu? Xóa rồi không lấy lại được.
erase-done = Đã xóa hết dữ liệu của bạn. Cảm ơn bạn đã dùng Bạn Học. Khi cần, bạn cứ nhắn, mình bắt đầu lại từ đầu.
erase-kept = Vậy mình giữ nguyên nhé.

### Words for conditions and facts

word-money = { $amount }đ
word-facet-free = miễn phí
word-facet-max-price = không quá { $money }
word-facet-cheap = giá rẻ
word-facet-mode = { $value ->
        [online] học online
       *[in_person] học trực tiếp
    }
word-facet-place = ở { $place }
word-facet-hours = không quá { $hours } giờ
word-facet-certificate = có chứng nhận
word-facet-low-data = ít tốn dung lượng
word-facet-wheelchair = xe lăn vào được
word-facet-language = dạy bằng { $language }
word-facet-audience = cho { $audience }
word-time = { $value ->
        [morning] buổi sáng
        [afternoon] buổi chiều
        [evening] buổi tối
        [weekend] cuối tuần
       *[self_paced] tự chọn giờ
    }
word-mode = { $value ->
        [online] Online
        [hybrid] Trực tiếp và online
       *[in_person] Trực tiếp
    }
word-level = { $value ->
        [beginner] người mới
        [intermediate] trung cấp
        [advanced] nâng cao
       *[all] mọi trình độ
    }
word-audience = { $value ->
        [teachers] giáo viên
        [students] học sinh, sinh viên
        [children] trẻ em
        [seniors] người lớn tuổi
        [workers] người lao động
        [job_seekers] người tìm việc
        [women] phụ nữ
        [persons_with_disabilities] người khuyết tật
        [parents] phụ huynh
        [small_business] hộ kinh doanh
       *[everyone] mọi người
    }
word-language = { $value ->
        [vi] tiếng Việt
        [en] tiếng Anh
        [ja] tiếng Nhật
        [ko] tiếng Hàn
        [zh] tiếng Trung
        [fr] tiếng Pháp
        [de] tiếng Đức
       *[other] ngôn ngữ khác
    }

### Reasons and misses

reason-topic = Đúng ý “{ $words }”
reason-free = Miễn phí
reason-within-budget = Vừa túi tiền: { $money }
reason-in-place = Học ngay tại { $place }
reason-time = Có lớp { $time }
reason-level = Hợp với { $level }
reason-language = Dạy bằng { $language }
reason-audience = Dành cho { $audience }
reason-certificate = Có chứng nhận
reason-low-data = Ít tốn dung lượng
reason-wheelchair = Xe lăn vào được
reason-short = Chỉ { $hours } giờ
reason-mode = { $value ->
        [online] Học online
       *[in_person] Học trực tiếp
    }
miss-price = Lưu ý: học phí { $money }
miss-price-unknown = Lưu ý: chưa rõ học phí
miss-place-near = Lưu ý: cách chỗ bạn nói khoảng { $km } km
miss-place-far = Lưu ý: không ở nơi bạn nói
miss-place-online = Lưu ý: học online, không phải ở nơi bạn nói
miss-time = Lưu ý: chưa thấy có giờ bạn muốn
miss-mode = { $value ->
        [online] Lưu ý: không có lớp online
       *[in_person] Lưu ý: không học trực tiếp
    }
miss-level = Lưu ý: trình độ khác ý bạn
miss-language = Lưu ý: dạy bằng { $language }
miss-audience = Lưu ý: không dành riêng cho { $audience }
miss-certificate = Lưu ý: chưa thấy ghi có chứng nhận
miss-low-data = Lưu ý: chưa rõ có ít tốn dung lượng không
miss-wheelchair = Lưu ý: chưa rõ xe lăn vào được không
miss-hours = Lưu ý: dài { $hours } giờ

### Bot on Telegram

menu-find = Tìm khóa học
menu-recommend = Gợi ý khóa cho bạn
menu-me = Những gì mình nhớ về bạn
menu-language = Tiếng Việt hoặc English
menu-data = Tải dữ liệu của bạn
menu-delete = Xóa dữ liệu của bạn
menu-help = Trợ giúp
bot-description = Bạn Học giúp người dân TP.HCM tìm khóa học hợp với mình. Cứ nhắn điều bạn muốn học, có dấu hay không dấu đều được. Đây là trợ lý tự động, không phải người.
bot-short-description = Tìm khóa học hợp với bạn ở TP.HCM. Trợ lý tự động.
group-private = Mình chỉ trò chuyện riêng để giữ kín điều bạn hỏi. Bạn bấm nút này để nhắn riêng cho mình nhé.
group-private-open = Nhắn riêng cho Bạn Học

### Web page

web-title = Bạn Học – tìm khóa học ở TP.HCM
web-tagline = Tìm khóa học hợp với bạn ở TP.HCM
web-skip = Đến ô nhắn tin
web-log = Cuộc trò chuyện
web-you = Bạn
web-service = Bạn Học
web-input = Nhắn điều bạn muốn học
web-placeholder = Ví dụ: học kế toán buổi tối miễn phí
web-send = Gửi
web-empty = Chào bạn! Mình là Bạn Học, trợ lý tự động (không phải người). Bạn muốn học gì? Nhắn cho mình, hoặc thử một câu:
web-example-1 = học kế toán buổi tối miễn phí
web-example-2 = mẹ mình 65 tuổi muốn học dùng điện thoại
web-example-3 = lớp vẽ cho bé ở Gò Vấp
web-example-4 = học Excel online cho người mới
web-language = English
web-help = Trợ giúp
web-waiting = Bạn Học đang tìm…
web-offline = Mất mạng rồi. Tin của bạn vẫn còn đây.
web-failed = Chưa gửi được. Bạn thử lại giúp mình nhé.
web-busy = Đang có nhiều người hỏi cùng lúc. Bạn đợi vài giây rồi thử lại nhé.
web-retry = Gửi lại
web-reasons = Vì sao hợp
web-save-picture = Lưu ảnh
web-not-found-title = Không có trang này
web-not-found = Trang bạn tìm không có, hoặc khóa học đã rời danh mục.
web-to-chat = Trò chuyện với Bạn Học

site-course-go = Đến trang khóa học
site-course-chat = Hỏi Bạn Học về khóa này
site-course-sample = Khóa mẫu: tên đơn vị và nội dung là ví dụ, không phải khóa thật.
site-course-skills = Bạn sẽ học: { $skills }

api-bad-json = Nội dung gửi lên không phải JSON hợp lệ.
api-bad-body = Nội dung gửi lên chưa đúng: { $problem }
api-empty-text = Tin nhắn trống. Hãy viết điều bạn muốn học.
api-too-large = Nội dung dài quá 64 KiB.
api-unknown-conversation = Không có cuộc trò chuyện này. Bỏ trường conversation để bắt đầu cuộc mới.
api-unknown-choice = Lựa chọn này chưa từng được đưa ra trong cuộc trò chuyện.
api-too-many = Bạn gửi nhanh quá. Hãy đợi { $seconds } giây rồi thử lại.
api-not-found = Không có địa chỉ này.
api-failed = Máy chủ gặp trục trặc. Hãy thử lại sau ít phút.
api-cut-off = Nội dung gửi lên bị ngắt giữa chừng.
api-too-many-pages = Có quá nhiều trang đang mở cùng lúc. Hãy đóng bớt trang rồi thử lại sau { $seconds } giây.
api-wrong-method = Địa chỉ này chỉ nhận { $problem }.

### Import

import-usage = Cách dùng: npm run import -- FILE --kind courses [--source TÊN] [--map FILE] [--dry-run] [--skip-bad] [--json]
import-kind = Thiếu hoặc sai --kind. Các loại: { $kinds }.
import-kind-later = Chưa nhập được loại “{ $kind }”. Hiện chỉ có: courses.
import-problem = Dòng { $row }, cột { $column }, giá trị “{ $value }”: { $problem }.
import-more-problems = … và { $count } lỗi nữa. Thêm --json để xem đủ.
import-ignored = Bỏ qua các cột không dùng đến: { $columns }.
import-refused = Không nhập gì cả vì có { $count } dòng sai. Hãy sửa rồi nhập lại, hoặc thêm --skip-bad để nhập các dòng đúng.
import-dry-run = Chạy thử: đọc { $read } dòng, { $skipped } dòng sai. Chưa ghi gì.
import-done = Nguồn “{ $source }”: đọc { $read } dòng, thêm { $created }, cập nhật { $updated }, giữ nguyên { $unchanged }, bỏ qua { $skipped }.
import-no-source = Tên nguồn sau --source không được để trống. Hãy ghi tên, hoặc bỏ --source để lấy tên tệp.
import-interrupted = Bị ngắt giữa chừng: { $problem }. Đã ghi chắc chắn: thêm { $created }, cập nhật { $updated }, giữ nguyên { $unchanged }, bỏ qua { $skipped }, trên { $read } dòng của tệp. Chạy lại đúng lệnh này để nhập nốt phần còn lại.
import-failed = Không nhập được: { $problem }. Chạy lại lệnh này để nhập tiếp.
import-progress = { $pass ->
        [check] Kiểm tra
       *[write] Ghi
    } { $percent }%, { $rows } dòng

### Sao lưu và khôi phục

backup-usage = Cách dùng: npm run backup -- FILE [--force]
    Ghi toàn bộ dữ liệu vào FILE (nén gzip), rồi đọc lại để kiểm tra. FILE đã có thì không ghi đè, trừ khi thêm --force.
backup-exists = { $file } đã có. Hãy chọn tên khác, hoặc thêm --force để ghi đè.
backup-done = Đã ghi và kiểm tra { $file }: { $rows } dòng trong { $tables } bảng.
backup-failed = Không ghi được bản sao lưu: { $problem }. Hãy kiểm tra quyền ghi và dung lượng đĩa rồi chạy lại.
backup-data-dir-in-use = DATA_DIR: { $directory } đang được { $process ->
        [0] một tiến trình khác
       *[other] tiến trình { $id }
    } mở. Hãy dừng tiến trình đó trước, hoặc đặt DATA_DIR khác.
backup-restore-usage = Cách dùng: npm run restore -- FILE
    Thay toàn bộ dữ liệu bằng bản sao lưu FILE. Dữ liệu đang có được ghi ra một bản sao lưu trước, để lấy lại được.
backup-restore-done = Đã khôi phục và kiểm tra { $file }: { $rows } dòng trong { $tables } bảng.
    Dữ liệu trước đó nằm ở { $before }; muốn quay lại: npm run restore -- { $before }
    Nếu máy chủ đang chạy, hãy khởi động lại để nó đọc khóa bí mật vừa khôi phục.
backup-restore-failed = Không khôi phục được, dữ liệu giữ nguyên: { $problem }. Hãy xử lý rồi chạy lại.
