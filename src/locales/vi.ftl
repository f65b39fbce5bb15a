### Chung

### Conversation

chat-hello = Chào bạn! Mình là Bạn Học, trợ lý tự động (không phải người) giúp bạn tìm khóa học hợp với mình.
    Bạn muốn học gì? Cứ nhắn như nói chuyện, ví dụ: “học kế toán buổi tối miễn phí”, “lớp vẽ cho bé ở Gò Vấp”.
    .simple = Chào bạn! Mình là Bạn Học, máy tự trả lời (không phải người). Mình giúp bạn tìm lớp học.
        Bạn muốn học gì? Nhắn vài chữ, ví dụ: “nấu ăn buổi tối”.
chat-hello-again = Chào bạn! Hôm nay bạn muốn tìm khóa học nào?
    .simple = Chào bạn! Hôm nay bạn muốn học gì?
chat-thanks = Không có gì đâu bạn. Khi nào cần tìm lớp, cứ nhắn cho mình nhé!
chat-bye = Tạm biệt bạn. Khi nào muốn học gì, cứ nhắn cho mình nhé!
chat-sorry = Không sao đâu bạn! Bạn muốn tìm hay học gì, cứ nhắn cho mình nhé.
chat-resting = Vậy bạn nghỉ cho khỏe nhé. Khi nào muốn học tiếp, cứ nhắn mình, mình vẫn ở đây.
chat-help = Mình giúp bạn tìm khóa học. Bạn cứ nhắn điều muốn học, kèm điều kiện nếu có: giá, giờ học, nơi học, trình độ.
    Ví dụ: “tiếng Anh giao tiếp tối ở Thủ Đức”, “học Excel online miễn phí”, “mẹ mình 60 tuổi muốn học dùng điện thoại”.
    Thấy danh sách rồi, bạn nhắn tiếp để lọc: “rẻ hơn”, “buổi tối thôi”, “ở Quận 3”, “thêm”.

    Các lệnh:
    /tim – tìm khóa học
    /goiy – gợi ý khóa cho bạn
    /toi – những gì mình đang nhớ về bạn
    /ngonngu – đổi Tiếng Việt hoặc English
    .simple = Bạn nhắn điều muốn học, mình tìm lớp. Ví dụ: “nấu ăn buổi tối”, “học điện thoại ở Gò Vấp”.

        Muốn làm gì, bạn nhắn chữ này:
        /tim – tìm lớp
        /goiy – mình chọn lớp giúp bạn
        /toi – xem và sửa điều mình nhớ về bạn
        /ngonngu – đổi tiếng
help-dulieu = /dulieu – tải dữ liệu của bạn
help-xoa = /xoa – xóa dữ liệu của bạn
help-giup = /giup – xem lại trang này
chat-find-ask = Bạn muốn học gì? Nhắn cho mình vài chữ, ví dụ: “/tim nấu ăn cuối tuần”, hoặc chọn một lĩnh vực:
    .simple = Bạn muốn học gì? Nhắn vài chữ, hoặc chọn:
chat-unclear = Mình chưa hiểu bạn muốn học gì. Bạn nhắn vài chữ giúp mình nhé, ví dụ: “học nấu ăn cuối tuần”, hoặc chọn một lĩnh vực:
    .simple = Mình chưa hiểu. Bạn muốn học gì? Nhắn vài chữ, hoặc chọn:
chat-unsupported-hidden = Zalo không cho mình xem nội dung tin này (liên kết, tệp, hoặc tài khoản được bảo vệ). Bạn nhắn bằng chữ giúp mình nhé; nếu vẫn không được, bạn dùng Bạn Học trên trang web hoặc Telegram.
chat-unsupported = Mình chỉ đọc được chữ thôi, chưa xem được { $what ->
        [sticker] nhãn dán
        [voice] tin nhắn thoại
        [picture] hình ảnh
        [file] tệp
       *[other] loại tin này
    }. Bạn nhắn bằng chữ điều muốn học nhé!
media-heard = Mình nghe: “{ $words }”
media-seen = Mình thấy trong hình: { $seen }
media-ask = Bạn muốn hỏi gì về hình này?
media-question = { $question } (Trong hình mình gửi có: { $seen })
choice-ask-picture = Hỏi về hình này
media-too-long = Tin nhắn thoại này dài quá, mình nghe được tin tới { $minutes } phút thôi. Bạn nói gọn lại hoặc nhắn bằng chữ giúp mình nhé.
media-failed = { $reason ->
    [city_budget] Phần nghe và xem bằng AI hôm nay đã dùng hết, mai lại có.
    [own_limit] Hôm nay bạn đã gửi nhiều tin loại này rồi, mai gửi tiếp nhé.
    [too_big] Tệp này lớn quá, mình chưa mở được.
    [gone] Mình không mở được tệp này.
    [empty] { $what ->
        [voice] Mình chưa nghe ra chữ nào.
       *[picture] Mình chưa nhìn ra gì trong hình.
    }
   *[down] { $what ->
        [voice] Mình chưa nghe được tin này, phần AI đang không trả lời.
       *[picture] Mình chưa xem được hình này, phần AI đang không trả lời.
    }
  } Bạn nhắn bằng chữ điều muốn hỏi giúp mình nhé.
chat-unknown-command = Mình chưa có lệnh { $command }. Bạn nhắn /giup để xem các lệnh, hoặc cứ nhắn điều muốn học.
chat-stale = Nút này của danh sách cũ rồi. Bạn nhắn lại điều muốn học, mình tìm lại ngay.
    .simple = Nút này cũ rồi. Bạn nhắn lại điều muốn học nhé.
chat-course-gone = Khóa này không còn trong danh mục nữa. Bạn nhắn điều muốn học, mình tìm khóa khác cho bạn nhé.
    .simple = Lớp này không còn nữa. Bạn muốn học gì khác?
chat-no-list-yet = Mình chưa gửi bạn danh sách nào. Bạn muốn học gì?
    .simple = Mình chưa gửi lớp nào. Bạn muốn học gì?
chat-no-such-number = Danh sách vừa rồi chỉ có { $count } khóa. Bạn chọn số từ 1 đến { $count } nhé.
chat-failed = Xin lỗi bạn, mình gặp trục trặc nên chưa trả lời được. Mình đã báo người phụ trách (mã { $code }). Bạn nhắn lại giúp mình nhé.

search-found = { $topic ->
        [none] Vài khóa hợp với bạn:
       *[other] Vài khóa hợp với “{ $topic }”:
    }
    .simple = { $topic ->
            [none] Lớp hợp với bạn:
           *[other] Lớp “{ $topic }”:
        }
search-found-facets = { $topic ->
        [none] Vài khóa { $facets }:
       *[other] Vài khóa hợp với “{ $topic }”, { $facets }:
    }
    .simple = { $topic ->
            [none] Lớp { $facets }:
           *[other] Lớp “{ $topic }”, { $facets }:
        }
search-found-preferring = { $topic ->
        [none] Vài khóa cho bạn, ưu tiên { $facets } như bạn đã kể:
       *[other] Vài khóa hợp với “{ $topic }”, ưu tiên { $facets } như bạn đã kể:
    }
    .simple = { $topic ->
            [none] Lớp cho bạn. Mình chọn trước lớp { $facets }:
           *[other] Lớp “{ $topic }”. Mình chọn trước lớp { $facets }:
        }
search-found-near-only = { $topic ->
        [none] Chưa có khóa nào đủ các ý { $facets }. Gần nhất có:
       *[other] Mình chưa thấy khóa “{ $topic }” nào đủ các ý: { $facets }. Gần nhất có:
    }
    .simple = { $topic ->
            [none] Chưa có lớp nào vừa đủ ý: { $facets }. Gần giống có:
           *[other] Chưa có lớp “{ $topic }” nào vừa đủ ý: { $facets }. Gần giống có:
        }
search-more = Các khóa tiếp theo:
    .simple = Lớp khác:
search-no-more = Hết rồi bạn ạ, mình đã gửi mọi khóa hợp với ý này. Bạn thử bớt điều kiện, hoặc nhắn điều khác muốn học nhé.
    .simple = Hết rồi bạn ạ. Bạn muốn học gì khác?
search-none = { $topic ->
        [none] Chưa có khóa phù hợp.
       *[other] Chưa có khóa phù hợp với “{ $topic }”.
    } Mình đã ghi lại để thành phố biết bạn cần.
    .simple = { $topic ->
            [none] Chưa có lớp hợp.
           *[other] Chưa có lớp “{ $topic }”.
        } Mình ghi lại để thành phố biết.
search-none-near = Có thể bạn quan tâm:
search-none-hint = Bạn thử nói cách khác, hoặc chọn một lĩnh vực:
search-already-free = Các khóa vừa rồi đều miễn phí, không còn khóa nào rẻ hơn. Bạn muốn lọc theo giờ học hay nơi học không?
search-where = Bạn ở phường hay quận nào? Nhắn tên, ví dụ “ở Gò Vấp”, mình tìm gần đó.
    .simple = Bạn ở đâu? Nhắn tên phường hay quận, ví dụ “Gò Vấp”.
search-outside = Chỗ bạn gửi nằm ngoài Thành phố Hồ Chí Minh, nên mình chưa biết lớp nào gần đó. Bạn nhắn tên phường hay quận, ví dụ “ở Gò Vấp”, mình tìm giúp nhé.
choice-back = Quay lại danh sách
data-file = Dữ liệu mình giữ về bạn: { $count } mục, ở tệp kèm theo (JSON). Bạn đừng gửi tệp này cho người khác nhé.
data-no-way = Mình đang giữ { $count } mục về bạn. Ở kênh này mình chưa gửi tệp được; bạn nhờ cán bộ phụ trách gửi giúp, hoặc xóa ngay tại đây.
chat-sad = Mình nghe bạn đây. Mệt thì mình nghỉ một chút đã nhé. Khi nào muốn học gì cho khuây khỏa, bạn nhắn mình; muốn nói chuyện với nhân viên, nhắn /nguoithat.
chat-no-contacts = Bạn không cần cho mình tên, số điện thoại hay email: mình không giữ những điều đó. Bạn muốn học gì?
chat-acknowledge = 👌 Cần tìm gì thêm, bạn cứ nhắn mình nhé.
chat-may-i-ask = Bạn hỏi đi, mình nghe đây. Bạn muốn học gì, hay muốn biết điều gì về khóa nào?
    .simple = Bạn hỏi đi. Bạn muốn học gì?
chat-who = Mình là Bạn Học, trợ lý tự động (không phải người) của thành phố học tập. Mình giúp bạn tìm khóa học, lớp học hợp với bạn.
chat-contact = Về một khóa cụ thể, bạn bấm “Đến khóa học” để gặp thẳng đơn vị tổ chức. Muốn hỏi nhân viên, bạn nhắn /nguoithat. Còn muốn tìm lớp, bạn cứ nhắn cho mình.
chat-insult = Mình chưa giúp được đúng ý bạn, mình xin lỗi. Bạn nhắn vài chữ điều muốn học, mình tìm lại nhé.
chat-lost = Không sao, mình cùng tìm nhé. Bạn thích lĩnh vực nào?
    .simple = Không sao. Bạn thích gì?
choice-by-number = Nhắn số để chọn.
choice-course-by-number = Nhắn số để xem chi tiết hoặc chọn.
choice-location = Gửi vị trí của mình
distress-suicide = Đọc tin này mình rất lo. Không ai phải chịu đựng một mình. Ngay lúc này, bạn hãy ở gần một người bạn tin; nếu bạn lo cho người khác, đừng để họ một mình. Hãy gọi:
    { $lines }
    Mình chỉ là trợ lý tự động, không thay được người thật. Bạn hãy kể với một người thân ngay bây giờ.
distress-violence = Mình rất tiếc khi nghe chuyện này. Không ai được phép làm hại bạn, hay người bạn đang lo cho. Bạn hãy tìm chỗ an toàn và gọi:
    { $lines }
    Mình là trợ lý tự động, không thay được người thật. Bạn hãy nói với một người bạn tin ngay khi có thể.
distress-perhaps = Nghe như bạn đang không ổn. Bạn đang an toàn chứ, hay bạn cần ai đó giúp? Nếu nguy hiểm, bạn đừng ở một mình, gọi 115; dưới 16 tuổi gọi 111.
distress-fine = Cảm ơn bạn đã cho mình biết. Khi nào thấy nặng lòng, bạn cứ nhắn. Giờ bạn muốn tìm gì?
choice-distress-fine = Mình ổn
choice-distress-help = Mình cần giúp
question-pick = Nhắn số của khóa để xem chi tiết.
question-unknown = chưa rõ, bạn hỏi thẳng { $organisation } nhé
question-any-day = học lúc nào cũng được
question-online = học online
question-enrol = bấm “Đến khóa học” để đăng ký ở trang của đơn vị
question-wheelchair-yes = Đi xe lăn vào được.
question-wheelchair-no = Chỗ học chưa có lối cho xe lăn.
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
course-facts-reviewed = Nội dung xem lại ngày { $date }
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
    .simple = Lớp này chưa ghi tên trên mạng được. Bạn hỏi thẳng nơi dạy nhé.

course-saved = Đã lưu “{ $title }”. Xem lại bằng /toi.
course-unsaved = Đã bỏ lưu “{ $title }”.
course-dismissed = Mình sẽ không gợi ý “{ $title }” nữa.
course-undismissed = “{ $title }” sẽ lại xuất hiện khi tìm.
course-open = Đây là trang của “{ $title }”:
course-similar = Các khóa gần giống “{ $title }”:
course-similar-none = Mình chưa thấy khóa nào gần giống “{ $title }”.
course-report-ask = “{ $title }” có điều gì chưa đúng?
course-report-thanks = Cảm ơn bạn đã báo. Người phụ trách sẽ kiểm tra lại với đơn vị tổ chức. Có kết quả, mình nhắn bạn ở đây.
    .simple = Cảm ơn bạn. Mình báo người phụ trách xem lại.

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
choice-drop = Bỏ “{ $facet }”
search-which-part = { $place } nay thuộc { $wards }. Bạn muốn tìm ở nơi nào?
    .simple = { $place } nay là { $wards }. Bạn chọn nơi nào?
choice-both-parts = Cả hai
choice-meant = Không, ý mình là “{ $words }”
choice-before = ↩ Kết quả trước
choice-saved = Khóa đã lưu
choice-export = Tải dữ liệu của mình
choice-erase = Xóa dữ liệu của mình
choice-erase-yes = Xóa hết
choice-erase-no = Giữ lại
choice-erase-now = Xóa ngay
choice-language-vi = Tiếng Việt
choice-language-en = English

language-ask = Bạn muốn mình nói tiếng gì?
language-set = Từ giờ mình nói tiếng Việt nhé.

profile-title = Những gì mình đang nhớ về bạn:
    .simple = Mình nhớ về bạn:
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
    .simple = Bạn xem thử mấy lớp này:
recommend-footer = Muốn biết vì sao, bạn nhắn “vì sao?”. Không hợp thì bấm xem chi tiết rồi “Không hợp với mình”, mình sẽ không gợi ý nữa.
recommend-ask = Mình chưa biết bạn thích gì nên chưa gợi ý được. Bạn muốn học để làm gì, hay thích lĩnh vực nào?
    .simple = Mình chưa biết bạn thích gì. Bạn muốn học gì?
recommend-because-wish = Vì bạn đã tìm “{ $topic }”
recommend-because-saved = Gần giống “{ $title }” bạn đã lưu
recommend-because-taken = Nhiều người học “{ $title }” cũng chọn khóa này
why-recommended = Mình gợi ý dựa trên:
why-found = Danh sách vừa rồi mình tìm theo:
why-wishes = điều bạn tìm gần đây: { $wishes }
why-saved = các khóa bạn đã lưu
why-taken = những khóa mà người học cùng khóa với bạn cũng chọn
why-facts = điều bạn kể: { $facts }
why-topic = điều bạn muốn học: “{ $topic }”
why-facets = các ý: { $facets }
why-change = Xem hoặc xóa những điều này ở /toi.
why-order = Khóa đúng ý và đủ điều kiện nhất đứng trước; mỗi khóa ghi rõ đúng ở đâu, thiếu ở đâu.

remember-noted = 📝 Mình nhớ để tìm cho hợp: { $facts }. Xem hoặc xóa ở /toi.
    .simple = 📝 Mình nhớ: { $facts }. Muốn xóa, nhắn /toi.
remember-ask = Bạn muốn học gì? Nhắn vài chữ, mình tìm ngay.
    .simple = Bạn muốn học gì? Nhắn vài chữ.
remember-go-on = Bạn cần tìm gì thêm, cứ nhắn cho mình nhé.
    .simple = Bạn cần gì nữa, cứ nhắn.
remember-forgotten = Mình quên rồi: { $facts }.
remember-forgotten-before = Điều này mình đã quên từ trước rồi bạn ạ.
choice-forget-said = Đừng nhớ điều này
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
        [organiser] tổ chức lớp học
       *[worker] đang đi làm
    }
fact-age = { $value ->
        [age_under_16] dưới 16 tuổi
        [age_16_24] 16 đến 24 tuổi
        [age_25_39] 25 đến 39 tuổi
        [age_40_59] 40 đến 59 tuổi
       *[age_60_up] từ 60 tuổi
    }
profile-why = Mình chỉ dùng những điều này để tìm khóa cho bạn. Bạn tải về hoặc xóa lúc nào cũng được.
    .simple = Mình chỉ dùng để tìm lớp cho bạn.
saved-title = Khóa bạn đã lưu:
saved-empty = Bạn chưa lưu khóa nào. Khi thấy khóa ưng ý, bấm “Lưu” để xem lại sau.

data-ready = Dữ liệu mình giữ về bạn: { $count } mục. Bấm để xem; ở trang đó bạn tải về được (tệp JSON). Liên kết dùng được trong 15 phút; ai có liên kết cũng xem được, nên bạn đừng gửi cho người khác nhé.
    .simple = Mình giữ { $count } điều về bạn. Bấm nút để xem trong 15 phút. Bạn đừng gửi cho ai khác nhé.
choice-see-data = Xem và tải dữ liệu của mình
data-title = Dữ liệu Bạn Học giữ về bạn
data-intro = Đây là tất cả những gì Bạn Học đang giữ về bạn. Muốn xóa, bạn nhắn /xoa trong cuộc trò chuyện. Trang này chỉ mở được trong 15 phút; ai có địa chỉ cũng xem được, nên bạn đừng chia sẻ nhé.
data-as-file = Tải về (tệp JSON)
data-none = Không có gì.
data-messages = Tin nhắn
data-by-you = Bạn
data-by-us = Bạn Học
data-value = { $value ->
        [place] nơi ở
        [times] giờ rảnh
        [budget] tiền học
        [device] thiết bị
        [data] mạng
        [wheelchair] xe lăn
        [role] bạn là
        [age_band] tuổi
        [morning] buổi sáng
        [afternoon] buổi chiều
        [evening] buổi tối
        [weekend] cuối tuần
        [phone] chỉ có điện thoại
        [none] không có
        [low] yếu hoặc đắt
        [teacher] giáo viên
        [student] học sinh, sinh viên
        [job_seeker] người tìm việc
        [worker] người đi làm
        [small_business] chủ buôn bán nhỏ
        [parent] phụ huynh
        [senior] người lớn tuổi
        [under_16] dưới 16
        [said] bạn nhắn
        [asked] bạn trả lời
        [chosen] bạn chọn
        [saved] đã lưu
        [dismissed] không hợp
        [opened] đã mở
        [reported] đã báo sai
        [gone] lớp không còn
        [price] học phí sai
        [other] điều khác
        [self] chính bạn
        [guardian] ba mẹ, người giám hộ
        [child] con
        [relative] người thân
        [web] trang web
        [telegram] Telegram
        [zalo] Zalo
        [vi] tiếng Việt
        [en] tiếng Anh
        [announcements] nhận tin báo
        [reminders] nhắc học
        [ai_tutor] gia sư AI
        [research] nghiên cứu
        [hand_over] câu hỏi cho nhân viên
        [feedback] góp ý
        [wrong_information] báo thông tin sai
        [grade] xin xem lại một câu đã chấm
        [open] đang chờ
        [claimed] có người nhận
        [closed] đã khép lại
        [chat_shared] câu hỏi và đoạn chat trước đó
        [question_only] chỉ điều đã gửi
        [person] bạn
        [staff] nhân viên
        [withdrawn] bạn rút lại
        [unanswered] hết hạn, chưa ai trả lời
        [quiet] lâu không ai nhắn
        [interests] sở thích
        [goal] học để làm gì
        [level] trình độ
        [language] ngôn ngữ lớp học
        [disability] điều khó
        [address] cách xưng hô
        [speech] cách nói chuyện
        [organiser] tổ chức lớp học
        [beginner] mới bắt đầu
        [intermediate] trung cấp
        [advanced] nâng cao
        [seeing] khó nhìn
        [hearing] khó nghe
        [moving] khó đi lại
        [learning] cần học chậm rãi
        [iphone] iPhone
        [android] Android
        [simple] ngắn, dễ hiểu
        [new_job] tìm việc mới
        [better_work] làm việc tốt hơn
        [own_business] làm ăn riêng
        [help_child] dạy con, giúp con
        [hobby] theo sở thích
        [daily_life] cho việc hằng ngày
        [exam] thi, lấy bằng
        [ban] { "bạn" }
        [anh] anh
        [chi] chị
        [co] cô
        [chu] chú
        [bac] bác
        [registered] đã đăng ký
        [finished] đã học xong
        [dropped] không theo nữa
        [start] sắp khai giảng
        [alert] có khóa mới
        [follow_up] hỏi thăm
       *[unknown] { $value }
    }
data-table-profile-fact = Điều bạn đã kể
data-table-course-mark = Khóa bạn đã lưu, mở xem, bỏ qua hoặc báo sai
data-table-interaction = Việc bạn đã làm với các khóa học
data-table-figure-member = Số liệu chung mà bạn được đếm vào
data-table-wish = Điều bạn đã tìm
data-table-consent = Điều bạn đã đồng ý
data-table-learner = Người học
data-table-identity = Kênh bạn dùng
data-table-account = Tài khoản
data-table-conversation = Cuộc trò chuyện
data-table-enrolment = Khóa bạn đã đăng ký, đang học, đã học xong
data-table-saved-wish = Điều bạn nhờ báo khi có
data-table-wish-match = Khóa mới tìm thấy cho điều bạn nhờ báo
data-table-start-watch = Ngày khai giảng mình canh giúp bạn
data-table-reminder-hour = Giờ nhắc bạn chọn
data-table-reminder-calm = Lúc mình tạm thôi nhắc
data-field-until = Đến
data-table-learning-rhythm = Nhịp nhắc học của bạn
data-table-reminder = Những lần mình đã tự nhắn
data-table-follow-up = Những lần mình hỏi thăm sau khi bạn xem một khóa
data-table-account-link = Kênh vừa nối, còn tách ra được
data-table-linking-code = Mã nối đang dùng được
data-table-linking-attempt = Lần nhập mã nối chưa đúng
data-field-registered = đăng ký lúc
data-field-learning = bắt đầu học lúc
data-field-finished = học xong lúc
data-field-dropped = thôi học lúc
data-field-rating = điểm bạn chấm
data-field-comment = lời nhận xét
data-field-found = tìm thấy lúc
data-field-told = báo bạn lúc
data-field-paused = tạm dừng lúc
data-field-starts = khai giảng
data-field-since = từ lúc
data-field-minutes = phút tính từ nửa đêm
data-field-day = ngày
data-field-joined = nối lúc
data-field-undo = tách ra được đến
data-field-expires = hết hạn lúc
data-field-at = lúc
data-field-learner = người học số
data-field-created = tạo lúc
data-field-updated = cập nhật lúc
data-field-noted = ghi lúc
data-field-marked = đánh dấu lúc
data-field-asked = tìm lúc
data-field-given = đồng ý lúc
data-field-withdrawn = rút lại lúc
data-field-erase = sẽ xóa lúc
data-field-kind = loại
data-field-value = nội dung
data-field-source = nguồn
data-field-title = tên khóa
data-field-topic = tìm gì
data-field-results = số kết quả
data-field-channel = kênh
data-field-external = mã trên kênh
data-field-purpose = mục đích
data-field-locale = ngôn ngữ
data-field-relation = quan hệ
data-field-name = tên gọi
data-field-status = tình trạng
erase-ask = Bạn muốn xóa hết những gì mình giữ về bạn: điều bạn kể, tin nhắn, lần tìm, khóa đã lưu, và người học bạn đã thêm (nếu có)?
    • Xóa hết: bạn có một ngày để đổi ý, rồi mình mới xóa.
    • Xóa ngay: mất luôn, không lấy lại được.
    .simple = Xóa hết những gì mình nhớ về bạn? “Xóa hết”: mai mới xóa, còn đổi ý được. “Xóa ngay”: mất luôn.
erase-done = Đã xóa hết dữ liệu của bạn. Cảm ơn bạn đã dùng Bạn Học. Khi cần, bạn cứ nhắn, mình bắt đầu lại từ đầu.
    .simple = Đã xóa hết. Cảm ơn bạn. Cần gì, bạn cứ nhắn lại.
erase-kept = Vậy mình giữ nguyên nhé.
erase-planned = Dữ liệu của bạn sẽ được xóa hết lúc { $time } ngày { $date }. Bạn muốn giữ lại, hay xóa ngay bây giờ?
erase-scheduled = Được rồi, mình sẽ xóa hết lúc { $time } ngày { $date }. Từ giờ đến lúc đó mình không tự nhắn cho bạn. Nếu đổi ý, bạn bấm “Giữ lại” hoặc nhắn /xoa.
erase-cancelled = Vậy mình giữ lại hết cho bạn, không xóa nữa.
erase-done-later = Đúng hẹn, mình đã xóa hết dữ liệu của bạn. Cảm ơn bạn đã dùng Bạn Học. Khi cần, bạn cứ nhắn, mình bắt đầu lại từ đầu.
profile-erase-planned = Sẽ xóa hết lúc { $time } ngày { $date }, như bạn yêu cầu

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
word-facet-hours-least = ít nhất { $hours } giờ
word-facet-starts = { $span ->
        [today] bắt đầu hôm nay
        [tomorrow] bắt đầu ngày mai
        [this_week] bắt đầu tuần này
        [this_weekend] bắt đầu cuối tuần này
        [next_week] bắt đầu tuần sau
        [this_month] bắt đầu tháng này
        [next_month] bắt đầu tháng sau
        [before_tet] bắt đầu trước Tết
        [after_tet] bắt đầu sau Tết
       *[soon] sắp khai giảng
    }
word-facet-starts-month = bắt đầu tháng { $month }
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

reason-meaning = Gần với điều bạn tả (máy so nghĩa, có thể sai)
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
reason-long = Học { $hours } giờ
reason-starts = Khai giảng { $date }
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
miss-starts = Lưu ý: khai giảng { $date }
miss-starts-any = Lưu ý: học lúc nào cũng được, không có ngày khai giảng
miss-starts-unknown = Lưu ý: chưa rõ ngày khai giảng

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

content-usage = Cách dùng: npm run content [-- THƯ_MỤC]
content-picture-remedy = Hãy vẽ đơn giản hơn, hoặc xuất lại hình.
content-picture-heavy = hình nặng { $kilobytes } KB, tối đa { $most }
content-picture-undrawable = hình không vẽ được ({ $problem })
content-track = { $track }: { $lessons } bài, { $minutes } phút, { $items } câu hỏi, bài dài nhất { $bytes } byte
content-taxonomy = taxonomy: { $concepts } kỹ năng và chủ đề ({ $named } có tên Việt và Anh, { $escoSkills } có mã ESCO), { $occupations } nghề ({ $escoOccupations } có mã ESCO)
content-nothing = Thư mục { $folder } không có chuỗi bài nào. Hãy kiểm tra đường dẫn.
content-right = Không có lỗi: { $tracks } chuỗi bài, { $others } bộ tự đánh giá và tiêu chí.
content-wrong = Có { $problems } lỗi. Đọc được { $tracks } chuỗi bài, { $others } bộ tự đánh giá và tiêu chí.
import-usage = Cách dùng: npm run import -- FILE --kind LOẠI [--source TÊN] [--map FILE] [--sheet TÊN] [--dry-run] [--skip-bad] [--json]
import-kind = Thiếu hoặc sai --kind. Các loại: { $kinds }.
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

### Classes: for who runs one and for who learns in one

help-lop = /lop – lớp của bạn; /lop mo – mở lớp; /lop BCDG-HKLM – vào lớp bằng mã
help-giaovien = /giaovien – dành cho thầy cô: bài học, mở lớp, khóa học, hội thảo
choice-cohorts = Các lớp của mình
choice-cohort-open = Mở lớp
choice-cohort-view = Xem { $name }
choice-cohort-learnt = Lớp { $name }
choice-cohort-stop = Thôi, không mở nữa
choice-cohort-no = Thôi, không vào
choice-cohort-same = Như lần trước: { $name }
choice-cohort-agree = Đồng ý, vào lớp
choice-cohort-agree-minor = Ba mẹ đồng ý, vào lớp
choice-cohort-agree-for = Đồng ý, cho { $who } vào lớp
choice-cohort-show = Hiện tên { $name }
choice-cohort-hide = Không hiện tên
choice-cohort-name = Hiện tên cho thầy cô
choice-cohort-rename = Đổi tên hiện
choice-cohort-mine = Thầy cô thấy gì?
choice-cohort-leave = Rời lớp
choice-cohort-back = Vào lại lớp
choice-cohort-next = Trang sau
choice-cohort-before = Trang trước
choice-cohort-invite = Mời vào lớp
choice-cohort-end = Ngày kết thúc
choice-cohort-weeks = Sau { $weeks } tuần ({ $date })
choice-cohort-no-end = Không hẹn ngày
choice-cohort-remove = Đưa ai đó ra khỏi lớp
choice-cohort-remove-who = Đưa { $who } ra
choice-cohort-return = Nhận lại { $who }
choice-cohort-colleagues = Cùng phụ trách, giao lớp
choice-cohort-colleague-invite = Mời một người phụ trách
choice-cohort-colleague-no = Thôi, không nhận
choice-cohort-colleague-remove = Không để { $who } phụ trách nữa
choice-cohort-hand-over = Giao lớp, mình thôi phụ trách
choice-cohort-hand-back = Phụ trách lại
choice-cohort-close = Đóng lớp
choice-cohort-reopen = Mở lại lớp
cohort-none =
    Bạn chưa có lớp nào.

    Có mã lớp? Bạn nhắn /lop và mã, ví dụ /lop BCDG-HKLM.
    Bạn dạy hay phụ trách một nhóm? Mở lớp để cả nhóm cùng học một chuỗi bài ngắn, và bạn biết mọi người học tới đâu.
cohort-more = Vào thêm lớp: nhắn /lop và mã lớp.
cohort-taught = Lớp bạn phụ trách:
cohort-learnt = Lớp đang học:
cohort-line-taught = • { $name }: { $track }, { $members } người{ $isOpen ->
    [yes] {""}
   *[no] , đã kết thúc
  }
cohort-line-learnt = • { $name }: { $track }{ $isOpen ->
    [yes] , { $teacher } phụ trách
   *[no] , đã kết thúc
  }
cohort-gone = Mình không thấy lớp này trong các lớp của bạn.
cohort-too-many = Bạn đang có { $most } lớp chưa đóng. Bạn đóng bớt một lớp rồi mở lớp mới nhé.
cohort-stopped = Vâng, mình không thay đổi gì.
cohort-name-again = Tên này mình chưa dùng được. Bạn nhắn một tên ngắn có chữ, nhiều nhất { $most } ký tự nhé.
cohort-ask-title = Lớp tên gì? Bạn nhắn một tên ngắn mà học viên nhận ra ngay, ví dụ: Tổ dân phố 5, hoặc 10A3 Tin học.
cohort-ask-track = Lớp “{ $name }” học chuỗi bài nào?
cohort-ask-teacher = Học viên sẽ thấy ai phụ trách lớp? Bạn nhắn tên họ quen gọi, ví dụ: Cô Hoa, trường Lê Lợi. Chỉ ai có mã lớp mới thấy tên này.
cohort-opened =
    Đã mở lớp “{ $name }”: { $track }.
    Mã vào lớp: { $code }

    Bạn gửi tin bên dưới cho học viên. Vào lớp rồi, ai học tới đâu bạn xem ở /lop. Bạn thấy số bài đã xong, không thấy câu trả lời của ai; tên chỉ hiện khi học viên cho.
cohort-invite =
    Lớp “{ $name }”: { $track }.
    Mã vào lớp: { $code }

    Bạn gửi tin bên dưới cho học viên:
cohort-share =
    Mời bạn vào lớp “{ $name }” do { $teacher } phụ trách: { $track }, mỗi bài vài phút, học ngay trong khung chat, miễn phí.
    Nhắn cho Bạn Học: /lop { $code }
cohort-share-telegram = Vào bằng Telegram: { $link }
cohort-share-web = Vào bằng trang web: { $link }
picture-label-class-code = Mã lớp
picture-label-class-teacher = Phụ trách
picture-label-class-lessons = Nội dung
picture-class-lessons = { $lessons } bài ngắn, học ngay trong khung chat
picture-class-free = Miễn phí
picture-class-write = Hoặc nhắn cho Bạn Học: /lop { $code }
picture-class-scan = Quét mã để vào lớp
picture-class-alt = Thẻ mời vào lớp “{ $name }”: { $track }, mã { $code }
picture-class-none = Chưa xong bài nào
picture-class-all = Xong cả { $of } bài
picture-class-some = Xong { $from } bài
picture-class-between = Xong { $from }–{ $to } bài
picture-class-people = { $count } người
picture-class-subtitle = { $track } · { $count } người
picture-class-legend = Mỗi thanh là số người học tới đó. Hình không có tên ai.
picture-class-day = Tính đến ngày { $day }
picture-class-progress-alt = Hình tiến độ cả lớp: { $facts }
cohort-code-form = Mã lớp có 8 chữ cái, ví dụ /lop BCDG-HKLM. Bạn hỏi người phụ trách lớp để lấy mã nhé.
cohort-code-wrong = Mình không tìm thấy lớp có mã này. Bạn xem lại từng chữ giúp mình, hoặc hỏi người phụ trách lớp.
cohort-too-often = Vừa có nhiều mã chưa đúng quá, nên mình tạm dừng để giữ an toàn. Bạn đợi khoảng một giờ rồi thử lại nhé.
cohort-is-over = Lớp “{ $name }” đã kết thúc, nên không vào được nữa. Bạn vẫn học được các bài này một mình.
cohort-join-hello = Chào bạn, mình là Bạn Học, bạn đồng hành học tập của Thành phố.
cohort-join-what =
    Lớp “{ $name }”: { $track }, { $lessons } bài ngắn.
    Người phụ trách: { $teacher }. Mình không kiểm tra được đó là ai: chỉ vào khi bạn biết người này.
cohort-join-sees =
    Vào lớp thì { $teacher } thấy: học xong bao nhiêu bài trong chuỗi này (tính cả bài đã học trước), ngày học gần nhất, có đang cần giúp không. Của người dưới 16 tuổi thì chỉ thấy số bài đã xong.
    Không thấy: câu trả lời, câu sai, tin nhắn, số điện thoại. Câu nào nhiều người nhầm thì chỉ thấy con số, khi có từ 5 người trả lời. Tên chỉ hiện khi bạn cho.
    Nếu có thêm người cùng phụ trách, bạn được báo. Nhân viên Thành phố chỉ thấy con số, không thấy tên ai.
cohort-join-minor = Bạn chưa đủ 16 tuổi: bạn hỏi ba mẹ trước nhé.
cohort-join-leave = Rời lớp lúc nào cũng được. Bạn đồng ý không?
cohort-join-removed = Người phụ trách đã đưa bạn ra khỏi lớp “{ $name }”. Muốn vào lại, bạn hỏi { $teacher } nhé. Các bài vẫn học được một mình.
cohort-join-full = Lớp “{ $name }” đã đủ người. Bạn hỏi người phụ trách xem có lớp khác không nhé.
cohort-joined =
    Đã vào lớp “{ $name }”. { $teacher } đang thấy { $who } là “{ $shown }”.
    Muốn { $teacher } biết là ai thì nhắn tên ngay bây giờ; tên gọi hay biệt danh là đủ.
cohort-ask-name =
    Lớp “{ $name }”: { $teacher } thấy { $who } là tên nào? Nhắn tên gọi hay biệt danh là đủ; không hiện tên thì là “{ $shown }”.
cohort-name-shown = Người phụ trách sẽ thấy tên: { $name }.{ $isCut ->
    [yes] {" "}Chưa đủ 16 tuổi nên mình chỉ để tên gọi.
   *[no] {""}
  }
cohort-name-hidden = Vâng, mình không hiện tên. Người phụ trách chỉ thấy một con số.
cohort-mine =
    Lớp “{ $name }”: { $track }{ $relation ->
    [self] {""}
   *[other] {" "}(của { $who })
  }
cohort-mine-seen =
    Người phụ trách: { $teacher }. Đây là tất cả những gì người phụ trách thấy:
    { $line }
cohort-mine-over = Lớp đã kết thúc. Các bài vẫn học được một mình.
cohort-left = Đã rời lớp “{ $name }”. Từ giờ người phụ trách không thấy gì nữa. Bài đã học vẫn là của bạn.
cohort-member-number = Học viên số { $number }
cohort-member-done = { $who }: { $done }/{ $of } bài
cohort-member-active = học gần nhất { $date }
cohort-member-need = { $need ->
    [not_begun] chưa bắt đầu, có thể cần giúp
    [within_lesson] dừng giữa bài, có thể cần giúp
   *[quiet] vắng đã lâu, có thể cần giúp
  }
cohort-heading =
    Lớp “{ $name }”: { $track }
    { $members } người, { $lessons } bài
cohort-code = Mã vào lớp: { $code }
cohort-until = Kết thúc ngày { $date }
cohort-ended = Lớp đã kết thúc ngày { $date }; đây là kết quả lúc đó.
cohort-average = Trung bình { NUMBER($average, maximumFractionDigits: 1) }/{ $of } bài; { $finished } người học xong
cohort-empty = Chưa có ai vào lớp. Bạn gửi mã cho học viên nhé.
cohort-page = Trang { $page }/{ $last }
cohort-hard-title = Câu nhiều người nhầm ở lần đầu:
cohort-hard = • “{ $question }”: { $missed } trong { $answered } người
cohort-hard-most = • “{ $question }”: hầu hết trong { $answered } người
cohort-track-gone = Chuỗi bài của lớp “{ $name }” không còn nữa, nên mình không xem được kết quả.
cohort-closed = Đã đóng lớp “{ $name }”. Không ai vào thêm được; bạn vẫn xem được kết quả tới hôm nay.
cohort-teachers = Phụ trách: { $teacher }
cohort-run-by = Lớp “{ $name }” do { $teacher } phụ trách.
cohort-colleague-none = Bạn có thể mời một người cùng phụ trách. Muốn giao hẳn lớp: mời người đó trước, họ nhận rồi thì bạn thôi phụ trách ở đây.
cohort-colleague-what = Ai phụ trách cũng thấy tiến độ và làm được mọi việc với lớp như nhau; riêng người mở lớp có thể thôi không để người khác phụ trách. Việc nào cũng lấy lại được.
cohort-colleague-full = Lớp này đã có { $most } người phụ trách, nhiều nhất rồi.
cohort-colleague-invite =
    Mã phụ trách lớp “{ $name }”: { $code }

    Mã này dùng được một lần, trong { $days } ngày. Ai nhận thì thấy tiến độ của học viên và làm được mọi việc với lớp như bạn, nên bạn chỉ gửi riêng cho người bạn tin, đừng gửi vào nhóm lớp. Họ nhận thì bạn và học viên được báo.
cohort-colleague-share =
    { $teacher } mời bạn cùng phụ trách lớp “{ $name }”: { $track }.
    Nhắn cho Bạn Học: /lop { $code }
cohort-colleague-ask =
    { $teacher } mời bạn cùng phụ trách lớp “{ $name }”: { $track }, { $members } người học.

    Nhận lớp thì bạn thấy mỗi người học xong bao nhiêu bài, không thấy câu trả lời của ai. { $teacher } và học viên được báo. Bạn thôi phụ trách lúc nào cũng được.

    Bạn nhận thì nhắn tên mà học viên quen gọi, ví dụ: Thầy Nam.
cohort-colleague-gone = Mã phụ trách này đã dùng rồi hoặc quá hạn. Bạn xin người phụ trách lớp một mã mới nhé.
cohort-colleague-accepted = Bạn đã cùng phụ trách lớp “{ $name }”. Mình đã báo cho người mời và học viên.
cohort-colleague-joined-told = { $who } đang cùng bạn phụ trách lớp “{ $name }” và thấy tiến độ của lớp. Nếu không đúng người, bạn nhắn /lop để đổi.
cohort-colleague-learners-told = Lớp “{ $name }” có thêm người phụ trách: { $who }. Người này thấy đúng những gì người phụ trách trước vẫn thấy, không thấy câu trả lời hay tin nhắn của ai. Muốn xem lại hay rời lớp, bạn nhắn /lop.
cohort-colleague-left-told = { $who } đã thôi phụ trách lớp “{ $name }”. Lớp vẫn do bạn phụ trách.
cohort-colleague-removed-told = { $who } đã thôi không để bạn phụ trách lớp “{ $name }” nữa. Nếu thấy nhầm, bạn hỏi { $who } nhé.
cohort-colleague-returned-told = { $who } đã mời bạn phụ trách lớp “{ $name }” trở lại. Bạn nhắn /lop để xem.
cohort-colleague-removed = { $who } không còn phụ trách lớp “{ $name }” và đã được báo.
cohort-handed-over = Bạn đã giao lớp “{ $name }” cho { $teacher } và không còn thấy lớp nữa. Mình đã báo cho họ.
cohort-ask-end = Lớp “{ $name }” kết thúc ngày nào? Bạn bấm chọn, hoặc nhắn ngày, ví dụ 31/12. Qua ngày đó lớp tự đóng.
cohort-end-unclear = Mình chưa hiểu ngày này. Bạn nhắn ngày và tháng từ hôm nay trở đi, ví dụ 31/12 nhé.
cohort-end-set = Lớp “{ $name }” sẽ kết thúc sau ngày { $date }.
cohort-end-none = Lớp “{ $name }” không hẹn ngày kết thúc.
cohort-remove-whom = Đưa ai ra khỏi lớp? Họ sẽ được báo; bạn nhận lại được ngay sau đó.
cohort-removed = Đã đưa { $who } ra khỏi lớp “{ $name }” và báo cho họ.
cohort-returned = { $who } đã ở trong lớp “{ $name }” trở lại.
cohort-removed-told = { $teacher } đã đưa { $relation ->
    [self] bạn
   *[other] { $who }
  } ra khỏi lớp “{ $name }”, nên không còn thấy gì nữa. Bài đã học vẫn còn nguyên và vẫn học tiếp được. Nếu thấy nhầm, bạn hỏi { $teacher } nhé.
cohort-returned-told = { $teacher } đã nhận { $relation ->
    [self] bạn
   *[other] { $who }
  } trở lại lớp “{ $name }”. Muốn rời lớp, bạn nhắn /lop.
choice-teachers-selftest = Tự xem mình dạy với công nghệ số
choice-teachers-courses = Khóa học cho giáo viên
choice-teachers-workshops = Hội thảo cho giáo viên
choice-teachers-role = Mình là giáo viên
teachers-what = Dành cho thầy cô và người phụ trách nhóm học:
teachers-track = “{ $title }”, { $lessons } bài ngắn: { $about }
teachers-how = Thầy cô mở lớp để học viên cùng học một chuỗi bài, rồi xem cả lớp học tới đâu. Chỉ cần gửi mã, không cần danh sách.
teachers-noted = Mình ghi nhận bạn là giáo viên, để ưu tiên khóa học và hội thảo hợp với bạn. Muốn bỏ, bạn nhắn /toi.
teachers-courses-wish = khóa học cho giáo viên
teachers-workshops-wish = hội thảo cho giáo viên

### Người học và kết nối các kênh

help-nguoihoc = /nguoihoc – tìm lớp cho con, ba mẹ hay người thân
help-ketnoi = /ketnoi – dùng chung Bạn Học trên Zalo, Telegram và trang web
learner-relation = { $relation ->
        [self] bạn
        [child] con
        [parent] ba mẹ
       *[relative] người thân
    }
learner-for = 👤 Đang tìm cho: { $who }
word-channel = { $channel ->
        [telegram] Telegram
        [zalo] Zalo
       *[web] trang web
    }
choice-relatives = Đổi người học
choice-relative-add = Thêm người
choice-relative-self = Về phần của mình
choice-relative-switch = Chuyển sang { $who }
choice-relative-rename = Đổi tên { $who }
choice-relative-give = Giao lại cho { $who }
choice-relative-remove = Xóa { $who }
choice-relative-remove-yes = Xóa luôn
choice-relative-skip = Bỏ qua
choice-relative-kind = { $relation ->
        [child] Con
        [parent] Ba mẹ
       *[relative] Người khác
    }
choice-relative-under-16 = Chưa, dưới 16
choice-relative-over-16 = Đủ 16 rồi
relatives-none = Mình đang tìm lớp cho bạn. Bạn tìm giúp con, ba mẹ hay người thân cũng được: mỗi người một danh sách riêng, không lẫn nhau. Bạn muốn thêm ai không?
relatives-title = Những người học trên máy này:
relatives-line = • { $who }{ $isChosen ->
        [yes] {" "}← đang tìm cho người này
       *[no] {""}
    }
relatives-how = Bấm để chuyển sang người khác.
relatives-ask-kind = Bạn muốn thêm ai?
relatives-ask-name = { $relation ->
        [child] Bạn gọi bé là gì? Nhắn tên giúp mình, ví dụ “Bé Na”.
        [parent] Bạn gọi người ấy là gì? Nhắn giúp mình, ví dụ “Mẹ” hay “Ba”.
       *[relative] Bạn gọi người ấy là gì? Nhắn giúp mình, ví dụ “Cô Lan”.
    } Không muốn nói tên thì bấm “Bỏ qua”.
relatives-ask-new-name = Từ giờ gọi { $who } là gì? Bạn nhắn tên mới nhé.
relatives-name-again = Tên này mình chưa dùng được. Bạn nhắn một tên ngắn bằng chữ thôi, nhiều nhất { $most } ký tự nhé.
relatives-ask-age = { $who } đã đủ 16 tuổi chưa? Mình hỏi để giữ an toàn cho trẻ em, không cần ngày sinh.
relatives-stopped = Vâng, mình không thay đổi gì.
relatives-added = Đã thêm { $who }. Từ giờ mình tìm cho { $who }. Bạn muốn tìm lớp gì?
    Muốn về phần của bạn, nhắn /nguoihoc.
relatives-switched = Từ giờ mình tìm cho { $who }. Bạn muốn tìm lớp gì?
    Muốn đổi người, nhắn /nguoihoc.
relatives-switched-self = Mình trở lại tìm cho bạn. Bạn muốn học gì?
relatives-renamed = Từ giờ mình gọi là { $who }.
relatives-full = Một máy thêm được nhiều nhất { $most } người, tính cả bạn. Bạn xóa bớt một người ở /nguoihoc rồi thêm lại nhé.
relatives-gone = Người này không còn trong danh sách nữa.
relatives-not-self = Đây là phần của chính bạn. Muốn xóa hết mọi thứ, bạn nhắn /xoa.
relatives-remove-ask = Xóa { $who } khỏi máy này? Khóa đã lưu, lần tìm, điều đã kể của { $who } sẽ mất hẳn. Phần của bạn và người khác vẫn còn.
relatives-removed = Đã xóa { $who }: khóa đã lưu, lần tìm, điều đã kể đều mất. Tin nhắn trong khung chat này là của bạn: tự xóa sau 90 ngày, hoặc cùng mọi thứ khi bạn nhắn /xoa. Mình tìm cho bạn như trước nhé.
remember-noted-for = 📝 Mình nhớ cho { $who }: { $facts }. Xem hoặc xóa ở /toi.
profile-title-of = Những gì mình đang nhớ về { $who }:
profile-empty-of = Mình chưa nhớ gì về { $who } cả. Muốn đổi người, bạn nhắn /nguoihoc.
erase-ask-relatives = Phần của { $who } cũng mất theo. Chỉ muốn xóa một người thì bạn vào /nguoihoc.
erase-ask-channels = Xóa ở cả { $count } nơi bạn đã nối: { $channels }.
choice-link = Nối
choice-link-take = Nhận về đây
choice-link-no = Thôi
choice-unlink = Tách ra
link-code = Bạn dùng Bạn Học ở nơi khác nữa (Zalo, Telegram, trang web)? Nối lại thì khóa đã lưu và điều bạn kể dùng chung được.
    Ở nơi kia, bạn mở Bạn Học và nhắn:
    /ketnoi { $code }
    Mã dùng một lần, trong { $minutes } phút. Đừng đưa mã cho ai: người có mã sẽ xem được dữ liệu của bạn.
link-together = Đang dùng chung: { $channels }.
link-undoable = Lần nối gần nhất còn tách ra được đến { $until }.
link-moment = { $time } ngày { $date }
link-code-form = Mã nối có 8 chữ và số, ví dụ /ketnoi 7KQ2-M4XD. Muốn lấy mã, bạn nhắn /ketnoi ở nơi kia nhé.
link-wrong = Mã này không dùng được. Bạn xem lại từng chữ giúp mình, hoặc nhắn /ketnoi ở nơi kia để lấy mã mới.
link-too-often = Vừa có nhiều mã chưa đúng quá, nên mình tạm dừng để giữ an toàn. Bạn đợi khoảng một giờ rồi lấy mã mới nhé.
link-own = Mã này là của chính bạn. Bạn mở Bạn Học ở nơi kia (Zalo, Telegram hay trang web) rồi nhắn mã ở đó nhé.
link-ask = Nối nơi này với Bạn Học trên { $channels }?
    Hai bên sẽ thành một: khóa đã lưu, lần tìm, điều bạn kể và người thân dùng chung. Chỗ nào hai bên nói khác nhau thì lấy điều mới hơn. Đổi ý thì tách ra được trong một ngày.
    Chỉ nối khi chính bạn vừa lấy mã này. Nếu ai đó đưa mã cho bạn, họ sẽ xem được dữ liệu của bạn.
link-gone = Mã này đã hết hạn hoặc dùng rồi. Bạn nhắn /ketnoi ở nơi kia để lấy mã mới nhé.
link-refused = Vâng, mình không nối.
link-too-many-learners = Gộp lại thì quá 8 người học, nên mình chưa nối được. Bạn xóa bớt người ở /nguoihoc rồi thử lại nhé.
link-leaving = Dữ liệu ở đây hoặc ở nơi kia đang hẹn xóa hết, nên mình chưa nối được. Bạn nhắn /xoa ở nơi đó, chọn “Giữ lại”, rồi lấy mã mới nhé.
link-done = Đã nối với Bạn Học trên { $channels }. Từ giờ hai bên là một.
link-came = Đã gộp: { $parts }.
link-came-saved = { $count } khóa đã lưu
link-came-told = { $count } điều bạn kể
link-came-relatives = { $count } người thân
link-newer = “{ $kept }” thay cho “{ $gone }” vì mới hơn.
link-done-undo = Đổi ý thì bấm “Tách ra”, hoặc nhắn /ketnoi, trước { $until }.
link-told = Bạn Học của bạn vừa được nối với { $channel }. Nếu không phải bạn làm, nhắn /ketnoi rồi chọn “Tách ra” nhé.
link-undone = Đã tách ra. Mỗi bên trở lại như trước khi nối. Điều kể thêm từ lúc nối ở lại bên { $channels }.
link-undone-told = Hai nơi dùng Bạn Học vừa được tách ra. Mỗi bên trở lại như trước khi nối.
link-undo-gone = Lần nối này không còn tách ra được: đã tách rồi, hoặc đã quá một ngày, hoặc bạn vừa nối thêm nơi khác. Nhắn /ketnoi để xem lại nhé.
link-give = Trên điện thoại của { $who }, mở Bạn Học và nhắn:
    /ketnoi { $code }
    Khóa đã lưu, lần tìm và điều đã kể của { $who } sẽ chuyển hẳn sang đó, máy này không còn giữ. Mã dùng một lần, trong { $minutes } phút; bạn chỉ đưa cho { $who } thôi nhé.
link-give-ask = Mã này chuyển phần học mà người thân đã giữ giúp bạn về đây: khóa đã lưu, lần tìm, điều đã kể. Bên kia sẽ không còn giữ nữa, và không chuyển ngược lại được. Bạn nhận nhé?
link-taken = Đã chuyển về đây. Bạn xem ở /toi nhé.
link-given-told = Phần học của { $who } đã được chuyển sang máy của người ấy.
### Consents

consent-text-announcements = Thông báo: thỉnh thoảng mình nhắn cho bạn về lớp mới, buổi học cộng đồng, học bổng ở TP.HCM, có khi chọn theo điều bạn kể và tìm ở đây. Người soạn tin chỉ thấy số người nhận, không thấy bạn là ai. Dừng lúc nào cũng được: nhắn /thongbao tat hoặc /dung.
consent-text-reminders = Nhắc học: mình nhắn bạn khi sắp tới buổi học, hạn đăng ký hay bài học bạn đã chọn. Lịch nhắc chỉ để nhắc bạn, không đưa cho ai khác. Dừng lúc nào cũng được: nhắn /dung.
consent-text-ai-tutor = Gia sư AI: câu bạn hỏi về bài học, câu trả lời mà máy chưa chấm được, điều bạn tìm mà máy chưa hiểu, tin nhắn thoại và hình bạn gửi được chuyển tới mô hình AI, có thể ở nước ngoài, để hiểu, trả lời, chấm. Bên vận hành mô hình đọc, nghe, xem được; mình không gửi kèm tên hay tài khoản, không giữ tệp. Bạn đừng gửi điều riêng tư. Dành cho người từ 16 tuổi; dưới 16 tuổi thì ba mẹ bật giúp. Dừng lúc nào cũng được: nhắn /ai tat.
consent-text-research = Nghiên cứu: người nghiên cứu được dùng điều bạn tìm và học ở đây, sau khi bỏ tên và tài khoản, để biết cách học nào có ích. Chỉ công bố số liệu gộp của ít nhất năm người. Dành cho người từ 16 tuổi; dưới 16 tuổi thì cần ba mẹ đồng ý. Dừng lúc nào cũng được: nhắn /nghiencuu tat.
consent-ask = Bạn đồng ý không? Không đồng ý thì mọi thứ vẫn dùng được như thường.
consent-is-off = Hiện đang tắt. Không bật thì mọi phần khác vẫn dùng được như thường.
consent-is-on = Đang bật từ ngày { $date }.
consent-given = { $what ->
        [announcements] Mình đã bật thông báo.
        [reminders] Mình đã bật nhắc học.
        [ai] Mình đã bật gia sư AI.
       *[research] Cảm ơn bạn, mình đã ghi là bạn đồng ý cho nghiên cứu.
    }
consent-given-before = { $what ->
        [announcements] Thông báo đang bật sẵn rồi bạn nhé.
        [reminders] Nhắc học đang bật sẵn rồi bạn nhé.
        [ai] Gia sư AI đang bật sẵn rồi bạn nhé.
       *[research] Bạn đã đồng ý cho nghiên cứu từ trước rồi.
    }
consent-ended = { $what ->
        [announcements] Mình đã tắt thông báo. Tin đang chờ gửi cũng không gửi nữa.
        [reminders] Mình đã tắt nhắc học. Lời nhắc đang chờ cũng không gửi nữa.
        [ai] Mình đã tắt gia sư AI. Từ giờ câu hỏi của bạn không gửi tới AI nào.
       *[research] Mình đã ghi là bạn thôi tham gia nghiên cứu.
    }
consent-off-before = { $what ->
        [announcements] Thông báo đang tắt rồi bạn nhé.
        [reminders] Nhắc học đang tắt rồi bạn nhé.
        [ai] Gia sư AI đang tắt rồi bạn nhé.
       *[research] Bạn không tham gia nghiên cứu nào cả.
    }
consent-declined = Vâng, mình để tắt và không hỏi lại nữa. Bạn cứ dùng mọi thứ như thường.
consent-guardian = { $what ->
        [ai] Gia sư AI cần ba mẹ đồng ý
       *[research] Tham gia nghiên cứu cần ba mẹ đồng ý
    } khi bạn dưới 16 tuổi, nên mình chưa bật. Tìm lớp, lưu khóa và mọi phần khác bạn vẫn dùng được hết.
consent-guardian-how = Nhờ ba mẹ xác nhận: ba hoặc mẹ nhắn /nguoihoc cho Bạn Học bằng tài khoản của mình, thêm bạn là con, chuyển sang phần của bạn rồi nhắn { $command }.
choice-consent-announcements = Bật thông báo
choice-consent-reminders = Bật nhắc học
choice-consent-ai-tutor = Bật gia sư AI
choice-consent-research = Đồng ý cho nghiên cứu
choice-consent-no = Không, cảm ơn
choice-consent-off = { $what ->
        [announcements] Tắt thông báo
        [reminders] Tắt nhắc học
        [ai] Tắt gia sư AI
       *[research] Thôi tham gia nghiên cứu
    }
choice-consent-again = { $what ->
        [announcements] Bật lại thông báo
        [reminders] Bật lại nhắc học
        [ai] Bật lại gia sư AI
       *[research] Tham gia lại nghiên cứu
    }
choice-under-16 = Mình dưới 16 tuổi
stop-done = Mình dừng rồi: từ giờ mình không tự nhắn cho bạn nữa, tin đang chờ cũng không gửi. Bạn nhắn thì mình vẫn trả lời như thường.
stop-nothing = Mình đang không tự nhắn gì cho bạn cả: nhắc học và thông báo đều tắt. Bạn nhắn thì mình trả lời.
stop-seats = Riêng buổi bạn đã giữ chỗ hay đang chờ chỗ thì mình vẫn báo đúng việc của buổi đó. Không đi nữa thì bạn nhắn /hoithao để trả chỗ.
stop-everybody = Phần của người thân bạn đang giúp cũng dừng luôn, vì tin cho họ cũng tới chỗ bạn.
profile-consent = { $what ->
        [announcements] Bạn đồng ý nhận thông báo
        [reminders] Bạn đồng ý cho mình nhắc học
        [ai] Bạn đồng ý dùng gia sư AI
       *[research] Bạn đồng ý tham gia nghiên cứu
    } từ ngày { $date }
ai-page = Ở đây cái gì là AI, cái gì không?
    • Không phải AI: tìm khóa, gợi ý, bài học. Máy so điều bạn nhắn với danh mục và trích nguyên văn.
    • { $hasModel ->
        [yes] Gia sư AI: chỉ khi bạn đã bật, và chỉ câu bạn hỏi trong bài học hay sau lệnh /hoi, câu trả lời mà máy chưa chấm được, điều bạn tìm mà máy chưa hiểu, tin nhắn thoại và hình, được gửi tới mô hình AI.
       *[no] Hiện giờ chưa có mô hình AI nào được nối vào, nên không tin nhắn nào của bạn được gửi tới AI.
      }
    • Khi có gia sư AI, mỗi câu trả lời ghi rõ: “📘 Trích từ bài học” là lời của bài, “🤖 AI tạo, có thể sai” là lời máy viết. AI chỉ trả lời người đã bật.
help-thongbao = /thongbao – bật, tắt thông báo
help-ai = /ai – cái gì là AI; bật, tắt gia sư AI
help-dung = /dung – dừng mọi tin mình tự gửi

remember-under-16 = Dưới 16 tuổi thì gia sư AI và nghiên cứu cần ba mẹ đồng ý; mọi phần khác bạn dùng như thường.
privacy-short = Mình chỉ giữ những gì cần để trả lời và tìm lớp cho bạn, không cần tên hay số điện thoại; tin nhắn tự xóa sau { $days } ngày. Bạn xem bằng /toi, tải về bằng /dulieu, xóa hết bằng /xoa, lúc nào cũng được. Thông báo, nhắc học, gia sư AI và nghiên cứu chỉ bật khi bạn đồng ý; dừng bằng /dung, /ai, /nghiencuu.
choice-privacy = Quyền riêng tư
help-privacy = /privacy – mình giữ gì về bạn, ai thấy
menu-stop = Dừng mọi tin tự gửi
menu-privacy = Mình giữ gì về bạn, ai thấy

### Privacy page

privacy-title = Quyền riêng tư ở Bạn Học
privacy-intro = Bạn Học là trợ lý tự động giúp bạn tìm chỗ học. Bạn dùng được ngay, không cần đăng ký, không cần tên, số điện thoại hay căn cước. Trang này nói mình giữ gì, để làm gì, bao lâu, ai thấy, và bạn làm được gì.
privacy-kept-title = Mình giữ gì, để làm gì, bao lâu
privacy-kept-chat = Tin nhắn và câu trả lời
privacy-kept-chat-why = Để trả lời bạn và để bạn xem lại. Tự xóa sau { $days } ngày.
privacy-kept-wishes = Điều bạn tìm
privacy-kept-wishes-why = Ví dụ “kế toán buổi tối”. Để gợi ý cho bạn, và để thành phố biết người dân cần học gì. Giữ đến khi bạn xóa.
privacy-kept-marks = Khóa bạn lưu, mở, bảo không hợp hay báo sai
privacy-kept-marks-why = Để bạn xem lại và để gợi ý hợp hơn. Giữ đến khi bạn bỏ lưu hoặc xóa.
privacy-kept-facts = Điều bạn kể về mình
privacy-kept-facts-why = Phường bạn ở, giờ rảnh, mức tiền, công việc, nhóm tuổi, cần lối đi xe lăn… chỉ khi bạn kể. Để tìm lớp hợp. Chỉ giữ nhóm tuổi, không giữ ngày sinh. Giữ đến khi bạn bảo quên.
privacy-kept-enrolments = Khóa bạn nói đã đăng ký, đang học, học xong, và điểm bạn chấm
privacy-kept-enrolments-why = Để bạn xem lại ở /khoahoc, và để thành phố đếm số người học mỗi năm. Giữ đến khi bạn xóa.
privacy-kept-lessons = Bài bạn học, câu bạn trả lời, kết quả tự đánh giá, giấy chứng nhận
privacy-kept-lessons-why = Để học tiếp đúng chỗ, ôn đúng lúc và để bạn xem lại ở /tiendo, /sohoc. Lời bạn gõ khi trả lời tự xóa sau { $days } ngày, còn lại giữ đến khi bạn xóa. Trang kiểm tra giấy chứng nhận chỉ có tên bạn khi bạn muốn ghi.
privacy-kept-tutor = Câu bạn hỏi gia sư AI và câu AI trả lời, nếu bạn đã bật
privacy-kept-tutor-why = Để gia sư nhớ mình vừa nói gì với bạn, và để kiểm tra AI có trả lời bậy không. Số điện thoại, địa chỉ, giấy tờ được che trước khi ghi. Tự xóa sau { $days } ngày.
privacy-kept-gaps = Câu bạn hỏi mà chưa bài học nào trả lời
privacy-kept-gaps-why = Để người soạn bài biết còn thiếu gì. Không ghi ai hỏi; số điện thoại, địa chỉ, giấy tờ được che trước khi ghi. Tự xóa một năm sau lần hỏi cuối.
privacy-kept-reminders = Điều bạn nhờ báo, giờ nhắc và những lần đã nhắc
privacy-kept-reminders-why = Để nhắc đúng giờ và không nhắc hai lần một chuyện; chỉ có khi bạn bật. Giữ đến khi bạn xóa.
privacy-kept-relatives = Người thân bạn thêm và các kênh bạn nối
privacy-kept-relatives-why = Tên gọi bạn đặt, là con, ba mẹ hay người thân. Để tìm riêng cho từng người. Giữ đến khi bạn xóa; việc nối kênh còn giữ thêm một ngày để tách ra được.
privacy-kept-classes = Lớp bạn mở hay tham gia
privacy-kept-classes-why = Tên lớp, tên bạn cho người phụ trách thấy, lúc bạn đồng ý. Để người phụ trách biết bạn học tới đâu, không biết bạn trả lời gì. Giữ đến khi bạn xóa; rời lớp thì giữ thêm 30 ngày để vào lại được.
privacy-kept-account = Mã cuộc trò chuyện
privacy-kept-account-why = Mã của bạn trên Telegram hay Zalo, hoặc một mã ngẫu nhiên trong cookie của trang web. Để câu trả lời đến đúng bạn. Giữ đến khi bạn xóa.
privacy-kept-consents = Những lần bạn đồng ý
privacy-kept-consents-why = Đồng ý điều gì, lời nào, ngày nào, kênh nào, dừng ngày nào. Để chứng minh là mình đã hỏi bạn. Sau khi bạn xóa dữ liệu, chỉ còn những dòng này, không tên, kèm một mã chỉ đối chiếu được khi có đúng tài khoản của bạn; giữ thêm { $years } năm.
privacy-kept-cases = Điều bạn gửi cán bộ
privacy-kept-cases-why = Câu hỏi, góp ý, báo sai và lời đáp. Để cán bộ trả lời bạn. Tự xóa { $days } ngày sau khi việc đó khép lại; bạn rút lại được ở /toi.
privacy-kept-danger = Việc có người nhắn lời cho thấy đang nguy hiểm
privacy-kept-danger-why = Cán bộ trực được báo là có, qua kênh nào, lúc nào, không thấy lời bạn nhắn. Mình thôi nhắc học trong 48 giờ. Giữ đến khi bạn xóa dữ liệu.
privacy-kept-faults = Lỗi kỹ thuật
privacy-kept-faults-why = Số hiệu của tin bị lỗi, không có nội dung tin. Để sửa lỗi. Tự xóa sau { $days } ngày.
privacy-not-kept = Mình không lấy tên, ảnh, danh bạ, số điện thoại của bạn từ Telegram, Zalo hay máy của bạn; bạn cũng đừng viết số giấy tờ, số tài khoản vào tin nhắn. Bạn gửi vị trí thì mình chỉ giữ tên phường. Nhật ký máy chủ không ghi nội dung tin nhắn. Trang web không có quảng cáo và không theo dõi bạn ở nơi khác.
privacy-backups = Mỗi đêm có một bản sao lưu, giữ { $count } bản mới nhất; điều bạn đã xóa có thể còn trong đó chừng ấy ngày rồi mất hẳn.
privacy-backups-other = Đơn vị vận hành sao lưu dữ liệu riêng; điều bạn đã xóa mất hẳn khi các bản sao lưu cũ hết hạn.
privacy-seen-title = Ai thấy
privacy-seen-operator = Người được giao vận hành Bạn Học, khi cần sửa lỗi hoặc giải quyết yêu cầu của bạn.
privacy-seen-staff = Cán bộ thấy điều bạn gửi khi bạn nhờ họ (/nguoithat), góp ý hay báo sai; vài tin trước đó thì chỉ khi bạn đồng ý.
privacy-seen-organisers = Đơn vị mở lớp không biết bạn là ai, trừ khi bạn tự liên hệ hoặc đăng ký với họ.
privacy-seen-platforms = Nếu bạn nhắn qua Telegram hay Zalo thì họ chuyển tin giúp, nên họ cũng giữ tin theo quy định của họ.
privacy-seen-model = Bên vận hành mô hình AI, có thể ở nước ngoài, đọc được câu bạn hỏi gia sư AI và câu trả lời nhờ AI chấm, đã che số điện thoại, địa chỉ, giấy tờ, và nghe, xem được tin nhắn thoại, hình bạn gửi (tệp không được giữ lại ở đây), không kèm tên hay tài khoản của bạn. Chỉ khi bạn đã bật bằng /ai; chưa bật thì không tin nào của bạn tới đó.
privacy-seen-city = Thành phố dùng điều người dân tìm dưới dạng số liệu gộp, không có tên ai. Dữ liệu của bạn không bán, không đổi cho ai.
privacy-rights-title = Quyền của bạn, và cách dùng ngay trong khung chat
privacy-rights-intro = Bạn gửi một trong những lệnh này cho Bạn Học, không cần giải thích lý do:
privacy-right-see = Xem mình đang nhớ gì về bạn, điều ấy từ đâu, và bấm để quên từng điều.
privacy-right-download = Xem và tải về mọi thứ mình giữ về bạn, ngay lập tức. Liên kết dùng được { $minutes } phút; kênh không mở được liên kết thì có tệp hoặc cách khác.
privacy-right-erase = Xóa hết: ngay lập tức, hoặc sau một ngày để bạn kịp đổi ý.
privacy-right-correct = Nhắn lại cho đúng
privacy-right-correct-how = Ví dụ “mình ở Gò Vấp”: điều mới thay điều cũ.
privacy-right-announcements = Bật hoặc tắt thông báo.
privacy-right-stop = Dừng nhắc học và thông báo ngay; tin đang chờ gửi cũng không gửi nữa.
privacy-right-ai = Biết cái gì là AI; bật hoặc tắt gia sư AI.
privacy-right-research = Đồng ý hoặc thôi cho nghiên cứu.
privacy-consent = Thông báo, nhắc học, gia sư AI và nghiên cứu: mỗi điều hỏi riêng, không có điều nào bật sẵn, không trả lời nghĩa là không. Không đồng ý điều nào thì mọi phần khác vẫn dùng được như thường.
privacy-terms = Yêu cầu khác (hạn chế, phản đối, khiếu nại), bạn gửi đơn vị vận hành ở cuối trang. Theo luật, họ báo đã nhận trong 2 ngày làm việc; rút đồng ý, hạn chế, phản đối xong trong 15 ngày; xem và sửa trong 10 ngày; xóa trong 20 ngày.
privacy-children-title = Dưới 16 tuổi
privacy-children = Bạn dưới 16 tuổi vẫn tìm lớp, lưu khóa, nhận nhắc học và thông báo nếu tự bật. Gia sư AI và nghiên cứu thì cần ba mẹ hoặc người giám hộ đồng ý, bằng tài khoản của họ. Mình chỉ hỏi nhóm tuổi. Ba mẹ muốn xem hay xóa dữ liệu của con, nhắn /toi, /dulieu, /xoa ở nơi con dùng, hoặc liên hệ đơn vị vận hành.
privacy-ai-title = AI
privacy-ai = Tìm khóa và gợi ý là máy so chữ với danh mục, không phải AI. { $hasModel ->
    [yes] Gia sư AI chỉ nhận câu hỏi, và điều đang tìm mà máy chưa hiểu, của người đã bật; mô hình có thể đặt ở nước ngoài,
   *[no] Hiện chưa có mô hình AI nào được nối, nên không tin nhắn nào được gửi tới AI. Khi có gia sư AI, chỉ câu hỏi của người đã bật mới được gửi, mô hình có thể đặt ở nước ngoài,
  } và mỗi câu trả lời ghi rõ “📘 Trích từ bài học” hoặc “🤖 AI tạo, có thể sai”.
privacy-operator-title = Ai chịu trách nhiệm, liên hệ ở đâu
privacy-operator-missing = Đơn vị vận hành chưa điền tên và cách liên hệ ở đây. Chừng nào chưa điền, đây là bản chạy thử: bạn đừng gửi điều riêng tư.
privacy-law = Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP.
### Gặp người thật, góp ý và nhân viên

help-nguoithat = /nguoithat – hỏi nhân viên (người thật)
help-gopy = /gopy – góp ý để Bạn Học tốt hơn
menu-human = Hỏi nhân viên (người thật)
menu-feedback = Góp ý
choice-human = Hỏi nhân viên
choice-ask-again = Hỏi nhân viên lần nữa
choice-hand-over-share = Đồng ý cho đọc đoạn chat gần đây
choice-hand-over-only = Chỉ gửi câu hỏi này
choice-hand-over-cancel = Thôi, không hỏi nữa
choice-resume = Quay lại tìm khóa học
choice-withdraw = Rút câu hỏi
choice-withdraw-one = Rút: { $what }
choice-disagree = Mình không đồng ý
disagree-typed = (Thấy mình chấm sai, bạn nhắn “chấm sai rồi”.)
disagree-sent = Cảm ơn bạn đã nói. Mình đã chuyển câu trả lời của bạn cho nhân viên xem lại; có kết quả mình nhắn bạn ngay.
disagree-open = Nhân viên đang xem lại câu này rồi. Có kết quả mình nhắn bạn ngay.
disagree-decided = Nhân viên đã xem câu trả lời này rồi và giữ kết quả. Muốn hỏi thêm, bạn nhắn /nguoithat.
disagree-right = Câu này mình chấm là đúng rồi bạn nhé.
disagree-own = Câu này mình ghi là đúng ý, như bạn đã chọn.
disagree-none = Mình không thấy câu trả lời nào vừa chấm để gửi xem lại. Bạn trả lời câu hỏi trước nhé.
disagree-compare = Câu này mình chưa chấm. Thấy giống câu trả lời tốt thì bạn chọn “Đúng ý”.
staff-about = Về câu: { $question }
staff-right-after-all = Bạn trả lời đúng rồi, xin lỗi vì đã chấm sai. Câu này đã được tính là đúng cho bạn. Cảm ơn bạn đã báo!
staff-grade-kept = Nhân viên đã xem lại và thấy câu trả lời này chưa đúng, nên giữ kết quả. Cảm ơn bạn đã hỏi lại.
choice-reply-staff = Trả lời nhân viên
choice-case-done = Xong rồi, cảm ơn
choice-report-more = Kể thêm
choice-feedback-drop = Thôi, không cần
hand-over-consent = Nhân viên (người thật) sẽ trả lời bạn ngay tại đây. Bạn có đồng ý cho nhân viên đọc { $count } tin gần nhất của đoạn chat trước đó để hiểu ý bạn hơn không? Không cũng được, mình chỉ gửi câu hỏi của bạn thôi.
hand-over-question = Mình sẽ gửi nhân viên: “{ $text }”
hand-over-ask = Bạn muốn hỏi gì? Bạn viết trong một tin, mình chuyển ngay cho nhân viên.
hand-over-sent = Mình đã chuyển câu hỏi cho nhân viên. Sớm nhất là { $when } sẽ có người xem và trả lời bạn ở đây. Sau hai ngày chưa ai trả lời, mình sẽ báo bạn.
    Từ giờ bạn nhắn gì mình cũng chuyển cho nhân viên, mình không chen vào. Muốn mình tìm khóa học tiếp, bạn chọn “Quay lại tìm khóa học” hoặc nhắn /tim.
hand-over-cancelled = Vậy mình chưa gửi gì cả. Bạn muốn học gì?
expected-part = { $part ->
        [afternoon] chiều
       *[morning] sáng
    }
expected-when = { $day ->
        [now] trong giờ làm việc hôm nay
        [today] { $part } nay
        [tomorrow] { $part } mai
        [monday] { $part } thứ hai
        [tuesday] { $part } thứ ba
        [wednesday] { $part } thứ tư
        [thursday] { $part } thứ năm
        [friday] { $part } thứ sáu
        [saturday] { $part } thứ bảy
        [sunday] { $part } chủ nhật
       *[date] { $part } ngày { $date }
    }
with-staff-passed-on = Mình đã chuyển tin này cho nhân viên. Bạn cứ nhắn tiếp, mình không chen vào. Muốn mình tìm khóa học, bạn chọn “Quay lại tìm khóa học” hoặc nhắn /tim.
with-staff-receipt = ✓ Đã chuyển cho nhân viên.
with-staff-go-on = Chuyện của bạn đang ở chỗ nhân viên. Bạn nhắn đi, mình chuyển ngay.
with-staff-resumed = Mình lại tìm khóa học cho bạn đây. Câu hỏi của bạn vẫn ở chỗ nhân viên, có trả lời mình nhắn bạn tại đây. Bạn muốn học gì?
case-done = Cảm ơn bạn đã cho mình biết. Muốn học gì nữa, bạn cứ nhắn nhé.
case-withdrawn = Đã rút lại, nhân viên không còn thấy điều bạn đã gửi. Bạn muốn học gì?
case-already-closed = Chuyện này đã khép lại rồi. Cần thêm gì, bạn hỏi nhân viên lần nữa nhé.
staff-answers = 👤 Nhân viên trả lời:
staff-answers-named = 👤 { $name } (nhân viên) trả lời:
staff-typed = Muốn trả lời, bạn nhắn /nguoithat; muốn tìm khóa học, nhắn /tim.
staff-typed-again = Muốn hỏi thêm, bạn nhắn /nguoithat; muốn tìm khóa học, nhắn /tim hoặc điều bạn muốn học.
staff-closed = 👤 Nhân viên đã khép lại cuộc trao đổi này. Mình lại ở đây để tìm khóa học cho bạn.
staff-unanswered = Mình xin lỗi, hai ngày rồi mà chưa ai trả lời được câu hỏi của bạn. Bạn có thể hỏi lại, hoặc nhắn điều muốn học, mình tìm ngay.
feedback-ask = Bạn muốn góp ý điều gì? Bạn viết trong một tin: chỗ nào tốt, chỗ nào thiếu, chỗ nào khó dùng.
feedback-thanks = Cảm ơn bạn đã góp ý, mình đã chuyển cho người phụ trách. Nếu họ trả lời, mình nhắn bạn ở đây. Xem hoặc rút lại: /toi.
feedback-dropped = Không sao. Khi nào muốn góp ý, bạn nhắn /gopy nhé.
report-tell = Khóa này có điều gì chưa đúng? Bạn kể trong một tin giúp mình nhé.
report-told = Cảm ơn bạn, mình đã chuyển thêm cho người phụ trách. Nếu họ trả lời, mình nhắn bạn ở đây.
not-understood-offer = Mình xin lỗi, mấy lần rồi mình vẫn chưa hiểu ý bạn. Bạn chọn một lĩnh vực bên dưới, hoặc hỏi nhân viên nhé.
profile-cases = Đang ở chỗ nhân viên: { $cases }
own-case = { $kind ->
        [feedback] góp ý ngày { $date }
        [wrong_information] báo sai “{ $course }” ngày { $date }
        [grade] nhờ xem lại một câu đã chấm ngày { $date }
       *[hand_over] câu hỏi ngày { $date }
    }
data-table-inbox-case = Điều bạn đã gửi người phụ trách
data-table-inbox-message = Tin trao đổi với nhân viên
data-field-reasons = điều chưa đúng
data-field-shares = nhân viên đọc được
data-field-author = ai nhắn
data-field-said = nhắn lúc
data-field-opened = gửi lúc
data-field-answered = được trả lời lúc
data-field-closed = khép lại lúc
data-field-question = câu hỏi
data-field-regraded = được tính lại là đúng lúc
data-field-closed-by = vì sao khép lại

### Nhân viên: lệnh và API

staff-usage = Cách dùng:
    npm run staff -- add EMAIL --role admin|editor|approver|viewer|partner [--organisation ID] [--name TÊN]
    npm run staff -- link EMAIL      tạo đường dẫn đăng nhập mới, in một mình ở dòng cuối
    npm run staff -- token EMAIL     tạo mã API, in một mình ở dòng cuối
    npm run staff -- revoke EMAIL    hủy mọi mã API của một người
    npm run staff -- list
    npm run staff -- remove EMAIL
staff-role = --role đang là “{ $role }”, phải là một trong: { $roles }.
staff-email = “{ $email }” không phải địa chỉ email. Hãy viết như an@example.org.
staff-name = --name phải có từ 1 đến { $most } ký tự, không xuống dòng: người dân thấy tên này khi được trả lời.
staff-partner-organisation = Vai trò partner cần --organisation: số hoặc đúng tên của một đơn vị trong danh mục.
staff-organisation-partner = --organisation chỉ dành cho vai trò partner; các vai trò khác thấy mọi đơn vị. Hãy bỏ nó, hoặc dùng --role partner.
staff-organisation-unknown = Không có đơn vị “{ $organisation }” trong danh mục. Hãy ghi số hoặc đúng tên như trong danh mục; nhập khóa học (npm run import) sẽ đưa đơn vị vào.
staff-organisation-gone = (không còn trong danh mục)
staff-twice = { $email } đã có rồi. Muốn đổi vai trò, hãy xóa trước: npm run staff -- remove { $email }
staff-unknown = Không có ai với email { $email }. Xem danh sách: npm run staff -- list
staff-added = Đã thêm { $email }, vai trò { $role }.
staff-link = Đường dẫn để { $email } đăng nhập, dùng một lần trong { $minutes } phút. Mở ra rồi bấm nút trên trang đó. Ai có đường dẫn thì đăng nhập được; đường dẫn trước đó không còn dùng được.
staff-token = Mã API của { $email }, dùng được ngay. Mã chỉ hiện một lần này; ai có mã thì làm được mọi việc người này được làm.
staff-revoked = Đã hủy { $count } mã API của { $email }.
staff-removed = Đã xóa { $email } và hủy { $count } mã API.
staff-nobody = Chưa có ai. Thêm người: npm run staff -- add EMAIL --role admin
staff-list-head = Email | Vai trò | Đơn vị | Tên | Mã API | Từ ngày
staff-failed = Chưa thay đổi gì: { $problem }. Hãy xử lý rồi chạy lại.
api-no-token = Hãy gửi mã API còn dùng được: Authorization: Bearer MÃ. Tạo mã: npm run staff -- token EMAIL.
api-wrong-role = Vai trò của bạn ({ $role }) không được làm việc này.
api-nothing-there = Không có gì mang mã này.
api-no-case = Không có mục này trong hộp thư.
api-case-state = Mục này không ở trạng thái làm được việc đó.
api-case-other = Đồng nghiệp đang nhận mục này.
api-case-unclaimed = Hãy nhận mục này trước (claim).
api-key-reused = Idempotency-Key này đã dùng cho một nội dung khác.
### Hồ sơ, làm quen, tiếp cận công bằng

fact-interests = thích { $topics }
fact-goal = { $value ->
        [new_job] học để tìm việc mới
        [better_work] học để làm việc tốt hơn
        [own_business] học để làm ăn riêng
        [help_child] học để dạy con, giúp con
        [hobby] học cho vui, theo sở thích
        [exam] học để thi, lấy bằng
       *[daily_life] học cho việc hằng ngày
    }
fact-goal-occupation = học để làm { $occupation }
fact-level = { $value ->
        [beginner] mới bắt đầu học
        [intermediate] đã học qua, trình độ trung cấp
       *[advanced] muốn học nâng cao
    }
fact-language = { $value ->
        [en] cần lớp dạy bằng tiếng Anh
       *[vi] cần lớp dạy bằng tiếng Việt
    }
fact-disability = { $value ->
        [seeing] khó nhìn
        [hearing] khó nghe
        [moving] khó đi lại
       *[learning] cần học chậm rãi
    }
fact-phone = { $value ->
        [iphone] dùng iPhone
       *[android] dùng điện thoại Android
    }
fact-address = muốn được gọi là “{ $value ->
        [anh] anh
        [chi] chị
        [co] cô
        [chu] chú
        [bac] bác
        [em] em
       *[ban] { "bạn" }
    }”
fact-speech = thích lời ngắn, dễ hiểu
fact-skills = đã biết { $skills }

fact-kind = { $kind ->
        [skills] Điều đã biết
        [place] Nơi ở
        [times] Giờ rảnh
        [budget] Tiền học
        [device] Máy để học
        [data] Mạng
        [wheelchair] Xe lăn
        [role] Công việc
        [age_band] Tuổi
        [interests] Sở thích
        [goal] Học để làm gì
        [level] Trình độ
        [language] Ngôn ngữ lớp học
        [disability] Điều khó với mình
        [phone] Điện thoại
        [address] Cách xưng hô
       *[speech] Cách nói chuyện
    }
profile-told = { $source ->
        [said] Bạn nhắn ngày { $date }: { $facts }
        [asked] Bạn trả lời ngày { $date }: { $facts }
       *[chosen] Bạn chọn ngày { $date }: { $facts }
    }
choice-edit = Sửa
choice-tell = Kể về mình
choice-edit-more = Sửa mục khác
choice-profile = Về hồ sơ
choice-other-kinds = Mục khác
choice-other-values = Lựa chọn khác
choice-back-to-kinds = Các mục
choice-forget-kind = Quên điều này
edit-which = Bạn muốn sửa hay kể thêm điều gì? Dấu ✓ là điều mình đã biết.
edit-unknown = mình chưa biết
edit-skills = Viết tên một điều bạn đã biết làm, ví dụ “Excel”.
edit-place = Bạn nhắn tên phường hay quận, ví dụ “Gò Vấp”.
edit-choose = Bạn chọn nhé.
edit-choose-some = Bạn chọn được nhiều; bấm lần nữa là bỏ.
edit-or-write = Hoặc nhắn vài chữ, ví dụ “làm bánh”, “làm kế toán”.
edit-noted = Mình ghi lại rồi: { $fact }.
remember-restored = Mình giữ như trước: { $facts }.

choice-setup = Làm quen (3 câu hỏi)
choice-setup-resume = Tiếp tục làm quen
choice-setup-skip = Bỏ qua câu này
choice-setup-next = Xong, đi tiếp
setup-intro = Mình hỏi 3 câu ngắn để tìm lớp hợp hơn. Câu nào không thích, bạn bỏ qua. Muốn học gì, cứ nhắn luôn, mình tìm ngay.
    .simple = Mình hỏi 3 câu ngắn. Không thích thì bỏ qua.
setup-goal = 1/3. Bạn học để làm gì?
setup-barriers = 2/3. Điều gì làm bạn khó đi học? Bạn chọn được nhiều điều.
setup-barriers-by-number = 2/3. Điều gì làm bạn khó đi học? Chọn được nhiều, ví dụ nhắn “1 3”.
setup-body = Bạn thấy khó điều gì? Mình tìm lớp hợp hơn.
setup-busy = Mình hiểu. Câu cuối giúp mình chọn giờ và chỗ cho hợp.
setup-other = Bạn nhắn vài chữ cho mình biết nhé.
setup-where = 3/3. Bạn ở đâu, rảnh lúc nào? Nhắn tên phường hay quận, ví dụ “Gò Vấp, buổi tối”, hoặc chọn giờ rảnh:
    .simple = 3/3. Bạn ở đâu, rảnh lúc nào? Nhắn “Gò Vấp, buổi tối”, hoặc chọn:
setup-where-place = 3/3. Còn bạn ở đâu? Nhắn tên phường hay quận, ví dụ “Gò Vấp”.
setup-where-times = 3/3. Bạn rảnh lúc nào?
setup-noted = 📝 Mình nhớ: { $facts }.
setup-far = Mình sẽ tìm lớp gần bạn, hoặc lớp học ở nhà.
setup-preview = Ví dụ có lớp:
setup-done = Cảm ơn bạn, vậy là xong. Xem hoặc sửa ở /toi.
setup-stopped = Mình không hỏi nữa. Khi nào muốn tiếp, bạn nhắn /batdau. Muốn học gì, cứ nhắn mình nhé.
choice-goal = { $value ->
        [new_job] Tìm việc mới
        [better_work] Làm việc tốt hơn
        [own_business] Làm ăn riêng
        [help_child] Dạy con, giúp con
        [hobby] Cho vui, sở thích
        [exam] Thi, lấy bằng
       *[daily_life] Cho việc hằng ngày
    }
choice-barrier = { $value ->
        [money] Không có tiền học
        [far] Chỗ học xa
        [time] Ban ngày không rảnh
        [computer] Không có máy tính
        [network] Mạng yếu, mạng đắt
        [body] Khó nghe, nhìn, đi lại
       *[other] Điều khác
    }
choice-difficulty = { $value ->
        [seeing] Khó nhìn
        [hearing] Khó nghe
        [moving] Khó đi lại
       *[learning] Cần học chậm rãi
    }
choice-time = { $value ->
        [morning] Buổi sáng
        [afternoon] Buổi chiều
        [evening] Buổi tối
       *[weekend] Cuối tuần
    }
help-batdau = /batdau – ba câu hỏi để mình tìm hợp hơn
help-tietkiem = /tietkiem bat – tin ngắn, ít tốn dữ liệu (tắt: /tietkiem tat)
help-dehieu = /dehieu bat – nói ngắn, dễ hiểu (tắt: /dehieu tat)

choice-mode-on = Bật
choice-mode-off = Tắt
mode-low-data-ask = Chế độ tiết kiệm dữ liệu: tin ngắn, mỗi lần hai khóa, không có ảnh. Bạn muốn bật hay tắt?
mode-low-data-on = Đã bật tiết kiệm dữ liệu: tin ngắn hơn, mỗi lần hai khóa, không có ảnh. Mình cũng ưu tiên khóa ít tốn dung lượng.
mode-low-data-off = Đã tắt tiết kiệm dữ liệu.
mode-simple-ask = Mình nói ngắn, dùng từ dễ, mỗi lần hai khóa. Bạn muốn bật hay tắt?
mode-simple-on = Được rồi. Từ giờ mình nói ngắn và dễ hiểu.
mode-simple-off = Đã tắt. Mình nói đầy đủ như thường.

steps-which-phone = Bạn dùng điện thoại nào? Mình nhớ để lần sau khỏi hỏi.
choice-iphone = iPhone
choice-android = Android (Samsung, Oppo, Xiaomi…)
choice-phone-unknown = Không rõ
steps-location-by-name = Ở đây bạn không cần gửi vị trí. Bạn nhắn tên phường hay quận, ví dụ “ở Gò Vấp”, mình tìm lớp gần đó.
steps-location = Gửi vị trí trong Telegram:
    1. Bấm hình kẹp giấy 📎 cạnh ô nhắn tin.
    2. Chọn Vị trí (Location).
    3. Chọn Gửi vị trí hiện tại (Send My Current Location).
    Nếu điện thoại hỏi, bạn bấm cho phép khi dùng ứng dụng. Không muốn gửi thì nhắn tên phường, ví dụ “ở Gò Vấp”.
    .iphone = Gửi vị trí trong Telegram trên iPhone:
        1. Bấm hình kẹp giấy 📎 bên trái ô nhắn tin.
        2. Bấm Vị trí (Location) ở hàng dưới cùng.
        3. Bấm Gửi vị trí hiện tại (Send My Current Location).
        Không thấy bản đồ? Mở Cài đặt → Quyền riêng tư & Bảo mật → Dịch vụ định vị → Telegram → chọn Khi dùng ứng dụng.
    .android = Gửi vị trí trong Telegram trên Android:
        1. Bấm hình kẹp giấy 📎 bên phải ô nhắn tin.
        2. Bấm Vị trí (Location) ở hàng dưới cùng.
        3. Bấm Gửi vị trí hiện tại (Send My Current Location).
        Không thấy bản đồ? Vuốt từ trên màn hình xuống, bật Vị trí, rồi cho phép Telegram khi dùng ứng dụng.
steps-home = Lưu trang Bạn Học ra màn hình chính:
    • iPhone: mở trang bằng Safari, bấm nút Chia sẻ (ô vuông có mũi tên lên), chọn Thêm vào MH chính, bấm Thêm.
    • Android: mở trang bằng Chrome, bấm ba chấm ⋮ ở góc trên, chọn Thêm vào màn hình chính, bấm Thêm.
    .iphone = Lưu trang Bạn Học ra màn hình chính iPhone:
        1. Mở trang bằng Safari.
        2. Bấm nút Chia sẻ (ô vuông có mũi tên lên). Không thấy thì bấm nút ba chấm ở góc dưới trước.
        3. Kéo xuống, bấm Thêm vào MH chính.
        4. Bấm Thêm. Hình Bạn Học nằm trên màn hình chính.
    .android = Lưu trang Bạn Học ra màn hình chính Android:
        1. Mở trang bằng Chrome.
        2. Bấm ba chấm ⋮ ở góc trên bên phải.
        3. Bấm Thêm vào màn hình chính.
        4. Bấm Thêm (máy hỏi thì chọn Tạo lối tắt). Hình Bạn Học nằm trên màn hình chính.
steps-letters = Phóng to chữ trên điện thoại:
    • iPhone: Cài đặt → Màn hình & Độ sáng → Cỡ chữ, kéo thanh sang phải.
    • Android: Cài đặt → Màn hình → Cỡ chữ, kéo thanh sang phải.
    .iphone = Phóng to chữ trên iPhone:
        1. Mở Cài đặt → Màn hình & Độ sáng → Cỡ chữ.
        2. Kéo thanh sang phải cho tới khi đọc rõ.
        Muốn to hơn nữa: Cài đặt → Trợ năng → Màn hình & Cỡ chữ → Chữ lớn hơn.
    .android = Phóng to chữ trên Android:
        1. Mở Cài đặt → Màn hình (có máy ghi Hiển thị) → Cỡ chữ. Samsung: Kích thước và kiểu phông chữ.
        2. Kéo thanh sang phải cho tới khi đọc rõ.
        Không thấy mục này? Bấm kính lúp trong Cài đặt, gõ “cỡ chữ”.
recommend-because-told = Vì bạn { $fact }
miss-computer = { $at ->
        [own] Lưu ý: cần mang máy tính của mình
        [online] Lưu ý: thường phải có máy tính để học
       *[place] Lưu ý: hỏi chỗ học có máy tính không
    }
caution-stale = Xác nhận gần nhất: { $date }, đã lâu: nên hỏi lại trước khi đi
caution-reported = Có người báo thông tin đã đổi: nên hỏi lại trước khi đi
caution-unlisted = Nơi cung cấp không còn đăng khóa này; bạn nên hỏi lại trước khi đi
course-standing = { $standing ->
        [closed] Đơn vị tổ chức cho biết khóa này không còn mở.
        [ended] Khóa này đã kết thúc.
        [reported] Nhiều người báo thông tin của khóa này không còn đúng; mình đang chờ đơn vị tổ chức xác nhận lại.
       *[unconfirmed] Đã lâu không ai xác nhận khóa này còn mở. Lần gần nhất là ngày { $date }.
    }
choice-similar-open = Khóa tương tự còn mở
site-similar = Khóa gần giống đang mở
site-similar-none = Hiện chưa có khóa nào gần giống. Bạn hỏi Bạn Học nhé, mình tìm cùng bạn.
data-table-consent-asked = Điều bạn đã được hỏi
data-field-asked-on = hỏi ngày
data-field-refused = đã từ chối
data-field-given-by = người đồng ý
data-field-text-version = bản lời văn

### Từ ước muốn đến khóa học

choice-registered = Đã đăng ký
choice-registered-number = Đã đăng ký { $number }
choice-learning = Đang học
choice-learning-number = Đang học { $number }
choice-finished = Đã học xong
choice-finished-number = Đã học xong { $number }
choice-dropped = Không theo nữa
choice-rate = Chấm điểm khóa đã học
choice-rate-stars = { $rating } sao
choice-rate-skip = Bỏ qua
choice-comment = Viết vài lời nhận xét
choice-my-courses = Khóa của mình
enrol-registered = Tuyệt quá! Mình ghi nhận bạn đã đăng ký “{ $title }”. Chúc bạn học vui nhé.
enrol-learning = Mình ghi nhận bạn đang học “{ $title }”. Khi nào học xong, bạn nhắn “học xong rồi” nhé.
enrol-finished = Chúc mừng bạn đã học xong “{ $title }”! 🎉
enrol-dropped = Không sao cả, mình ghi nhận bạn không theo “{ $title }” nữa. Khi nào muốn học tiếp hay tìm lớp khác, cứ nhắn mình.
enrol-rate-ask = Bạn thấy khóa này thế nào? 1 sao là chưa hài lòng, 5 sao là rất tốt. Không muốn chấm thì cứ bỏ qua.
enrol-rate-skipped = Được thôi bạn. Cần tìm gì thêm, cứ nhắn mình nhé.
enrol-rated = Cảm ơn bạn! Mình đã ghi { $rating } sao cho “{ $title }”, để gợi ý tốt hơn cho người sau.
enrol-comment-ask = Bạn viết vài lời về “{ $title }” nhé: điều gì hay, điều gì chưa? Nhắn “thôi” nếu không muốn viết nữa.
enrol-comment-kept = Mình đã giữ lời nhận xét của bạn. Cảm ơn bạn nhiều!
enrol-comment-cut = Mình đã giữ { $most } chữ cái đầu trong lời nhận xét của bạn. Cảm ơn bạn nhiều!
enrol-taken-back = Mình đã bỏ ghi nhận vừa rồi về “{ $title }”.
enrol-changed-since = Bạn đã đổi trạng thái của “{ $title }” sau đó rồi, nên mình giữ nguyên. Xem lại bằng /khoahoc.
enrol-which = Hay quá! Bạn nói khóa nào nhỉ?
enrol-which-none = Hay quá! Mình chưa biết bạn nói khóa nào. Bạn tìm khóa đó, bấm xem chi tiết và lưu lại, rồi nhắn mình nhé.
my-courses-title = Các khóa của bạn:
my-courses-footer = Bấm xem chi tiết một khóa để đổi trạng thái, hoặc để tìm khóa tương tự.
my-courses-empty = Bạn chưa lưu hay đăng ký khóa nào. Bạn muốn học gì? Nhắn mình, hoặc chọn một lĩnh vực:
standing = { $status ->
        [registered] Bạn đăng ký ngày { $date }
        [learning] Bạn đang học, từ ngày { $date }
        [finished] Bạn học xong ngày { $date }
        [dropped] Bạn thôi học ngày { $date }
       *[saved] Bạn đã lưu
    }
profile-enrolled = Khóa bạn đã đăng ký, đang học hoặc học xong: { $count }
help-khoahoc = /khoahoc – khóa bạn đã lưu, đã đăng ký, đang học
choice-not-yet = Chưa đăng ký
choice-reason-price = Học phí cao
choice-reason-time = Không hợp giờ
choice-reason-far = Xa quá
choice-reason-full = Hết chỗ
choice-reason-other = Lý do khác
choice-reason-none = Để mình xem sau
choice-find-cheaper = Tìm lớp rẻ hơn
choice-find-free = Tìm lớp miễn phí
choice-find-evening = Tìm lớp buổi tối
choice-find-weekend = Tìm lớp cuối tuần
choice-find-self = Tìm lớp tự chọn giờ
choice-find-near = Tìm lớp gần hơn
choice-find-online = Tìm lớp online
choice-remind-off = Tắt nhắc
choice-remind-again = Bật lại lời nhắc
choice-remind-hour = Đổi giờ nhắc
choice-remind-start = Nhắc mình khi sắp khai giảng
choice-remind-morning = Buổi sáng { $time }
choice-remind-noon = Buổi trưa { $time }
choice-remind-evening = Buổi tối { $time }
choice-learn-now = Học luôn
choice-learn-go-on = Học tiếp
choice-review-now = Ôn luôn
choice-learn-evening = Để tối nay
choice-learn-tomorrow = Để mai
choice-learn-rest = Nghỉ hôm nay
choice-learn-stop = Thôi nhắc
choice-learn-again = Nhắc lại giúp mình
learn-remind-plain = Đến giờ học của bạn rồi. Bài hôm nay chỉ vài phút thôi.
learn-remind-few-minutes = Bạn rảnh vài phút không? Mình có một bài ngắn cho bạn đây.
learn-remind-useful = Hôm nay mình cùng học một điều nhỏ, học xong dùng được ngay nhé.
learn-remind-open = Bài hôm trước mình đang học dở. Bạn bấm là vào đúng chỗ đó, không phải học lại từ đầu.
learn-remind-open-short = Bài đang dở còn một chút nữa là xong, mình học nốt nhé?
learn-remind-review = { $reviews ->
        [1] Có một câu bạn học rồi, giờ ôn lại là nhớ lâu.
       *[other] Có { $reviews } câu bạn học rồi, giờ ôn lại là nhớ lâu.
    }
learn-remind-review-short = Ôn lại vài câu cho nhớ bạn nhé, chỉ một hai phút thôi.
learn-remind-goal-near = Mấy hôm nay bạn học được hai ngày rồi. Thêm hôm nay nữa là đủ ba ngày trong tuần.
learn-remind-goal-met = Tuần này bạn học được { $days } ngày rồi, giỏi lắm. Hôm nay học thêm một chút, hoặc nghỉ cũng được.
learn-remind-no-hurry = Bận thì cứ để đó, bạn nhé. Khi nào rảnh vài phút, bài học vẫn ở đây chờ bạn.
learn-pause = Dạo này chắc bạn bận, nên mình thôi nhắc học để bạn khỏi phiền. Những gì bạn đã học vẫn còn nguyên. Lúc nào muốn học lại, bạn nhắn /bai, hoặc bấm một nút dưới đây.
learn-snoozed-evening = Được bạn, { $time } tối nay mình nhắc lại.
learn-snoozed-tomorrow = Được bạn, mai khoảng { $time } mình nhắc lại.
learn-again = Được bạn, mình nhắc học lại như trước, mỗi ngày nhiều nhất một tin.
learn-rest-today = Được, hôm nay bạn nghỉ nhé, mình không nhắc. Tuần nào cũng có một ngày nghỉ như vậy.
learn-rest-used = Tuần này bạn đã dùng ngày nghỉ vào { $date } rồi. Hôm nay bận thì cứ để đó, hoặc mình để mai nhắc nhé?
learn-stopped = Mình thôi nhắc rồi, từ giờ không tự nhắn nữa. Muốn học lúc nào, bạn nhắn /bai là có bài ngay.
learn-not-reminded = Lời nhắc đang tắt bạn ạ. Muốn mình nhắc học, bạn chọn giờ ở /nhac nhé.
learn-relative-gone = Người này không còn trong danh sách người học của bạn nữa.
follow-up-ask = Tuần trước bạn có xem trang của khóa “{ $title }”. Bạn đã đăng ký khóa này chưa? Chưa cũng không sao, mình chỉ hỏi một lần thôi.
follow-up-not-yet = Chưa cũng không sao bạn ạ. Có điều gì ở “{ $title }” làm bạn ngại không? Bạn nói, mình tìm lớp hợp hơn cho.
follow-up-fine = Được bạn, cứ thong thả. Khi nào cần, nhắn mình nhé.
follow-up-price = Cảm ơn bạn đã nói. Mình tìm lớp nhẹ tiền hơn nhé?
follow-up-time = Cảm ơn bạn đã nói. Bạn học giờ nào thì tiện?
follow-up-far = Cảm ơn bạn đã nói. Mình tìm lớp gần bạn hơn, hay lớp học online?
follow-up-full = Tiếc quá, cảm ơn bạn đã cho biết. Mình có vài khóa tương tự, bạn xem thử nhé.
follow-up-other = Cảm ơn bạn đã nói. Bạn cứ nhắn điều bạn cần, hoặc xem vài khóa tương tự nhé.
start-soon = 🔔 “{ $title }” sắp khai giảng: ngày { $date }.
start-moved = 🔔 “{ $title }” đổi ngày khai giảng: từ { $before } sang { $date }.
remind-consent = Mỗi ngày mình tự nhắn nhiều nhất một tin: bài học hay câu cần ôn của bạn, khi khóa bạn lưu hay đăng ký sắp khai giảng, khi có khóa mới đúng điều bạn nhờ tìm, và một lần hỏi thăm sau khi bạn xem trang của một khóa. Ban đêm mình không nhắn. Dừng lúc nào cũng được: nhắn /nhac tat.
remind-choose = Bấm một giờ dưới đây là bạn đồng ý, hoặc nhắn giờ khác, ví dụ: /nhac 20:30
remind-is-on = Lời nhắc đang bật, mỗi lần vào khoảng { $time }.
remind-is-off = Lời nhắc đang tắt: mình không nhắc gì bạn.
remind-set = Được rồi! Khi có điều cần nhắc, mình nhắn bạn vào khoảng { $time }.
remind-set-nearest = Từ { $from } đến { $until } mình không nhắn để bạn nghỉ ngơi, nên mình đặt giờ gần nhất là { $time }. Khi có điều cần nhắc, mình nhắn bạn vào giờ đó.
remind-unclear = Mình chưa hiểu giờ đó. Bạn nhắn kiểu /nhac 20:30 hoặc /nhac 8 giờ tối nhé. Đặt giờ là bạn đồng ý để mình nhắc; tắt bằng /nhac tat.
remind-off = Mình tắt lời nhắc rồi, từ giờ không nhắc bạn nữa. Điều bạn lưu vẫn còn nguyên. Muốn dừng mọi tin mình tự gửi, bạn nhắn /dung.
remind-off-before = Lời nhắc đang tắt sẵn rồi bạn ạ.
remind-start-will = Mình sẽ nhắc bạn hai ngày trước khi khai giảng.
remind-start-offer = Muốn mình nhắc trước khi khai giảng thì bấm “Nhắc mình khi sắp khai giảng”, bấm là bạn đồng ý nhận lời nhắc.
remind-start-set = Được rồi! Mình sẽ nhắc bạn hai ngày trước khi “{ $title }” khai giảng, vào khoảng { $time }. Nếu ngày khai giảng thay đổi, mình cũng báo bạn.
profile-reminders = Lời nhắc đang bật, vào khoảng { $time }
help-nhac = /nhac 20:30 – đặt giờ nhắc; /nhac tat – tắt nhắc
choice-alert = Báo mình khi có
choice-alert-undo = Thôi, đừng báo
choice-saved-wishes = Điều mình nhờ tìm
choice-show-all = Xem hết
choice-show-wish = Xem: { $wish }
choice-wish-paused = { $wish } (đang tạm dừng)
choice-wishes-more = Xem thêm
choice-wish-show = Xem khóa đang có
choice-wish-pause = Tạm dừng báo
choice-wish-resume = Báo lại
choice-wish-remove = Xóa điều này
choice-history = Xem lịch sử tìm
choice-history-all = Xóa lịch sử tìm
choice-history-one = Xóa: { $wish }
alert-offer = 🔔 Bấm “Báo mình khi có”: có khóa mới đúng ý này thì mình nhắn, nhiều nhất một tin mỗi ngày. Bấm là bạn đồng ý nhận lời nhắc; tắt bằng /nhac tat.
alert-offer-typed = 🔔 Nhắn “báo mình khi có”: có khóa mới đúng ý này thì mình nhắn, nhiều nhất một tin mỗi ngày. Nhắn vậy là bạn đồng ý nhận lời nhắc; tắt bằng /nhac tat.
alert-saved = Được rồi! Mình giữ điều bạn tìm: “{ $wish }”. Khi có khóa mới đúng ý, mình nhắn bạn vào khoảng { $time }.
alert-known = Mình vẫn đang để ý giúp bạn: “{ $wish }”. Có khóa mới là mình nhắn.
alert-full = Mình đang để ý giúp bạn { $most } điều rồi. Bạn bớt một điều trong danh sách, mình giữ thêm điều này nhé.
alert-which = Bạn muốn mình báo khi có khóa gì? Nhắn điều muốn học trước, rồi nhắn “báo mình khi có” nhé.
alert-title = 🔔 Có khóa mới cho điều bạn nhờ tìm, “{ $wish }”:
alert-more = Còn { $count } khóa mới nữa cho ý này.
alert-other = “{ $wish }” cũng có { $count } khóa mới.
alert-others = Và { $count } điều khác bạn nhờ tìm cũng có khóa mới.
saved-wishes-title = Mình đang để ý giúp bạn { $count } điều. Chọn một điều để xem, tạm dừng hoặc xóa:
saved-wishes-silent = Lời nhắc đang tắt, nên mình chưa báo được khi có khóa mới.
saved-wishes-empty = Bạn chưa nhờ mình để ý điều gì. Sau khi tìm, bạn nhắn “báo mình khi có”, có khóa mới là mình nhắn.
saved-wish-on = “{ $wish }”: mình để ý giúp bạn từ ngày { $date }.
saved-wish-paused = “{ $wish }”: đang tạm dừng, mình không báo về điều này.
saved-wish-gone = Điều này không còn trong danh sách nữa.
saved-wish-removed = Mình thôi để ý “{ $wish }” rồi nhé.
profile-saved-wishes = Điều bạn nhờ mình để ý: { $count }
history-title = Những điều bạn tìm gần đây:
history-line = • { $wish } ({ $date })
history-anything = xem có gì
history-why = Mình dùng những điều này để gợi ý khóa ở /goiy. Xóa đi thì điều bạn tìm còn trong số liệu của thành phố, không biết là ai tìm.
history-empty = Mình không giữ lần tìm nào của bạn.
history-one-removed = Mình đã xóa điều đó.
history-all-removed = Mình đã xóa lịch sử tìm của bạn; gợi ý ở /goiy không dựa vào đó nữa. Tin nhắn đã gửi tự xóa sau 90 ngày; muốn xóa hết ngay, bạn nhắn /xoa.
help-daluu = /daluu – điều bạn nhờ mình để ý, báo khi có khóa mới

## Hội thảo: chỗ ngồi, điểm danh

data-table-workshop-registration = Hội thảo bạn đăng ký, chờ hoặc đã dự
data-table-workshop-notice = Tin báo về hội thảo bạn đăng ký
data-table-workshop-scan = Những lần điểm danh ở cửa
data-field-seat-code = mã điểm danh
data-field-needs = cần hỗ trợ
data-field-needs-text = cần hỗ trợ, lời của bạn
data-field-starts-at = bắt đầu lúc
data-field-waiting = chờ từ lúc
data-field-offered = được mời lúc
data-field-offer-until = giữ chỗ đến
data-field-taken = có chỗ lúc
data-field-cancelled = hủy lúc
data-field-checked-in = điểm danh lúc
data-field-rated = chấm điểm lúc
data-field-certificate-name = tên trên giấy chứng nhận
data-field-certificate-code = mã giấy chứng nhận
data-field-certificate-at = cấp giấy lúc
data-field-due = báo từ lúc
data-field-scanned = ghi nhận lúc
privacy-kept-workshops = Hội thảo bạn hoặc người thân đăng ký, đã dự, hỗ trợ bạn cần, điểm bạn chấm
privacy-kept-workshops-why = Để giữ chỗ, nhắc bạn đi, điểm danh, cấp giấy chứng nhận nếu bạn muốn. Cán bộ của buổi ấy thấy mã điểm danh và hỗ trợ bạn cần, không thấy tên hay tài khoản của bạn. Giữ đến khi bạn xóa.

### Trang quản trị

console-name = Bạn Học – quản trị
console-skip = Đến nội dung
console-navigation = Các trang
console-overview = Tổng quan
console-sign-in = Đăng nhập
console-sign-out = Đăng xuất
console-to-overview = Về trang tổng quan
console-back = Quay lại
console-continue = Tiếp tục
console-pages = Trang
console-newest = Về mới nhất
console-older = Cũ hơn
console-not-done = Chưa làm được
console-no-page = Không có trang này. Hãy xem lại địa chỉ, hoặc bắt đầu từ trang tổng quan.
console-forbidden = Vai trò của bạn không được làm việc này. Cần làm, hãy nhờ đồng nghiệp có quyền quản trị.
console-foreign = Yêu cầu này không đến từ trang quản trị nên không được làm. Hãy mở trang quản trị và làm lại ở đó.
console-no-form = Biểu mẫu không đọc được. Hãy mở lại trang và gửi lại.
console-no-token = Trang này đã cũ nên chưa lưu gì. Hãy quay lại, tải lại trang rồi gửi lần nữa.
console-too-large = Nội dung gửi lên quá lớn. Hãy rút gọn rồi gửi lại.
console-signed-out = Bạn đã hết phiên đăng nhập nên chưa lưu gì. Hãy đăng nhập lại.
console-too-many = Có quá nhiều lần thử từ mạng của bạn. Hãy đợi { $minutes } phút rồi thử lại.
console-failed = Máy chủ gặp lỗi và chưa lưu gì. Hãy thử lại sau một phút; nếu vẫn lỗi, hãy báo người vận hành.
console-field-wrong = Mục này còn trống hoặc chưa đúng. Hãy điền lại.
console-email = Email
console-email-wrong = Email chưa đúng. Hãy viết như an@example.org.
console-email-taken = Email này đã có người dùng. Hãy dùng email khác.
console-display-name = Tên hiển thị
console-display-name-hint = Người dân thấy tên này khi được trả lời, ví dụ “Cô Lan”. Để trống thì họ thấy “nhân viên”.
console-name-wrong = Tên có nhiều nhất 60 ký tự, viết trên một dòng.
console-sign-in-how = Bạn đăng nhập bằng một đường dẫn dùng một lần, có hiệu lực { $minutes } phút. Mở đường dẫn rồi bấm nút trên trang đó.
console-ask-title = Xin đường dẫn mới
console-ask = Xin đường dẫn
console-ask-operator = Hệ thống không gửi email. Đồng nghiệp có quyền quản trị sẽ thấy bạn đang chờ và đưa đường dẫn cho bạn; người vận hành cũng tạo được bằng lệnh npm run staff.
console-link-asked = Nếu email đó là của một thành viên, người có quyền quản trị đã thấy bạn đang chờ. Hãy nhắn họ gửi đường dẫn cho bạn.
console-link-press = Bấm nút dưới đây để đăng nhập. Đường dẫn này chỉ dùng được một lần.
console-link-void = Đường dẫn này đã dùng rồi, đã hết hạn hoặc đã có đường dẫn mới hơn. Hãy xin đường dẫn mới ở trang đăng nhập.
console-code-title = Nhập mã xác nhận
console-code-app = Mã 6 chữ số trong ứng dụng xác nhận của bạn
console-code-lost = Không có điện thoại bên mình?
console-code-backup = Một mã dự phòng
console-code-none = Không còn mã dự phòng nào: hãy nhờ người có quyền quản trị tắt xác nhận hai bước cho bạn.
console-code-wrong = Mã chưa đúng hoặc đã dùng rồi. Hãy nhập mã đang hiện; đồng hồ điện thoại sai giờ thì mã cũng sai.
console-code-over = Đã quá lâu hoặc nhập sai quá nhiều lần. Hãy xin đường dẫn mới để đăng nhập lại.
console-setup-title = Tạo người quản trị đầu tiên
console-setup-what = Chưa có ai quản trị. Người bạn tạo ở đây được thêm đồng nghiệp và làm mọi việc; trang này đóng lại ngay sau đó.
console-setup = Tạo và đăng nhập
console-setup-void = Mã cài đặt này không dùng được: sai mã, hoặc đã có người quản trị rồi. Hãy đăng nhập, hoặc xem lại địa chỉ mà máy chủ in ra khi khởi động.
console-set-up = Xong rồi. Bạn là người quản trị đầu tiên.
console-yes = có
console-no = chưa
console-save = Lưu
console-saved = Đã lưu.
console-filter = Lọc
console-from = Từ ngày
console-to = Đến ngày
console-everybody = Mọi người
console-everything = Tất cả
console-copy = Chép
console-copied = Đã chép
console-nothing-waits = Hiện không có việc nào chờ bạn.
console-plan = Đã dùng { $used } trên { $of } tin của tháng này.
console-links-asked = Người chờ đường dẫn đăng nhập
console-inbox = Hộp thư
console-inbox-figures = { $open } mục đang chờ người nhận, { $claimed } mục đang có người giải quyết.
console-cases-waiting = Mục chờ người nhận
console-cases-claimed = Mục đang giải quyết
console-nobody-waits = Không ai đang chờ câu trả lời.
console-oldest = Người chờ lâu nhất: từ { $time }.
console-case = Mục
console-case-number = Mục { $id }
console-case-kind = Loại
console-case-status = Trạng thái
console-case-waiting = Chờ từ
console-case-holder = Người nhận
console-case-language = Ngôn ngữ:
console-case-open = chờ người nhận
console-case-claimed = đang giải quyết
console-case-closed = đã xong
console-case-hand-over = hỏi người thật
console-case-feedback = góp ý
console-case-report = báo thông tin sai
console-case-danger = có dấu hiệu nguy hiểm
console-case-danger-what = Một người có dấu hiệu nguy hiểm. Họ đã nhận được câu trả lời soạn sẵn cùng các số điện thoại trợ giúp; lời nhắc tự động nghỉ 48 giờ. Tin nhắn của họ không được chép vào đây. Bạn nhận yêu cầu này để nhắn cho họ; việc xem được ghi vào nhật ký.
console-case-grade = không đồng ý với kết quả chấm
console-case-grade-what = Người học cho rằng câu trả lời dưới đây đúng. Bài học đã chấm: { $verdict ->
        [wrong] sai
       *[unsure] chưa chắc, người học tự so rồi chọn “Chưa đúng”
    }.
console-case-grade-lesson = Bài “{ $title }”
console-case-grade-question = Câu hỏi
console-case-grade-accepted = Được tính là đúng
console-case-grade-rubric = Câu trả lời phải nói được
console-case-grade-right = Đúng, mình sửa
console-case-grade-keep = Giữ kết quả và giải thích
console-case-grade-answer = Lời nhắn cho người học
console-case-grade-hint = Bấm “Đúng, mình sửa” thì không cần viết gì: người học được báo là đã tính đúng. Giữ kết quả thì hãy giải thích vài chữ.
console-case-regraded = Đã tính là đúng và báo cho người học. Nhớ bổ sung cách trả lời này vào bài.
console-did-regrade = tính lại một câu trả lời là đúng
console-case-reasons = Lý do: { $reasons }
console-case-claim = Nhận mục này
console-case-release = Trả lại
console-case-close = Đóng, không trả lời
console-case-now-yours = Bạn đã nhận mục này. Hãy trả lời bên dưới.
console-case-given-back = Đã trả lại; đồng nghiệp khác nhận được.
console-case-moved-on = Mục này đã đổi trạng thái nên chưa làm được. Hãy xem lại rồi quyết định.
console-case-taken = Đồng nghiệp đã nhận mục này. Hãy trao đổi với người đó.
console-case-unclaimed = Hãy nhận mục này trước khi trả lời.
console-case-repeated = Câu trả lời này đã được gửi với nội dung khác. Hãy tải lại trang.
console-channel-web = trang web
console-channel-telegram = Telegram
console-channel-zalo = Zalo
console-held-by = { $name } đang giải quyết mục này.
console-shared-chat = Đoạn trò chuyện người này cho xem ({ $count } tin)
console-from-person = Người dân
console-from-service = Bạn Học
console-from-staff = Nhân viên
console-delivery-pending = đang gửi
console-delivery-sent = đã gửi
console-delivery-blocked = người này đã chặn bot
console-delivery-failed = không gửi được
console-answer = Trả lời
console-answer-hint = Tối đa 2000 ký tự. Người này thấy tên hiển thị của bạn.
console-answer-wrong = Hãy viết từ 1 đến 2000 ký tự, không có ký tự điều khiển.
console-answer-send = Gửi
console-answer-close = Gửi và đóng
console-answered = Đã gửi câu trả lời.
console-answered-closed = Đã gửi câu trả lời và đóng mục này.
console-close-confirm = Mục sẽ đóng mà không có câu trả lời. Người dân được báo nếu đang chờ, và không mở lại được mục này.
console-closed = Đã đóng.
console-no-case = Không có mục này trong hộp thư của bạn.
console-no-cases = Không có mục nào.
console-staff = Nhân sự
console-role = Vai trò
console-role-hint = Người xem chỉ đọc. Biên tập trả lời và soạn thông báo. Người duyệt duyệt thông báo. Quản trị làm mọi việc. Đối tác chỉ thấy phần của đơn vị mình.
console-role-admin = Quản trị
console-role-editor = Biên tập
console-role-approver = Người duyệt
console-role-viewer = Người xem
console-role-partner = Đối tác
console-role-wrong = Hãy chọn một vai trò.
console-organisation = Đơn vị
console-organisation-hint = Chỉ cho đối tác: số hoặc đúng tên của đơn vị trong danh mục.
console-no-organisation = Không có đơn vị này trong danh mục. Hãy ghi số hoặc đúng tên như trong danh mục.
console-factor = Xác nhận hai bước
console-last-seen = Dùng lần cuối
console-tokens = Mã API
console-tokens-what = Chương trình dùng mã API để làm việc thay người này. Đang có { $count } mã dùng được.
console-waits-for-link = đang chờ đường dẫn
console-asked-at = Người này xin đường dẫn đăng nhập lúc { $time }. Hãy chắc đó đúng là người này rồi tạo đường dẫn và gửi cho họ.
console-add-member = Thêm người
console-add = Thêm và tạo đường dẫn
console-nameless = chưa có tên hiển thị
console-link = Đường dẫn đăng nhập
console-link-what = Đường dẫn dùng một lần, trong { $minutes } phút. Đường dẫn mới làm đường dẫn cũ mất hiệu lực.
console-link-once = Hãy gửi đường dẫn này cho đúng người, qua kênh riêng. Đường dẫn chỉ hiện một lần này và dùng được một lần trong { $minutes } phút.
console-make-link = Tạo đường dẫn
console-token = Mã API
console-token-once = Mã dùng được ngay và chỉ hiện một lần này. Ai có mã thì làm được mọi việc người này được làm.
console-make-token = Tạo mã API
console-revoke-tokens = Hủy mọi mã API
console-revoke-confirm = Mọi chương trình đang dùng mã API của { $email } sẽ ngừng hoạt động ngay.
console-revoked = Đã hủy mọi mã API.
console-end-sessions = Đăng xuất người này ở mọi nơi
console-sessions-ended = Đã đăng xuất người này ở mọi nơi.
console-reset-factor = Tắt xác nhận hai bước
console-reset-confirm = Chỉ làm khi { $email } mất điện thoại và mã dự phòng, và bạn chắc đó đúng là người này. Người này bị đăng xuất ở mọi nơi và cần đường dẫn mới.
console-factor-reset = Đã tắt xác nhận hai bước và đăng xuất người này.
console-change-role = Đổi vai trò
console-role-changed = Đã đổi vai trò.
console-demote-self = Bạn sẽ mất quyền quản trị và không tự lấy lại được.
console-last-admin = Đây là người quản trị duy nhất. Hãy cho một người khác quyền quản trị trước.
console-remove = Xóa khỏi danh sách
console-remove-what = Người này bị đăng xuất ngay, đường dẫn và mã API hết hiệu lực. Nhật ký giữ những gì họ đã làm.
console-remove-confirm = { $email } sẽ không đăng nhập được nữa, mã API hết hiệu lực ngay. Muốn trở lại thì phải thêm lại từ đầu.
console-removed = Đã xóa khỏi danh sách.
console-not-self = Không tự xóa mình được. Hãy nhờ một người quản trị khác.
console-no-member = Không có người này, hoặc người này đã bị xóa khỏi danh sách.
console-account = Tài khoản
console-language = Ngôn ngữ
console-sessions = Phiên đăng nhập
console-session-started = Bắt đầu
console-browser = Trình duyệt
console-this-session = phiên này, bây giờ
console-sign-out-everywhere = Đăng xuất ở mọi nơi
console-signed-out-everywhere = Đã đăng xuất ở mọi nơi.
console-factor-please = Vai trò của bạn làm được nhiều việc quan trọng. Hãy bật xác nhận hai bước để người có được đường dẫn cũng không vào thay bạn.
console-factor-why = Ngoài đường dẫn, bạn nhập thêm mã trên điện thoại khi đăng nhập. Ai lấy được đường dẫn cũng không vào được.
console-factor-begin = Bật xác nhận hai bước
console-factor-is-on = Xác nhận hai bước đang bật.
console-factor-is-off = Đã tắt xác nhận hai bước.
console-factor-off = Tắt xác nhận hai bước
console-factor-app = Mở một ứng dụng xác nhận trên điện thoại, ví dụ Aegis, FreeOTP hoặc Google Authenticator.
console-factor-scan = Quét mã vuông này bằng ứng dụng.
console-factor-enter = Nhập mã 6 chữ số mà ứng dụng hiện ra.
console-factor-secret = Không quét được thì nhập chuỗi này vào ứng dụng:
console-factor-confirm = Xác nhận
console-backup-codes = Mã dự phòng
console-backup-what = Mỗi mã thay mã trên điện thoại được một lần. Hãy chép và cất ở nơi an toàn: các mã chỉ hiện một lần này.
console-backup-kept = Tôi đã cất các mã
console-new-backup-codes = Tạo mã dự phòng mới
console-audit = Nhật ký
console-subject-broadcast = Thông báo số { $id }
console-subject-import = Lần nhập số { $id }
console-subject-workshop = Hội thảo số { $id }
console-audit-at = Lúc
console-audit-by = Ai
console-audit-what = Việc
console-audit-subject = Với
console-audit-detail = Chi tiết
console-audit-area = Phần
console-audit-command = dòng lệnh của máy chủ
console-audit-none = Không có dòng nào.
console-audit-file = Tải về dạng CSV (nhiều nhất 10.000 dòng)
console-area-staff = Nhân sự
console-area-inbox = Hộp thư
console-did-add = thêm người
console-did-end-sessions = đăng xuất ở mọi nơi
console-did-link = tạo đường dẫn đăng nhập
console-did-remove = xóa khỏi danh sách
console-did-rename = đổi tên hiển thị
console-did-revoke = hủy mã API
console-did-role = đổi vai trò
console-did-backup-codes = đổi mã dự phòng của mình
console-did-factor-off = tắt xác nhận hai bước
console-did-factor-on = bật xác nhận hai bước
console-did-factor-reset = tắt xác nhận hai bước giúp người khác
console-did-setup = tạo người quản trị đầu tiên
console-did-token = tạo mã API
console-did-use-link = dùng đường dẫn đăng nhập
console-did-answer = trả lời
console-did-claim = nhận mục
console-did-close = đóng mục
console-did-read-chat = xem đoạn trò chuyện được chia sẻ
console-did-read-danger = xem yêu cầu có dấu hiệu nguy hiểm
console-did-release = trả lại mục
console-did-cancel-workshop = hủy buổi học
console-did-check-in = điểm danh
console-did-create-workshop = tạo buổi học
console-did-repeat = tạo các buổi lặp lại
console-did-undo-check-in = bỏ điểm danh
console-did-update-workshop = sửa buổi học
console-did-walk-in = nhận người đến không đăng ký
console-area-workshop = Buổi học

# Announcements (thông báo)
announcement-stop = /dung để dừng nhận thông báo
announcement-withdrawn = Thông báo này đã được rút lại. Xin lỗi bạn vì sự bất tiện.
announcement-gone = Thông báo này không còn mở nữa.
announcement-voted = Mình đã ghi câu trả lời của bạn: { $answer }. Muốn đổi thì bạn chọn câu khác nhé.
announcement-ask = Bạn muốn hỏi cán bộ điều gì về thông báo này? Bạn viết một tin là mình chuyển ngay.
announcement-asked = Mình đã chuyển câu hỏi cho cán bộ. Câu trả lời sẽ tới ngay trong cuộc trò chuyện này.
announcement-not-asked = Vâng, mình không gửi gì cả.
announcement-about = [Về thông báo số { $id }: { $title }]
choice-ask-about = Nhắn cán bộ về thông báo này
choice-register-workshop = Đăng ký tham gia
api-no-broadcast = Không có thông báo này.
api-broadcast-state = Thông báo đang ở trạng thái { $status } nên không làm được việc này.
api-broadcast-own = Người soạn hoặc gửi duyệt không tự duyệt được. Hãy nhờ một người có quyền duyệt khác.
api-broadcast-emergency = Chỉ quản trị viên (admin) được bỏ qua giờ yên tĩnh và giới hạn mỗi ngày.
api-broadcast-changed = Nội dung đã thay đổi từ lúc bạn đọc. Hãy xem lại rồi duyệt.
api-broadcast-late = not_after phải sau not_before và sau thời điểm này.
api-broadcast-moment = { $field }: viết thời điểm theo ISO 8601, ví dụ 2026-12-01T09:00 (giờ thành phố) hoặc 2026-12-01T02:00:00Z.
api-broadcast-ward = audience.wards: không rõ “{ $ward }” là phường, xã nào. Hãy dùng mã hoặc tên đầy đủ.
api-broadcast-wards = audience.wards: “{ $ward }” có thể là { $candidates }. Hãy dùng mã hoặc tên đầy đủ.
api-broadcast-workshop = workshop: không có buổi học này, hoặc đó là dữ liệu mẫu hay đã diễn ra nên không thông báo được.
data-table-broadcast-vote = Câu trả lời của bạn cho các câu hỏi trong thông báo

### Hội thảo: API, trang công khai, lịch

workshop-problem-moment = phải là ngày giờ như 2026-12-05T08:30 (giờ thành phố) hoặc 2026-12-05T08:30:00+07:00
workshop-problem-end = phải sau giờ bắt đầu
workshop-problem-past = buổi này đã qua; hãy ghi ngày giờ sắp tới
workshop-problem-ward = không có phường, xã hay đặc khu này ở TP.HCM; hãy ghi tên sau sáp nhập hoặc mã
workshop-problem-ward-unclear = chưa rõ là { $candidates }; hãy ghi đủ dấu hoặc ghi mã
workshop-problem-id = Mã này đã có buổi khác dùng. Hãy đổi mã, hoặc bỏ trống để máy tự đặt.
workshop-problem-capacity = Đã có { $held } người có chỗ hoặc đang được giữ chỗ. Hãy để số chỗ từ { $held } trở lên, hoặc mời bớt người hủy trước.
workshop-problem-cancelled = Buổi này đã hủy, không sửa được nữa. Hãy tạo buổi mới.
workshop-problem-over = Buổi này đã xong, không hủy được nữa.
workshop-problem-series = Buổi này đã thuộc một chuỗi buổi lặp lại.
workshop-problem-series-end = hãy ghi số buổi (count, từ 2 đến 53) hoặc ngày cuối (until)
workshop-problem-who = hãy ghi mã điểm danh (code) hoặc số đăng ký (registration), một trong hai
workshop-problem-other = Mã này là của buổi khác.
workshop-problem-no-seat = { $state ->
        [waiting] Người này còn trong danh sách chờ.
        [offered] Người này được mời nhưng chưa nhận chỗ.
        [cancelled] Người này đã hủy.
        [declined] Người này đã không nhận chỗ.
       *[expired] Người này đã để lời mời hết hạn.
    } Muốn cho vào, gửi lại với admit: true.
workshop-no-offer-nobody_waits = Không có ai chờ.
workshop-no-offer-no_free_seat = Chưa có chỗ trống: mọi chỗ đã có người hoặc đang giữ cho người được mời.
workshop-no-offer-cancelled = Buổi này đã hủy.
workshop-no-offer-started = Buổi này đã bắt đầu.
workshop-no-offer-too_late = Còn chưa đầy hai giờ nữa là bắt đầu: không mời nữa, ai đăng ký trước thì được chỗ trống.
workshop-no-offer-quiet_hours = Đang giờ yên tĩnh: hết giờ ấy máy sẽ mời người chờ lâu nhất.
workshop-page-seats = Còn { $left } trên { $capacity } chỗ
workshop-page-seats-open = Không giới hạn số người
workshop-page-full = Đã hết chỗ; { $waiting ->
        [0] chưa có ai trong danh sách chờ
       *[other] { $waiting } người trong danh sách chờ
    }. Bạn vẫn đăng ký chờ được.
workshop-page-organisation = Đơn vị tổ chức: { $name }
workshop-page-wheelchair = Có lối đi cho xe lăn
workshop-page-no-wheelchair = Chưa có lối đi cho xe lăn
workshop-page-sample = Đây là buổi mẫu để xem thử, không có thật.
workshop-page-cancelled = Buổi này đã hủy.
workshop-page-telegram = Đăng ký trên Telegram
workshop-page-web = Đăng ký ở trang này
workshop-page-zalo = Trên Zalo: mở Bot của Bạn Học và nhắn { $text }
workshop-page-calendar = Thêm vào lịch
workshop-page-map = Xem bản đồ
workshop-calendar-code = Mã điểm danh: { $code }
workshop-calendar-cancelled = ĐÃ HỦY: { $title }
certificate-page-title = Giấy chứng nhận tham dự
certificate-page-text = { $name } đã tham dự “{ $title }”.
certificate-page-unknown = Không có giấy mang mã này
certificate-page-unknown-text = Bạn Học chưa cấp giấy chứng nhận nào có mã “{ $code }”. Hãy xem lại từng chữ, từng số: mã có 10 ký tự.
certificate-page-code = Mã giấy: { $code }
certificate-page-issued = Cấp ngày { $day }
certificate-page-means = Trang này cho biết mã trên là thật và người ấy đã được điểm danh. Tên do người tham dự tự ghi.
# Trang thông báo của cán bộ
console-broadcasts = Thông báo
console-bc-compose = Soạn thông báo
console-bc-edit = Sửa thông báo
console-bc-none = Không có thông báo này.
console-bc-none-yet = Chưa có thông báo nào.
console-bc-find = Tìm trong tiêu đề
console-bc-status = Trạng thái
console-bc-author = Người soạn
console-bc-approver = Người duyệt
console-bc-recipients = Số người nhận
console-bc-at = Lúc
console-bc-draft = Bản nháp
console-bc-submitted = Chờ duyệt
console-bc-scheduled = Đã duyệt, chờ gửi
console-bc-sending = Đang gửi
console-bc-paused = Tạm dừng
console-bc-done = Đã gửi xong
console-bc-cancelled = Đã hủy
console-bc-recalled = Đã thu hồi
console-bc-to-approve = Thông báo chờ duyệt
console-bc-being-sent = Thông báo đang gửi
console-bc-messages-left = Còn { $count } tin chưa gửi
console-bc-wrong-state = Chưa làm được: thông báo đang ở trạng thái “{ $status }”. Có thể người khác vừa thay đổi; hãy xem lại trang này.
console-bc-own = Bạn đã soạn, sửa hoặc gửi duyệt thông báo này nên không tự duyệt được. Hãy nhờ một người duyệt khác.
console-bc-other-approves = Vai trò của bạn không duyệt thông báo. Người duyệt hoặc quản trị sẽ làm việc này.
console-bc-not-admin = Chỉ quản trị mới được gửi khẩn cấp.
console-bc-changed = Nội dung đã thay đổi sau khi bạn mở trang. Hãy đọc lại rồi duyệt.
console-bc-too-late = Hạn gửi đã qua, hoặc nằm trước giờ bắt đầu gửi. Hãy chọn hạn muộn hơn.
console-bc-ward-unclear = Không rõ “{ $ward }” là phường, xã nào. Hãy chọn trong danh sách hoặc viết tên đầy đủ.
console-bc-ward-which = “{ $ward }” có thể là { $candidates }. Hãy viết tên đầy đủ.
console-bc-ward-which-one = Có tên chưa rõ là phường, xã nào. Hãy viết tên đầy đủ hoặc chọn trong danh sách.
console-bc-no-workshop = Không có buổi học này, hoặc buổi học đã diễn ra, đã hủy hay là dữ liệu mẫu.
console-bc-problems = { $count ->
        [0] Chưa lưu được.
       *[other] Chưa lưu được: có { $count } ô cần sửa, lý do ghi ngay dưới ô.
    }
console-bc-what = Nội dung
console-bc-title = Tiêu đề
console-bc-title-hint = Chỉ cán bộ thấy, để tìm lại trong danh sách.
console-bc-text = Lời nhắn tiếng Việt
console-bc-text-hint = Nhiều nhất { $most } ký tự. Viết ngắn: việc gì, khi nào, ở đâu, ai nên đến.
console-bc-text-en = Lời nhắn tiếng Anh (không bắt buộc)
console-bc-text-en-hint = Để trống thì người dùng tiếng Anh nhận lời nhắn tiếng Việt.
console-bc-buttons = Nút bấm
console-bc-workshop = Nút “Đăng ký” của một buổi học
console-bc-workshop-hint = Người nhận bấm là giữ chỗ ngay trong cuộc trò chuyện.
console-bc-no-button = Không có nút đăng ký
console-bc-links = Liên kết mở trang khác
console-bc-link-label = Chữ trên nút { $number }
console-bc-link-label-en = Chữ tiếng Anh
console-bc-link-url = Địa chỉ (https://…)
console-bc-poll = Câu trả lời nhanh (thăm dò ý kiến)
console-bc-answers = Mỗi dòng một câu trả lời
console-bc-answers-hint = Từ 2 đến 5 câu, ví dụ “Tôi sẽ đến” và “Tôi bận”. Mỗi người chọn một, đổi được.
console-bc-answers-en = Bằng tiếng Anh, cùng thứ tự
console-bc-answers-en-hint = Để trống thì dùng chữ tiếng Việt.
console-bc-answers-two = Cần ít nhất hai câu trả lời để người nhận chọn.
console-bc-choices-many = Liên kết và câu trả lời cộng lại nhiều nhất là 5.
console-bc-text-missing = Ô này còn trống.
console-bc-text-long = Dài quá, hoặc không có chữ nào. Hãy viết ngắn lại.
console-bc-text-characters = Có ký tự ẩn không gửi được. Hãy gõ lại chỗ vừa dán.
console-bc-url-wrong = Địa chỉ cần bắt đầu bằng http:// hoặc https:// và không chứa mật khẩu.
console-bc-moment-wrong = Hãy chọn ngày và giờ.
console-bc-whom = Đối tượng nhận
console-bc-everyone = Mọi người đã đồng ý nhận thông báo
console-bc-some = Chỉ những người hợp với các điều kiện dưới đây
console-bc-some-hint = Điều kiện nào để trống thì không tính. Trong một điều kiện, hợp một ý là đủ; có nhiều điều kiện thì phải hợp tất cả.
console-bc-wards = Phường, xã
console-bc-find-ward = Gõ để tìm phường, xã
console-bc-other-wards = Tên khác, quận huyện cũ
console-bc-other-wards-hint = Ví dụ: quận Gò Vấp, Thủ Dầu Một. Nhiều tên thì cách nhau bằng dấu phẩy.
console-bc-topics = Chủ đề quan tâm
console-bc-other-topics = Chủ đề khác
console-bc-other-topics-hint = Ví dụ: may công nghiệp, tiếng Nhật. Tính cả sở thích, mục tiêu và điều đã tìm trong 180 ngày.
console-bc-roles = Họ là ai
console-bc-role = { $value ->
        [teacher] giáo viên
        [student] học sinh, sinh viên
        [job_seeker] người đang tìm việc
        [small_business] người buôn bán nhỏ
        [parent] cha mẹ
        [senior] người đã nghỉ hưu
        [organiser] người tổ chức lớp học
       *[worker] người đang đi làm
    }
console-bc-channels-languages = Kênh và ngôn ngữ
console-bc-channels = Kênh
console-bc-channels-hint = Không chọn thì gửi qua Telegram và Zalo. Người dùng trang web thấy thông báo ở lần ghé sau.
console-bc-languages = Ngôn ngữ
console-bc-active-label = Có nhắn tin gần đây
console-bc-active-days = Đã nhắn trong bao nhiêu ngày qua
console-bc-days-wrong = Hãy viết số ngày từ 1 đến 3650.
console-bc-audience-empty = Hãy chọn ít nhất một điều kiện, hoặc chọn gửi cho mọi người.
console-bc-audience-wrong = Có điều kiện không đọc được. Hãy xem lại các ô bên dưới.
console-bc-reaches = { $count ->
        [0] Lúc này chưa ai nhận được: chưa có người đồng ý nhận thông báo, hoặc điều kiện quá hẹp.
       *[other] Lúc này có { $count } người sẽ nhận
    }
console-bc-takes = gửi hết trong khoảng { $time }
console-bc-seconds = { $count } giây
console-bc-minutes = { $count } phút
console-bc-hours = { $count } giờ
console-bc-not-reached = Hợp điều kiện nhưng không nhận được:
console-bc-without-consent = { $count } người chưa đồng ý nhận thông báo
console-bc-unreachable = { $count } người đã chặn bot hoặc chỉ dùng kênh khác
console-bc-zalo-left = Gói Zalo tháng này còn { $left } tin cho thông báo.
console-bc-zalo-short = Gói Zalo tháng này chỉ còn { $left } tin cho thông báo, mà có { $people } người nhận qua Zalo: một phần sẽ phải chờ sang tháng hoặc nâng gói.
console-bc-sample = Ví dụ người nhận:
console-bc-when = Thời gian gửi
console-bc-not-before = Không gửi trước
console-bc-not-before-hint = Để trống thì gửi ngay khi được duyệt. Giờ của thành phố.
console-bc-not-after = Không gửi sau
console-bc-not-after-hint = Quá giờ này, tin chưa đi sẽ bị bỏ: không ai nhận tin đã cũ.
console-bc-emergency = Gửi khẩn cấp
console-bc-emergency-hint = Bỏ qua giờ yên lặng và giới hạn số thông báo mỗi ngày. Vẫn chỉ gửi cho người đã đồng ý. Chỉ dùng khi có việc gấp về an toàn hoặc đổi lịch sát giờ; việc này được ghi vào nhật ký.
console-bc-save = Lưu và xem trước
console-bc-look = Xem số người nhận
console-bc-saved = Đã lưu bản nháp. Chưa ai nhận được gì.
console-bc-copied = Đây là bản sao. Hãy sửa rồi lưu.
console-bc-written-by = { $name } soạn
console-bc-submitted-by = { $name } gửi duyệt lúc { $time }
console-bc-approved-by = { $name } duyệt lúc { $time }
console-bc-is-emergency = Thông báo khẩn cấp: bỏ qua giờ yên lặng và giới hạn mỗi ngày.
console-bc-draft-next = Bản nháp này sẽ tới khoảng { $count } người. Hãy xem trước bên dưới, rồi gửi duyệt cho một người khác.
console-bc-submit = Gửi duyệt
console-bc-now-submitted = Đã gửi duyệt. Một người duyệt khác sẽ xem.
console-bc-waits-approval = Đang chờ người thứ hai duyệt. Khi duyệt, khoảng { $count } người sẽ nhận đúng nội dung dưới đây.
console-bc-code = Mã nội dung: { $code }.
console-bc-approve = Duyệt và gửi
console-bc-approve-emergency = Thông báo khẩn cấp này sẽ tới khoảng { $count } người ngay, kể cả trong giờ yên lặng. Bạn chắc chắn chứ?
console-bc-now-approved = Đã duyệt. Danh sách người nhận đã được chốt.
console-bc-return = Trả lại để sửa
console-bc-now-returned = Đã trả lại cho người soạn.
console-bc-duplicate = Tạo bản sao
console-bc-pause = Tạm dừng
console-bc-now-paused = Đã tạm dừng: không tin nào đi nữa cho tới khi bạn gửi tiếp.
console-bc-resume = Gửi tiếp
console-bc-now-resumed = Đang gửi tiếp.
console-bc-cancel = Hủy phần chưa gửi
console-bc-cancel-confirm = { $count } người chưa nhận sẽ không nhận nữa. Tin đã gửi vẫn còn. Hủy rồi thì không gửi tiếp được.
console-bc-now-cancelled = Đã hủy: phần chưa gửi không đi nữa.
console-bc-scheduled-what = Chờ tới giờ gửi. Giờ yên lặng được tôn trọng.
console-bc-sending-what = Đang gửi theo nhịp cho phép của từng kênh. Trong giờ yên lặng, hệ thống tự chờ.
console-bc-paused-what = Đang tạm dừng. Bấm “Gửi tiếp” để gửi phần còn lại; người đã nhận không nhận lần nữa.
console-bc-so-far = Đã xong { $done } trên { $of } ({ $percent } %)
console-bc-planning = Đang lập danh sách người nhận; con số còn tăng.
console-bc-pending = Chờ gửi
console-bc-sent = Đã gửi
console-bc-failed = Lỗi
console-bc-blocked = Đã chặn
console-bc-unconfirmed = Chưa rõ
console-bc-skipped = Bỏ qua
console-bc-pace = { $pace } tin mỗi giây
console-bc-left = còn khoảng { $time }
console-bc-refresh = Xem con số mới nhất
console-bc-whom-when = Gửi cho ai, khi nào
console-bc-in-wards = Ở: { $values }
console-bc-on-topics = Quan tâm: { $values }
console-bc-on-channels = Qua: { $values }
console-bc-in-languages = Ngôn ngữ: { $values }
console-bc-of-roles = Là: { $values }
console-bc-active = Đã nhắn trong { $count } ngày qua
console-bc-at-once = Gửi ngay khi được duyệt
console-bc-from = Không gửi trước { $time }
console-bc-no-end = Không có hạn gửi
console-bc-until = Không gửi sau { $time }
console-bc-registers = Nút đăng ký: { $workshop }
console-bc-no-english = Không có bản tiếng Anh: người dùng tiếng Anh nhận lời nhắn tiếng Việt
console-bc-preview = Xem trước
console-bc-preview-hint = Hình gần đúng như người nhận thấy. Ở đây không bấm được.
console-bc-length = { $parts ->
        [1] { $length } trên { $most } ký tự, một tin
       *[other] { $length } ký tự, dài hơn { $most } nên chia thành { $parts } tin
    }
console-bc-came-back = Người nhận đã bấm gì
console-bc-choice = Nút
console-bc-opened = Lượt mở
console-bc-votes = Người chọn
console-area-broadcast = Thông báo
console-did-bc-create = soạn thông báo
console-did-bc-edit = sửa thông báo
console-did-bc-submit = gửi duyệt thông báo
console-did-bc-return = trả lại thông báo
console-did-bc-approve = duyệt thông báo
console-did-bc-pause = tạm dừng thông báo
console-did-bc-resume = gửi tiếp thông báo
console-did-bc-cancel = hủy thông báo
console-did-bc-correct = đính chính thông báo
console-did-bc-recall = thu hồi thông báo
console-did-bc-retry = gửi lại tin lỗi
console-did-bc-test = gửi thử thông báo

broadcast-outcome-pending = Đang chờ gửi
broadcast-outcome-sending = Đang gửi
broadcast-outcome-sent = Đã gửi
broadcast-outcome-failed = Không gửi được
broadcast-outcome-blocked = Không liên lạc được
broadcast-outcome-unconfirmed = Chưa rõ đã tới chưa
broadcast-outcome-skipped = Không gửi
broadcast-why-no-consent = người này không còn đồng ý nhận thông báo
broadcast-why-daily-cap = người này đã nhận đủ số thông báo trong ngày
broadcast-why-duplicate = người này đã nhận ở cuộc trò chuyện khác
broadcast-why-too-late = đã quá hạn gửi
broadcast-why-cancelled = thông báo đã bị hủy
broadcast-why-person-unreachable = người này đã chặn bot hoặc không còn nhận tin
broadcast-why-throttled = nền tảng yêu cầu gửi chậm lại
broadcast-why-quota-exceeded = đã hết hạn mức gửi của gói
broadcast-why-wrong-token = mã bot không đúng
broadcast-why-message-refused = nền tảng không nhận nội dung này
broadcast-why-outcome-unknown = mất kết nối giữa chừng, không gửi lại để khỏi trùng
broadcast-why-platform-failed = nền tảng đang lỗi


### Workshops in chat

workshop-weekday = { $weekday ->
        [0] Chủ nhật
        [1] thứ Hai
        [2] thứ Ba
        [3] thứ Tư
        [4] thứ Năm
        [5] thứ Sáu
       *[6] thứ Bảy
    }
workshop-today = hôm nay
workshop-tomorrow = ngày mai
workshop-online = học online
workshop-full = { $waiting ->
        [0] hết chỗ, còn danh sách chờ
       *[other] hết chỗ, { $waiting } người đang chờ
    }
workshop-few-seats = chỉ còn { $seats } chỗ
workshop-seats = còn { $seats } chỗ
workshop-line-time = 🗓 { $time }
workshop-line-place = 📍 { $place }
workshop-line-seats = 🎟 { $seats }
workshop-line-audience = Dành cho: { $audience }
workshop-line-organiser = Tổ chức: { $organisation }
workshop-wheelchair-yes = Đi xe lăn vào được.
workshop-wheelchair-no = Chỗ này chưa có lối cho xe lăn.
workshop-sample-note = Đây là buổi mẫu, chỉ để minh họa. Buổi này không có thật, nên không đăng ký được.
workshop-reason-topic = Nói về “{ $words }”
workshop-reason-interest = Hợp điều bạn thích: { $words }
workshop-reason-in-place = Ngay tại { $place }
workshop-reason-near = Cách { $place } khoảng { $km } km
workshop-reason-time = Đúng lúc bạn rảnh: { $time }
workshops-title = Các buổi hội thảo sắp tới:
    .simple = Buổi học sắp tới:
workshops-about = { $topic ->
        [none] Các buổi hội thảo { $conditions }:
       *[other] { $conditions ->
            [none] Hội thảo về “{ $topic }”:
           *[other] Hội thảo về “{ $topic }”, { $conditions }:
        }
    }
workshops-none = Sắp tới chưa có buổi hội thảo nào. Thỉnh thoảng bạn xem lại nhé.
    .simple = Sắp tới chưa có buổi nào.
workshops-none-fit = { $topic ->
        [none] Chưa có buổi nào { $conditions }.
       *[other] { $conditions ->
            [none] Sắp tới chưa có hội thảo nào về “{ $topic }”.
           *[other] Chưa có hội thảo nào về “{ $topic }”, { $conditions }.
        }
    }
workshops-nearest = Gần ý bạn nhất có:
workshops-others = Sắp tới có:
workshops-no-more = Hết rồi bạn ạ, mình đã kể hết các buổi sắp tới.
workshops-where = Bạn ở phường hay quận nào? Nhắn tên, ví dụ “ở Gò Vấp”, mình tìm buổi gần đó.
workshops-hint = Bạn nhắn số để xem kỹ, hoặc nhắn “tuần này”, “gần nhà”, “ở Quận 3”.
workshops-condition-days = { $days ->
        [today] hôm nay
        [tomorrow] ngày mai
        [this_week] tuần này
        [next_week] tuần sau
        [weekend] cuối tuần
        [this_weekend] cuối tuần này
        [this_month] tháng này
       *[next_month] tháng sau
    }
workshops-condition-near = gần { $place }
workshops-found-beside = Có { $count } buổi hội thảo sắp tới hợp ý này.
workshops-mine = Buổi đã đăng ký:
workshops-mine-line = { $state ->
        [waiting] • { $title } – { $time } – đang chờ, thứ { $place }
        [offered] • { $title } – { $time } – có chỗ, giữ đến { $until }
       *[taken] • { $title } – { $time } – mã { $code }
    }
workshops-mine-line-for = { $state ->
        [waiting] • { $who }: { $title } – { $time } – đang chờ, thứ { $place }
        [offered] • { $who }: { $title } – { $time } – có chỗ, giữ đến { $until }
       *[taken] • { $who }: { $title } – { $time } – mã { $code }
    }
workshop-gone = Buổi này không còn trong danh sách nữa. Bạn nhắn /hoithao để xem các buổi sắp tới nhé.
workshop-is-cancelled = Buổi này đã hủy.
workshop-is-over = Buổi này đã diễn ra rồi.
workshop-has-begun = Buổi này đã bắt đầu, không nhận đăng ký nữa.
workshop-you = { $state ->
        [waiting] ⏳ Bạn đang trong danh sách chờ, đứng thứ { $place }.
        [offered] ✋ Có chỗ cho bạn, giữ đến { $until }.
       *[taken] ✅ Bạn đã có chỗ. Mã điểm danh: { $code }
    }
workshop-relative = { $state ->
        [waiting] ⏳ { $who } đang trong danh sách chờ, đứng thứ { $place }.
        [offered] ✋ Có chỗ cho { $who }, giữ đến { $until }.
       *[taken] ✅ { $who } đã có chỗ. Mã điểm danh: { $code }
    }
workshop-for-whom = Bạn đăng ký cho ai?
workshop-sample-no = “{ $title }” chỉ là buổi mẫu để minh họa, không có thật, nên mình không giữ chỗ được. Khi thành phố mở buổi thật, bạn đăng ký ở đây được ngay.
    .simple = “{ $title }” chỉ là buổi mẫu, không có thật. Mình không giữ chỗ được.
workshop-registered = ✅ Đã giữ chỗ cho { $who }: { $title }
    🗓 { $time }
    { $place }
    Mã điểm danh: { $code } – đến nơi, bạn đọc mã này.
    .simple = ✅ Đã giữ chỗ cho { $who }: { $title }
        🗓 { $time }
        { $place }
        Mã: { $code }. Đến nơi, bạn đọc mã này.
workshop-remind-note = Mình sẽ nhắc bạn trước một ngày và trước hai giờ. Bận thì bạn nhắn “không đi được”, để người khác có chỗ.
    .simple = Mình sẽ nhắc bạn. Bận thì nhắn “không đi được”.
workshop-needs-ask = Có cần hỗ trợ gì khi tham gia không? Bạn chọn hoặc nhắn vài chữ, mình chuyển lời cho ban tổ chức. Không cần thì bỏ qua.
    .simple = Có cần hỗ trợ gì không? Bạn chọn hoặc nhắn vài chữ.
workshop-already = { $who } đã đăng ký buổi này rồi.
workshop-waiting = Buổi này đã hết chỗ. Mình đã ghi { $who } vào danh sách chờ của “{ $title }”: { $who } đứng thứ { $place }.
    Có chỗ là mình báo ngay; bạn chưa cần làm gì.
    .simple = “{ $title }” hết chỗ rồi. Mình ghi { $who } vào danh sách chờ, đứng thứ { $place }. Có chỗ mình báo.
workshop-needs-kept = Mình đã chuyển lời cho ban tổ chức: { $needs }.
workshop-needs-none = Được rồi, không cần hỗ trợ gì thêm.
workshop-needs-other = Bạn nhắn vài chữ điều cần hỗ trợ, ví dụ: “cần phiên dịch ngôn ngữ ký hiệu”. Mình chuyển lời cho ban tổ chức.
workshop-needs-cut = Mình chuyển lời { $most } chữ cái đầu cho ban tổ chức.
workshop-need = { $kind ->
        [wheelchair] đi xe lăn
        [hearing] khó nghe
        [seeing] khó nhìn
       *[other] hỗ trợ khác
    }
workshop-cancelled-own = Đã hủy đăng ký của { $who }: { $title }. Cảm ơn bạn đã báo, chỗ này sẽ dành cho người khác.
workshop-left-waiting = Đã đưa { $who } ra khỏi danh sách chờ của “{ $title }”.
workshop-nothing-to-cancel = Bạn chưa đăng ký buổi hội thảo nào sắp tới.
workshop-cancel-which = Bạn không đi được buổi nào?
workshop-no-offer = Hiện chưa có chỗ nào đang giữ cho bạn.
workshop-offer-which = Bạn muốn trả lời cho buổi nào?
workshop-offer-late = Chỗ này đã quá giờ giữ nên đã nhường cho người khác. Bạn muốn vào danh sách chờ lại không?
workshop-offer-gone = Chỗ này không còn giữ cho { $who } nữa.
workshop-declined = Đã nhường chỗ của “{ $title }” cho người tiếp theo. Cảm ơn bạn đã trả lời.
workshop-back-full = Chỗ vừa rồi đã có người khác nhận. Bạn muốn vào danh sách chờ không?
workshop-share = Bạn gửi tiếp đoạn này nhé:
workshop-share-text = { $title }
    🗓 { $time }
    { $place }
workshop-share-how = Đăng ký với Bạn Học: nhắn “workshop_{ $id }”.
profile-workshops = Hội thảo sắp đi: { $count }

workshop-not-registered = { $who } không còn đăng ký “{ $title }”, nên không có gì để hủy.
workshop-no-place = chưa rõ nơi
workshop-certificate-ask = Bạn muốn ghi tên nào trên giấy chứng nhận? Ai có mã giấy đều xem được tên này.
workshop-certificate-again = Bạn nhắn tên bằng chữ, dài nhất { $most } chữ cái nhé.
workshop-certificate-skipped = Được rồi, mình chưa làm giấy chứng nhận.
workshop-certificate-made = Giấy chứng nhận tham dự của { $name } đã xong. Mã: { $code }

notice-offer = Có chỗ! “{ $title }”, { $time }. Mình giữ chỗ này cho bạn đến { $until }.
notice-offer-for = Có chỗ cho { $who }! “{ $title }”, { $time }. Mình giữ chỗ này đến { $until }.
notice-offer-typed = Nhắn “nhận chỗ” hoặc “bỏ chỗ”.
notice-offer-over = Chỗ mình giữ cho bạn ở “{ $title }” đã nhường cho người tiếp theo, vì chưa thấy bạn trả lời.
notice-offer-over-for = Chỗ mình giữ cho { $who } ở “{ $title }” đã nhường cho người tiếp theo, vì chưa thấy bạn trả lời.
notice-changed = Buổi “{ $title }” bạn đã đăng ký có thay đổi:
notice-changed-for = Buổi “{ $title }” bạn đăng ký cho { $who } có thay đổi:
notice-changed-time = 🗓 Giờ: { $before } → { $after }
notice-changed-place = 📍 Nơi: { $before } → { $after }
notice-changed-online = 🔗 Lớp online có liên kết mới.
notice-changed-keep = Chỗ của bạn vẫn giữ nguyên.
notice-changed-waiting = Bạn vẫn ở trong danh sách chờ.
notice-cancelled = Rất tiếc, buổi “{ $title }” ({ $time }) đã hủy.
notice-cancelled-for = Rất tiếc, buổi “{ $title }” ({ $time }) bạn đăng ký cho { $who } đã hủy.
notice-withdrawn = Người tổ chức đã hủy chỗ của bạn ở buổi “{ $title }” ({ $time }). Nếu có nhầm lẫn, bạn nhắn /nguoithat nhé.
notice-withdrawn-for = Người tổ chức đã hủy chỗ của { $who } ở buổi “{ $title }” ({ $time }). Nếu có nhầm lẫn, bạn nhắn /nguoithat nhé.
notice-cancelled-why = Lý do: { $reason }
notice-reminder-day = Nhắc bạn: “{ $title }”, { $time }.
notice-reminder-day-for = Nhắc bạn: { $who } có buổi “{ $title }”, { $time }.
notice-reminder-hours = Sắp đến giờ rồi: “{ $title }”, { $time }.
notice-reminder-hours-for = Sắp đến giờ của { $who } rồi: “{ $title }”, { $time }.
notice-code = Mã điểm danh: { $code }
notice-cannot-typed = Không đi được thì bạn nhắn “không đi được”, để người khác có chỗ.
notice-feedback = Bạn đã dự “{ $title }”. Bạn thấy buổi này thế nào, mấy sao (1 đến 5)?
notice-feedback-for = { $who } đã dự “{ $title }”. Buổi này thế nào, mấy sao (1 đến 5)?
workshop-rated = { $rating } sao cho “{ $title }”. Cảm ơn bạn!
workshop-rate-skipped = Không sao, cảm ơn bạn đã đến.
workshop-comment-ask = Bạn nhắn vài lời về “{ $title }” giúp mình nhé. Ban tổ chức sẽ đọc.
workshop-comment-kept = Mình đã ghi lời của bạn. Cảm ơn bạn!
workshop-comment-cut = Mình đã ghi { $most } chữ cái đầu trong lời của bạn. Cảm ơn bạn!
workshop-not-rateable = Buổi này chưa chấm được, vì chưa thấy điểm danh.

choice-workshops = Xem hội thảo
choice-workshops-all = Tất cả các buổi
choice-workshops-near = Gần mình
choice-workshops-week = Tuần này
choice-workshops-weekend = Cuối tuần
choice-workshops-more = Thêm buổi khác
choice-workshops-mine = Hội thảo của mình
choice-workshop-register = Đăng ký
choice-workshop-wait = Vào danh sách chờ
choice-workshop-wait-again = Chờ lại
choice-workshops-others = Xem buổi khác
choice-workshop-register-other = Đăng ký cho người khác
choice-workshop-for-self = Cho mình
choice-workshop-for = Cho { $who }
choice-workshop-calendar = Lưu vào lịch
choice-workshop-map = Bản đồ
choice-workshop-share = Chia sẻ
choice-workshop-cancel = Hủy đăng ký
choice-workshop-cancel-of = Hủy của { $who }
choice-workshop-leave = Thôi, không chờ nữa
choice-workshop-leave-of = { $who } không chờ nữa
choice-workshop-cannot = Không đi được
choice-workshop-accept = Nhận chỗ
choice-workshop-accept-of = Nhận chỗ cho { $who }
choice-workshop-decline = Bỏ chỗ
choice-workshop-decline-of = Bỏ chỗ của { $who }
choice-workshop-join = Vào lớp online
choice-workshop-certificate = Lấy giấy chứng nhận
choice-workshop-certificate-open = Mở giấy chứng nhận
choice-workshop-certificate-name = Ghi tên khác
choice-need-none = Không cần gì
choice-need = { $kind ->
        [wheelchair] Đi xe lăn
        [hearing] Khó nghe
        [seeing] Khó nhìn
       *[other] Hỗ trợ khác
    }
help-nghe = /nghe – học gì để làm một nghề: kỹ năng, khóa học theo thứ tự, thời gian và tiền
help-hoithao = /hoithao – các buổi hội thảo gần bạn, đăng ký giữ chỗ
menu-lesson = Bài học vài phút hôm nay
menu-review = Ôn lại điều đã học
menu-progress = Bạn đã học tới đâu
menu-workshops = Hội thảo sắp tới, đăng ký giữ chỗ

### Tiến độ, giấy chứng nhận, sổ học tập

data-table-track-enrolment = Chuỗi bài học bạn theo
data-table-cohort-teacher = Lớp bạn mở
data-table-cohort-member = Lớp bạn tham gia
data-table-self-assessment = Những lần bạn tự đánh giá
data-table-lesson-run = Bài bạn đã học
data-table-item-memory = Điều bạn nhớ, và khi nào nên ôn
data-table-attempt = Câu trả lời của bạn trong bài học
data-table-weekly-goal = Mục tiêu mỗi tuần
data-table-tutor-question = Câu bạn hỏi gia sư AI đang chờ trả lời
data-table-tutor-media = Tin nhắn thoại và hình bạn gửi đang chờ mình hiểu
data-table-tutor-message = Câu bạn hỏi gia sư AI và câu trả lời
data-table-tutor-summary = Điều gia sư AI nhớ về những câu cũ
data-table-rest-day = Ngày bạn xin nghỉ học
data-table-track-certificate = Giấy chứng nhận học xong
data-field-days = số ngày mỗi tuần
data-field-withdrawn-by = người thu hồi
data-field-withdrawn-reason = lý do thu hồi
data-field-invited = cùng phụ trách từ
help-tiendo = /tiendo – bạn đã học tới đâu, nên ôn gì (đổi mục tiêu: /muctieu)
help-chungnhan = /chungnhan – giấy chứng nhận chuỗi bài đã học xong
help-sohoc = /sohoc – sổ học tập: những gì bạn đã học ở đây
progress-for = 👤 Việc học của: { $who }
progress-none = Ở đây chưa có bài nào đã học. Mỗi ngày một bài chừng năm phút, học xong còn được hỏi lại để nhớ lâu. Bạn muốn bắt đầu thì chọn “Học bài”.
    .simple = Bạn chưa học bài nào. Mỗi bài chừng năm phút. Chọn “Học bài” để bắt đầu.
progress-title = Tiến độ học
progress-week-open = { $learnt ->
        [0] Tuần này chưa có ngày học nào.
       *[other] Tuần này đã học { $learnt } ngày.
    } Mục tiêu { $goal } ngày, mỗi tuần được bớt một ngày, nên còn { $missing } ngày nữa là đạt.
progress-week-open-one = Tuần này chưa có ngày học nào. Mục tiêu một ngày: học hôm nào trong tuần cũng được.
progress-week-met = Tuần này đã học { $learnt } ngày, đủ mục tiêu { $goal } ngày. Học đều như vậy là nhớ lâu.
progress-week-met-with-pass = Tuần này đã học { $learnt } ngày. Mục tiêu { $goal } ngày, mỗi tuần được bớt một ngày, nên tuần này tính là đạt rồi.
progress-rest = { $when ->
        [today] Hôm nay là ngày nghỉ bạn chọn cho tuần này.
       *[other] Ngày nghỉ bạn chọn cho tuần này: { $day }.
    }
progress-week-missed = { $learnt ->
        [0] Tuần này chưa có ngày học nào.
       *[other] Tuần này đã học { $learnt } ngày, mục tiêu { $goal } ngày.
    } Tuần nào bận thì mình học ít lại; thứ Hai bắt đầu tuần mới.
progress-track = { $state ->
        [finished] { $title }: { $done }/{ $of } bài, đã xong cả chuỗi.
       *[open] { $title }: { $done }/{ $of } bài.
    }
progress-items = Đã nắm vững { $mastered } trên { $known } câu đã học.
progress-due = Nên ôn ngay: { $count } câu.
progress-soon = Trong hai ngày tới cần ôn: { $count } câu.
progress-alt = Tiến độ học. { $facts }
progress-picture-title = Tiến độ học
progress-picture-week = Tuần này { $learnt } ngày học, mục tiêu { $goal } ngày
progress-picture-weekdays = T2 T3 T4 T5 T6 T7 CN
progress-picture-lessons = { $done }/{ $of } bài
progress-picture-mastered = câu nắm vững
progress-picture-due = câu nên ôn ngay
progress-picture-soon = câu cần ôn trong hai ngày tới
progress-picture-day = Tính đến ngày { $day }. Chấm đầy là ngày có học.
progress-goal-ask = Mỗi tuần bạn muốn học mấy ngày? Tuần nào cũng được bớt một ngày mà vẫn tính là đạt.
progress-goal-set = Được rồi, mục tiêu mỗi tuần là { $days } ngày. Học { $enough } ngày cũng tính là đạt: mỗi tuần được bớt một ngày.
progress-goal-set-one = Được rồi, mục tiêu mỗi tuần là một ngày, hôm nào trong tuần cũng được.
choice-progress = Tiến độ học
choice-progress-lesson = Học bài
choice-progress-review = Ôn
choice-progress-goal = Đổi mục tiêu tuần
choice-progress-goal-days = { $days } ngày
choice-notebook = Sổ học tập
choice-track-certificates = Giấy chứng nhận
choice-track-certificate = Nhận giấy chứng nhận: { $title }
choice-track-certificate-show = Xem giấy: { $title }
choice-track-certificate-nameless = Không ghi tên
choice-track-certificate-later = Để sau
choice-track-certificate-withdraw = Thu hồi giấy này
choice-track-certificate-withdraw-yes = Thu hồi
choice-track-certificate-keep = Giữ lại
track-certificate-title = Giấy chứng nhận
track-certificate-line = • { $title }: mã { $code }, cấp ngày { $day }.
track-certificate-ready = { $count ->
        [1] Bạn học xong một chuỗi bài và nhận giấy chứng nhận được rồi.
       *[other] Bạn học xong { $count } chuỗi bài và nhận giấy chứng nhận được rồi.
    }
track-certificate-earned = Bạn đã học đủ các bài, giờ nhận giấy chứng nhận được rồi.
track-certificate-skipped = Muốn nhận giấy chứng nhận, bạn học thêm phần đã bỏ qua lúc đầu.
track-certificate-missing = { $more ->
        [0] { $title }: còn { $count } bài nữa ({ $lessons }).
       *[other] { $title }: còn { $count } bài nữa ({ $lessons }, và { $more } bài khác).
    }
track-certificate-none = Học xong cả một chuỗi bài thì bạn nhận được giấy chứng nhận. Ở đây chưa có chuỗi bài nào đã bắt đầu.
track-certificate-ask = Bạn đã học xong “{ $title }”, chúc mừng bạn! Bạn muốn ghi tên nào trên giấy chứng nhận? Ai có mã giấy đều xem được tên này. Không ghi tên cũng được.
track-certificate-ask-other = { $name ->
        [none] Giấy “{ $title }” đang không ghi tên.
       *[other] Giấy “{ $title }” đang ghi tên { $name }.
    } Bạn muốn ghi tên nào? Ai có mã giấy đều xem được tên này. Không ghi tên cũng được.
track-certificate-later = Được rồi, mình chưa làm giấy. Khi nào cần, bạn nhắn /chungnhan nhé.
track-certificate-made = Giấy chứng nhận “{ $title }” của { $name } đã xong. Mã: { $code }. Ai có mã đều kiểm tra được trên trang của giấy.
track-certificate-made-nameless = Giấy chứng nhận “{ $title }” đã xong, không ghi tên. Mã: { $code }. Ai có mã đều kiểm tra được trên trang của giấy.
track-certificate-again-shown = Giấy chứng nhận “{ $title }”. Mã: { $code }.
track-certificate-alt = { $name ->
        [none] Giấy chứng nhận đã học xong “{ $title }”, mã { $code }.
       *[other] Giấy chứng nhận { $name } đã học xong “{ $title }”, mã { $code }.
    }
track-certificate-gone = Giấy này không còn, hoặc đã thu hồi rồi.
track-certificate-withdraw-ask = Thu hồi giấy “{ $title }”, mã { $code }? Ai mở trang của giấy sẽ thấy giấy không còn giá trị và không thấy tên nữa. Giấy đã thu hồi thì không lấy lại được; bạn có thể làm giấy mới với mã khác.
track-certificate-withdrawn = Mình đã thu hồi giấy “{ $title }” và xóa tên trên đó.
certificate-sheet-brand = Bạn Học · Thành phố Hồ Chí Minh
certificate-sheet-title = Giấy chứng nhận
certificate-sheet-lead = Chứng nhận
certificate-sheet-words = đã học xong chuỗi bài học
certificate-sheet-nameless = Người giữ giấy này đã học xong chuỗi bài học
certificate-sheet-facts = { $lessons } bài · học xong ngày { $day }
certificate-sheet-check = Quét mã để kiểm tra giấy này
track-certificate-page-title = Giấy chứng nhận học xong
track-certificate-page-text = { $name } đã học xong chuỗi bài học “{ $title }”.
track-certificate-page-nameless = Người giữ giấy này đã học xong chuỗi bài học “{ $title }”.
track-certificate-page-lessons = { $lessons } bài học ngắn trên Bạn Học
track-certificate-page-finished = Học xong ngày { $day }
track-certificate-page-valid = Giấy này có giá trị.
track-certificate-page-withdrawn = { $by ->
        [learner] Giấy này không còn giá trị: người học đã thu hồi ngày { $day }.
       *[staff] Giấy này không còn giá trị: đơn vị vận hành đã thu hồi ngày { $day }.
    }
console-area-learning = Học tập
console-did-withdraw-certificate = thu hồi giấy chứng nhận học xong
api-certificate-withdrawn = Giấy này đã thu hồi trước rồi.
track-certificate-page-reason = Lý do: { $reason ->
        [mistake] cấp nhầm.
        [wrong_person] cấp sai người.
        [not_own_work] người đứng tên không tự làm bài.
       *[asked] người học đề nghị.
    }
console-classes = Lớp học
console-classes-what = Lớp do thầy cô hoặc người phụ trách mở trong khung chat. Ở đây chỉ có con số: không có tên lớp, tên người phụ trách hay tên người học.
console-classes-none = Chưa có lớp nào.
console-class = Lớp
console-class-number = Lớp số { $id }
console-no-class = Không có lớp này.
console-class-track = Chuỗi bài
console-class-opened = Mở lúc
console-class-opened-on = mở lúc { $time }
console-class-state = Tình trạng
console-class-open = đang học
console-class-over = đã kết thúc
console-class-learners = Người học
console-class-people = { $count } người học
console-class-lessons-done = Bài đã xong, cả lớp
console-class-too-few = dưới 3 người
console-class-small = Lớp có dưới 3 người học, nên không hiện tiến độ: con số sẽ nói về từng người.
console-class-no-track = Chuỗi bài của lớp này không còn nữa.
console-class-how-far = Cả lớp học tới đâu
console-class-done = Bài đã xong
console-class-hard = “{ $question }”: { $missed } trong { $answered } người
console-class-hard-most = “{ $question }”: hầu hết trong { $answered } người
console-class-members = Từng người học
console-class-members-what = Theo số trong lớp, không có tên. Câu trả lời của từng người không hiện cho ai.
console-class-learner = Người học
console-tutor = Gia sư AI
console-tutor-what = Số câu hỏi, thời gian, chi phí, và vì sao có câu phải lấy từ bài học. Chỉ có con số: không ai đọc được người học hỏi gì.
console-tutor-off = Chưa nối mô hình AI nào; mọi câu hỏi được trả lời bằng bài học. Muốn nối: đặt OPENAI_API_KEY, OPENAI_BASE_URL và OPENAI_MODEL rồi khởi động lại.
console-tutor-on = Đang dùng mô hình { $model }. Hôm nay đã dùng { $spent } trên { $budget } đô la.
# Whether a moderation model reads questions and answers beside the lists of words.
console-tutor-moderation = { $state ->
    [on] Kiểm duyệt bằng mô hình: đang bật, cùng với danh sách từ.
    [missing] Kiểm duyệt bằng mô hình: đã tắt, vì điểm cuối không có kiểm duyệt (404). Chỉ còn danh sách từ. Kiểm tra OPENAI_MODERATION_MODEL, OPENAI_MODERATION_BASE_URL rồi khởi động lại.
    [elsewhere] Kiểm duyệt bằng mô hình: do tiến trình worker chạy. Xem ban_hoc_tutor_moderation_on ở /metrics của tiến trình đó.
   *[off] Kiểm duyệt bằng mô hình: tắt. Chỉ có danh sách từ. Muốn bật: đặt OPENAI_MODERATION_MODEL rồi khởi động lại.
  }
console-tutor-budget = Phần ngân sách hôm nay đã dùng
console-tutor-days = 14 ngày gần đây
console-tutor-day = Ngày
console-tutor-questions = Câu hỏi
console-tutor-by-model = AI trả lời
console-tutor-by-lessons = Lấy từ bài học
console-tutor-seconds = Giây chờ: một nửa / 95 %
console-tutor-cost = Đô la
console-tutor-none = Chưa ai hỏi gia sư AI trong 14 ngày qua.
console-tutor-reasons = Vì sao bài học trả lời thay
console-tutor-reason = Lý do
console-tutor-times = Số lần
console-tutor-remedy = Nên làm gì
console-tutor-no-reasons = Không có lần nào.
console-tutor-why = { $reason ->
    [consent] Người học đã tắt AI trong lúc chờ
    [waited] Chờ quá 15 giây
    [city_budget] Hết ngân sách ngày
    [own_limit] Người học đã hỏi đủ trong ngày
    [lesson_limit] Người học đã hỏi đủ trong bài
    [resting] Điểm cuối lỗi liên tiếp nên tạm nghỉ 30 giây
    [timeout] Mô hình trả lời quá chậm
    [throttled] Điểm cuối báo quá tải (429)
    [refused] Điểm cuối từ chối (4xx)
    [too_many_calls] Mô hình gọi hàm mãi không dừng
    [blocked] Câu trả lời không qua được kiểm tra
    [danger] Kiểm duyệt nghe như người học đang không ổn, nên chương trình hỏi thăm
    [unfit_question] Kiểm duyệt thấy câu hỏi không hợp để AI trả lời
   *[broken] Điểm cuối lỗi hoặc mất kết nối
  }
console-tutor-do = { $reason ->
    [waited] Nhiều người hỏi cùng lúc. Dùng mô hình nhanh hơn.
    [city_budget] Tăng TUTOR_DAILY_BUDGET_USD nếu thành phố chi được.
    [timeout] Dùng mô hình nhanh hơn hoặc điểm cuối gần hơn.
    [throttled] Xin tăng hạn mức ở bên cung cấp.
    [refused] Kiểm tra OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL.
    [blocked] Thử mô hình khác bằng npm run eval:tutor.
    [too_many_calls] Thử mô hình khác bằng npm run eval:tutor.
    [resting] Xem nhật ký của điểm cuối.
    [broken] Xem nhật ký của điểm cuối.
   *[other] Không cần làm gì.
  }
console-demand-short = Nhu cầu
console-demand = Nhu cầu tuyển dụng theo kỹ năng
console-demand-what = So ba tháng mới nhất với ba tháng trước đó. Tăng = (ba tháng mới + 5) / (ba tháng trước + 5). Kỹ năng có dấu ↑ là đang lên: tăng từ 1,2 lần và sáu tháng có ít nhất 30 tin. Khóa dạy kỹ năng đang lên được nhích lên một chút khi tìm, không vượt điều kiện người học nêu. Nhập số liệu ở mục Nhập danh mục, loại “Nhu cầu tuyển dụng theo kỹ năng”.
console-demand-sample = Có số liệu mẫu: số bịa để xem thử, không ảnh hưởng kết quả tìm.
console-demand-csv = Tải bảng (CSV)
console-demand-skill = Kỹ năng
console-demand-before = Ba tháng trước
console-demand-recent = Ba tháng mới
console-demand-growth = Tăng
console-demand-courses = Số khóa dạy
console-demand-none = Chưa có số liệu nhu cầu nào.
console-demand-chart = Kỹ năng đang lên, { $from } đến { $until }: xám là ba tháng trước, xanh là ba tháng mới (số tin tuyển dụng)

programme-kind = { $kind ->
        [after_school] sau giờ học
        [vocational] học nghề
        [adult] cho người lớn
        [teacher_training] bồi dưỡng giáo viên
        [digital_teachers] kỹ năng số cho giáo viên
       *[digital_students] kỹ năng số cho học sinh, sinh viên
    }
programme-line = 📚 Chương trình { $kind }, { $count } buổi
programme-sessions = Các buổi: { $times }{ $more ->
        [yes] , và còn nữa
       *[no] {""}
    } (còn { $rest } buổi)
programme-consent = Ghi danh “{ $title }” cho { $who }: { $count } buổi, một chỗ cho cả chương trình. Đơn vị tổ chức và cán bộ thành phố thấy mã ghi danh, điều cần hỗ trợ nếu có kể, và ghi buổi nào đã đến, để biết ai học xong và cấp giấy chứng nhận. Không ai thấy tên hay số điện thoại. Việc này giữ đến khi xóa dữ liệu (/xoa); hủy ghi danh lúc nào cũng được. Đồng ý không?
choice-programme-agree = Đồng ý, ghi danh
choice-programme-later = Để sau
choice-programmes = Chương trình nhiều buổi
programmes-title = Các chương trình nhiều buổi sắp mở:
programmes-none = Sắp tới chưa có chương trình nhiều buổi nào. Bạn nhắn điều muốn học, mình tìm khóa cho bạn nhé.
choice-teachers-programmes = Chương trình bồi dưỡng
teachers-programmes-wish = cho giáo viên
help-chuongtrinh = /chuongtrinh – chương trình nhiều buổi: sau giờ học, học nghề, người lớn, bồi dưỡng giáo viên
console-programmes = Chương trình
console-programmes-what = Chương trình có nhiều buổi: một lần ghi danh cho tất cả, điểm danh từng buổi; đến từ ba phần tư số buổi là học xong.
console-programmes-none = Chưa có chương trình nào.
console-programme-new = Tạo chương trình
console-programme-kind = Loại
console-programme-sessions = Các buổi, mỗi dòng một buổi
console-programme-sessions-hint = Ví dụ: 2026-12-05 08:30-10:30
console-programme-sessions-wrong = Mỗi dòng ghi ngày, giờ bắt đầu-giờ kết thúc, chưa qua và không trùng nhau, như 2026-12-05 08:30-10:30.
console-programme-made = Đã tạo chương trình. Người học ghi danh được ngay.
console-programme-attendance = Điểm danh
console-programme-done = Học xong
console-programme-session = Buổi
console-programme-came = đã đến
console-programme-noted = Đã lưu điểm danh buổi này.
console-programme-not-yet = Buổi này chưa đến giờ.
console-programme-nobody = Chưa có ai ghi danh.
console-programme-workshop = Người ghi danh, chỗ, danh sách chờ
console-no-programme = Không có chương trình này.

console-imports-own = Bạn nhập được mục của đơn vị mình. Dòng của đơn vị khác bị từ chối. Hội thảo thì gửi ở mục Đề xuất hội thảo.
console-offers-short = Mục của đơn vị
console-offers = Mục của đơn vị
console-offers-what = Bấm “Còn mở” để xác nhận, “Tạm ẩn” để rút khỏi kết quả tìm. Nhập lại tệp không làm mục đã ẩn hiện lên.
console-offers-kind = Chọn loại
console-offers-whose = Hãy mở từ trang của một đơn vị.
console-offers-none = Chưa có mục nào.
console-offer-kind = { $kind ->
        [courses] Khóa học
        [scholarships] Học bổng
        [internships] Thực tập
       *[places] Điểm học tập
    }
console-offer = Tên
console-offer-state = Tình trạng
console-offer-hidden = đang ẩn
console-offer-shown = đang hiện
console-offer-step = { $step ->
        [confirm] Còn mở
        [hide] Tạm ẩn
       *[show] Cho hiện lại
    }
console-offer-edit = Sửa
console-offer-edit-what = Sửa ở đây có hiệu lực ngay, cho đến khi tệp của nguồn nói khác.
console-offer-field = { $field ->
        [title] Tên
        [name] Tên
        [description] Mô tả
        [url] Trang web
        [address] Địa chỉ
        [phone] Điện thoại
        [deadline] Hạn nộp
        [reviewed_on] Ngày xem lại nội dung gần nhất
        [price_vnd] Học phí (đồng)
        [amount_vnd] Giá trị (đồng)
        [pay_vnd] Phụ cấp một tháng (đồng)
       *[seats] Số chỗ
    }
console-offer-ended = Khóa đã qua theo ngày ghi. Hãy đổi ngày ở mục Cần xác nhận.
console-offer-now-hidden = Đã ẩn.
console-offer-now-confirmed = Đã xác nhận còn mở.
console-no-offer = Đơn vị không có mục này.
console-offers-of = Mục của đơn vị này
console-curriculum-short = Xem lại nội dung
console-curriculum = Nội dung cần xem lại
console-curriculum-what = Khóa đang mở mà { $months } tháng qua chưa ai xem lại nội dung, hoặc chưa rõ ngày xem lại. Xếp theo nhu cầu: số tin tuyển dụng ba tháng mới cho các kỹ năng khóa dạy (kỹ năng đang lên tính gấp đôi), cộng số người tìm mà chưa có, cộng số người đăng ký.
console-curriculum-courses = Khóa học
console-curriculum-count = { $count } khóa cần xem lại
console-curriculum-none = Không có khóa nào cần xem lại.
console-curriculum-reviewed = Xem lại nội dung
console-curriculum-unknown = chưa rõ
console-curriculum-skills = Kỹ năng dạy
console-curriculum-openings = Tin tuyển dụng
console-curriculum-unmet = Người tìm chưa có
console-curriculum-enrolled = Người đăng ký
console-curriculum-few = dưới { $count }
console-curriculum-ask = Đề nghị cập nhật
console-curriculum-asked = Xem đề nghị
console-curriculum-note-review = Ghi ngày xem lại
console-curriculum-csv = Tải bảng (CSV)
console-curriculum-untaught = Kỹ năng đang lên mà chưa khóa nào dạy
console-curriculum-untaught-none = Kỹ năng nào đang lên cũng đã có khóa dạy, hoặc chưa có số liệu nhu cầu.
console-curriculum-tracks = Lộ trình bài học
console-curriculum-tracks-what = Ngày xem lại là ngày kiểm của bài được kiểm lâu nhất. Thành phố tự sửa bài học.
console-curriculum-tracks-none = Chưa có lộ trình nào.
console-curriculum-track-stale = { $date } (cần xem lại)
curriculum-wanted-openings = { $count } tin tuyển dụng trong ba tháng mới nhất cần kỹ năng khóa này dạy.
curriculum-wanted-rising = Đang lên: { $skills }.
curriculum-wanted-unmet = { $count } người tìm kỹ năng này mà chưa có gì phù hợp trong quý mới nhất.
curriculum-wanted-reviewed = Nội dung xem lại lần gần nhất ngày { $date }.
curriculum-wanted-not-reviewed = Chưa rõ nội dung được xem lại khi nào.
console-requests-short = Đề nghị cập nhật
console-requests = Đề nghị cập nhật nội dung
console-requests-what = Thành phố đề nghị đơn vị cập nhật nội dung một khóa; đơn vị trả lời: nhận làm, đã làm xong hoặc không làm.
console-requests-none = Chưa có đề nghị nào.
console-requests-open = Đề nghị cập nhật chờ trả lời
console-requests-answered = Đề nghị cập nhật đã có trả lời
console-request-new = Đề nghị cập nhật nội dung
console-request-what = Cần đổi gì
console-request-why = Vì sao
console-request-why-hint = Điền sẵn theo số liệu nhu cầu. Bạn sửa được.
console-request-by = Mong xong trước ngày (không bắt buộc)
console-request-wanted-by = Mong xong trước ngày { $date }
console-request-send = Gửi đề nghị
console-request-sent = Đã gửi. Đơn vị thấy đề nghị này trong trang quản lý của mình.
console-request-no-what = Hãy ghi cần đổi gì.
console-request-past = Ngày này đã qua. Hãy chọn từ hôm nay trở đi.
console-request-no-day = Hãy ghi ngày dự kiến xong.
console-request-no-reason = Hãy ghi lý do không làm.
console-no-request = Không có đề nghị này.
console-request-no-course = Không có khóa này. Hãy mở lại từ trang Nội dung cần xem lại.
console-request-answer = Trả lời
console-request-answer-choice = { $answer ->
        [accepted] Nhận làm, xong vào ngày ghi dưới đây
        [done] Đã làm xong: ghi hôm nay là ngày xem lại nội dung
       *[declined] Không làm, vì lý do ghi dưới đây
    }
console-request-planned = Ngày dự kiến xong (khi nhận làm)
console-request-note = Lời nhắn, hoặc lý do không làm
console-request-answer-send = Gửi trả lời
console-request-now-answered = Đã ghi trả lời.
console-request-step = { $step ->
        [take-back] Rút trả lời
        [close] Xong, đóng đề nghị
        [withdraw] Rút đề nghị
       *[reopen] Mở lại
    }
console-request-now-ended = { $to ->
        [closed] Đã đóng. Bạn mở lại được.
       *[withdrawn] Đã rút đề nghị. Bạn mở lại được.
    }
console-request-now-open = Đã rút trả lời. Đề nghị lại chờ trả lời.
console-request-now-reopened = Đã mở lại.
console-request-wrong-state = Đề nghị không còn ở bước này. Hãy xem lại tình trạng.
console-request-planned-on = Đơn vị dự kiến xong ngày { $date }
console-request-said = Đơn vị trả lời: { $answer ->
        [accepted] nhận làm
        [done] đã làm xong
       *[declined] không làm
    }
console-request-state = { $state ->
        [open] chờ trả lời
        [accepted] nhận làm
        [done] đã làm xong
        [declined] không làm
        [closed] đã đóng
       *[withdrawn] đã rút
    }
console-did-curriculum-ask = đề nghị cập nhật nội dung
console-did-curriculum-accepted = nhận cập nhật nội dung
console-did-curriculum-done = báo đã cập nhật nội dung
console-did-curriculum-declined = không nhận cập nhật nội dung
console-did-curriculum-take-back = rút trả lời về nội dung
console-did-curriculum-close = đóng đề nghị cập nhật
console-did-curriculum-withdraw = rút đề nghị cập nhật
console-did-curriculum-reopen = mở lại đề nghị cập nhật
console-proposals-short = Đề xuất
console-proposals = Đề xuất hội thảo
console-proposals-what = Đơn vị đề xuất, thành phố duyệt rồi mới có buổi và mới nhận đăng ký.
console-proposals-none = Chưa có đề xuất nào.
console-proposal-new = Đề xuất một buổi
console-proposal-edit = Sửa đề xuất
console-proposal-send = Gửi đề xuất
console-proposal-sent = Đã gửi. Bạn xem kết quả ở trang này.
console-proposal-withdraw = Rút đề xuất
console-proposal-now-withdrawn = Đã rút đề xuất.
console-proposal-return = Trả lại
console-proposal-note = Cần sửa gì
console-proposal-no-note = Hãy ghi cần sửa gì.
console-proposal-now-returned = Đã trả lại cho đơn vị.
console-proposal-approve = Duyệt, mở đăng ký
console-proposal-now-approved = Đã duyệt. Buổi đã mở đăng ký.
console-proposal-own = Người đề xuất không tự duyệt.
console-proposal-changed = Đề xuất vừa được sửa. Hãy đọc lại rồi duyệt.
console-proposal-wrong-state = Đề xuất không còn ở bước này. Hãy xem lại tình trạng.
console-proposal-workshop = Buổi hội thảo
console-no-proposal = Không có đề xuất này.
console-proposal-state = { $state ->
        [submitted] chờ duyệt
        [approved] đã duyệt
        [returned] cần sửa
       *[withdrawn] đã rút
    }
api-problem-field = không phải trường sửa được

console-agreements-short = Đối tác
console-agreements = Thỏa thuận với đối tác
console-agreements-what = Mỗi thỏa thuận ghi mục tiêu, thời gian và việc mỗi bên làm. Số liệu do hệ thống đếm, không ai gõ vào. Thỏa thuận đang có hiệu lực hiện trên trang công khai của đơn vị.
console-agreements-none = Chưa có thỏa thuận nào.
console-agreement-new = Thêm thỏa thuận
console-agreement-edit = Sửa thỏa thuận
console-agreement-kind = Loại
console-agreement-period = Thời gian
console-agreement-status = Tình trạng
console-agreement-from = Từ ngày
console-agreement-until = Đến hết ngày
console-agreement-until-hint = Để trống nếu chưa định ngày kết thúc.
console-agreement-no-goal = Hãy ghi mục tiêu của thỏa thuận.
console-agreement-end-wrong = Ngày kết thúc phải từ ngày bắt đầu trở đi.
console-agreement-created = Đã lưu bản nháp. Bấm “Cho có hiệu lực” khi hai bên đã ký.
console-agreement-activate = Cho có hiệu lực
console-agreement-end = Kết thúc thỏa thuận
console-agreement-end-confirm = Thỏa thuận với { $name } sẽ kết thúc và không còn trên trang công khai. Không mở lại được; muốn tiếp tục thì lập thỏa thuận mới.
console-agreement-now-active = Thỏa thuận đã có hiệu lực.
console-agreement-now-ended = Thỏa thuận đã kết thúc.
console-agreement-wrong-state = Thỏa thuận không còn ở bước này. Hãy xem lại tình trạng.
console-no-agreement = Không có thỏa thuận này.
console-organisation-public = Trang công khai của đơn vị
agreement-kind = { $kind ->
        [curricula] cải tiến chương trình học bằng công cụ số
        [resources] phát triển học liệu
        [scholarships] tài trợ học bổng
       *[places] nhận người học đến thực tập, làm dự án thật
    }
agreement-status = { $status ->
        [draft] bản nháp
        [active] đang có hiệu lực
       *[ended] đã kết thúc
    }
agreement-period = từ { $from } đến { $until }
agreement-period-open = từ { $from }
agreement-goal = Mục tiêu
agreement-organisation-gives = Đơn vị góp
agreement-city-gives = Thành phố góp
agreement-with-city = Thỏa thuận với thành phố
agreement-sample = Thỏa thuận mẫu để xem thử, không có thật.
agreement-figures = Đã làm được
agreement-figures-what = Khóa, học bổng, chỗ thực tập: đang mở hôm nay. Hội thảo và người học: tính từ ngày thỏa thuận bắt đầu. Dữ liệu mẫu không tính. Nhóm người dưới 5 không ghi số.
agreement-figure = Việc
agreement-figure-count = Số
agreement-figure-few = dưới { $count }
agreement-figure-name = { $figure ->
        [courses] Khóa học đang mở
        [confirmed] Khóa mới xác nhận còn mở
        [workshops] Buổi hội thảo
        [attended] Lượt người đến hội thảo
        [scholarships] Học bổng đang nhận hồ sơ
        [scholarshipPlaces] Suất học bổng
        [internships] Nơi nhận thực tập
        [internshipPlaces] Chỗ thực tập
        [placesGiven] Suất và chỗ đã trao
       *[learners] Người học đã đến
    }
organisation-kind = { $kind ->
        [university] Trường đại học
        [training_centre] Trung tâm đào tạo
        [company] Công ty
        [business] Doanh nghiệp
        [non_profit] Tổ chức phi lợi nhuận
        [library] Thư viện
       *[public] Cơ quan nhà nước
    }
organisation-sample = Đơn vị mẫu để xem thử, không có thật.
organisation-go = Trang của đơn vị
organisation-courses = Khóa học
organisation-workshops = Hội thảo sắp tới
organisation-scholarships = Học bổng
organisation-internships = Thực tập, dự án thật
organisation-deadline = hạn nộp { $date }
organisation-gone = Mình không tìm thấy đơn vị này. Bạn muốn học gì, mình tìm khóa cho bạn nhé.
organisation-no-courses = Hiện đơn vị này chưa có khóa nào đang mở.
organisation-courses-here = Vài khóa của đơn vị này:
partners-title = Các đơn vị đang cùng thành phố lo việc học:
partners-line = • { $name }: { $kind }
partners-none = Hiện chưa có đơn vị đối tác nào được công bố. Bạn muốn học gì, mình tìm khóa cho bạn nhé.
help-doitac = /doitac – các đơn vị đối tác của thành phố
console-gaps-short = Câu hỏi mở
console-gaps = Câu hỏi chưa có lời đáp
console-gaps-what = Người học đã hỏi những câu này mà chưa bài nào trả lời. Không ghi ai hỏi; số điện thoại, địa chỉ và giấy tờ đã được che. Viết bài hoặc bổ sung bài rồi thì bấm “Đã có bài”.
console-gaps-open = Xem những câu còn chờ
console-gaps-closed = Xem những câu đã có bài
console-gaps-none = Chưa có câu nào chờ.
console-gaps-none-closed = Chưa có câu nào được đánh dấu đã có bài.
console-gap-question = Câu hỏi
console-gap-lesson = Hỏi trong bài
console-gap-times = Số lần
console-gap-last = Lần cuối
console-gap-close = Đã có bài
console-gap-open = Mở lại
console-gap-now-closed = Đã ghi là có bài. Có người hỏi lại mà vẫn không có lời đáp thì câu này tự mở ra.
console-gap-now-open = Câu hỏi đã mở lại.
console-no-gap = Không có câu hỏi này.
console-did-close-gap = ghi một câu hỏi là đã có bài
console-did-open-gap = mở lại một câu hỏi chưa có lời đáp
console-subject-gap = Câu hỏi số { $id }

console-help-lines = Đường dây trợ giúp
console-help-lines-what = Ai nhắn lời cho thấy mình đang gặp nguy thì nhận ngay những số này. Hãy tự gọi thử từng số trước khi cho hiện, và gọi lại ít nhất mỗi { $days } ngày.
console-help-lines-none = Không có số nào đang hiện cho: { $for }. Trong lúc đó người gặp nguy được đưa 115, 111 và 113.
console-help-lines-preview = Người dân đang nhận được gì
console-help-lines-preview-what = Đúng từng chữ, theo các số đang hiện.
console-help-lines-due = Đường dây cần gọi thử
console-help-lines-due-what = Chưa ai gọi thử, hoặc đã lâu chưa gọi lại.
console-help-line-add = Thêm đường dây
console-help-line-add-what = Số mới được ghi ở dạng ẩn. Gọi thử xong, bấm “Cho hiện”.
console-help-line-edit = Sửa
console-help-line-edit-what = Người dân thấy lời mới ngay khi lưu. Đổi số thì phải gọi thử lại.
console-help-line-number = Số điện thoại
console-help-line-number-hint = 3 đến 15 chữ số, ví dụ 1900 1267.
console-help-line-number-wrong = Hãy ghi 3 đến 15 chữ số; giữa các nhóm số để một dấu cách.
console-help-line-concerns = Đưa ra khi
console-help-line-name-vi = Tên, tiếng Việt
console-help-line-name-en = Tên, tiếng Anh
console-help-line-name-hint = Đứng ngay sau số, nên viết thường và ngắn: “cấp cứu”.
console-help-line-name-missing = Hãy ghi tên đường dây.
console-help-line-note-vi = Gọi khi nào, có tính cước không, tiếng Việt
console-help-line-note-en = Gọi khi nào, có tính cước không, tiếng Anh
console-help-line-note-hint = Để trống cũng được.
console-help-line-hours-vi = Giờ trực, tiếng Việt
console-help-line-hours-en = Giờ trực, tiếng Anh
console-help-line-hours-hint = Ví dụ “ngày đêm”. Không chắc thì để trống.
console-help-line-long = Dài quá. Người đang gặp nguy chỉ đọc được lời ngắn.
console-help-line-taken = Số này đã có trong danh sách, cho cùng trường hợp.
console-help-line-too-many = Đang hiện { $most } số rồi. Hãy ẩn bớt một số trước.
console-help-line-added = Đã ghi, còn đang ẩn. Gọi thử xong thì bấm “Cho hiện”.
console-help-line-saved = Đã lưu. Người dân thấy lời mới từ bây giờ.
console-help-line-renumbered = Đã lưu số mới. Hãy gọi thử số này.
console-help-line-shown = Số này đang hiện cho người dân.
console-help-line-hidden = Đã ẩn. Muốn hiện lại, bấm “Cho hiện”.
console-help-line-moved = Đã đổi thứ tự.
console-help-line-verified = Đã ghi là gọi thử hôm nay.
console-help-line-is-shown = Đang hiện
console-help-line-is-hidden = Đang ẩn
console-help-line-for = { $danger ->
        [suicide] đưa ra khi có lời muốn chết, tự làm hại mình
        [violence] đưa ra khi có người bị đánh đập, xâm hại
       *[both] đưa ra trong mọi trường hợp
    }
console-help-line-never = Chưa ai gọi thử số này.
console-help-line-old = Gọi thử lần cuối ngày { $date }, đã lâu rồi. Hãy gọi lại.
console-help-line-checked = Gọi thử lần cuối ngày { $date }.
console-help-line-verify = Đã gọi thử hôm nay
console-help-line-show = Cho hiện
console-help-line-hide = Ẩn đi
console-help-line-up = Đưa lên
console-help-line-down = Đưa xuống
console-help-line-last = “{ $line }” là số cuối cùng còn hiện cho: { $for }. Ẩn đi thì người gặp nguy chỉ được đưa 115, 111 và 113.
console-no-help-line = Không có đường dây này.
console-danger = { $danger ->
        [suicide] muốn chết, tự làm hại mình
        [violence] bị đánh đập, xâm hại
       *[both] cả hai trường hợp
    }
console-did-help-add = thêm một đường dây trợ giúp
console-did-help-edit = sửa một đường dây trợ giúp
console-did-help-hide = ẩn một đường dây trợ giúp
console-did-help-move = đổi thứ tự đường dây trợ giúp
console-did-help-show = cho hiện một đường dây trợ giúp
console-did-help-verify = ghi là đã gọi thử một đường dây trợ giúp
console-subject-help-line = Đường dây số { $id }
console-certificates = Chứng nhận
console-certificates-what = Giấy chứng nhận học xong một chuỗi bài. Nhập mã trên giấy để xem và thu hồi.
console-certificate-code = Mã trên giấy
console-certificate = Giấy chứng nhận { $code }
console-no-certificate = Không có giấy chứng nhận học xong nào mang mã này. Hãy xem lại từng ký tự.
console-certificate-track = { $title }, { $lessons } bài
console-certificate-finished = Học xong: { $time }
console-certificate-issued = Cấp: { $time }
console-certificate-public = Trang kiểm tra công khai
console-certificate-withdrawn = { $by ->
        [learner] Người học đã thu hồi: { $time }.
       *[staff] Nhân viên đã thu hồi: { $time }.
    }
console-certificate-reason = Lý do: { $reason }.
console-certificate-withdraw = Thu hồi giấy này
console-certificate-withdraw-confirm = Thu hồi giấy chứng nhận { $code }? Lý do: { $reason }. Trang công khai sẽ ghi giấy không còn giá trị kèm lý do, và tên trên giấy bị xóa. Không lấy lại được.
console-certificate-is-withdrawn = Giấy này đã thu hồi trước rồi.
console-certificate-now-withdrawn = Đã thu hồi giấy chứng nhận. Trang công khai đã ghi điều đó.
console-withdrawal-reason = Lý do thu hồi
console-withdrawal-hint = Ai có mã cũng đọc được lý do này trên trang công khai.
console-withdrawal-choose = Chọn lý do
console-withdrawal-reason-missing = Hãy chọn một lý do.
console-withdrawal-mistake = cấp nhầm
console-withdrawal-wrong-person = cấp sai người
console-withdrawal-not-own-work = người đứng tên không tự làm bài
console-withdrawal-asked = người học đề nghị
console-subject-certificate = Giấy chứng nhận số { $id }
track-certificate-page-means = Trang này cho biết mã trên là thật và các bài học đã được học hết, mỗi bài có câu hỏi kiểm tra. Tên do người học tự ghi; Bạn Học không kiểm tra giấy tờ.
notebook-none = Thành phố chưa có bộ tiêu chí nào ở đây.
notebook-title = Sổ học tập: { $title }
notebook-sample = Đây là bộ tiêu chí mẫu để dùng thử, không phải bộ tiêu chí chính thức.
notebook-met = Ở đây thấy được { $met } trên { $of } tiêu chí.
notebook-line = { $number }. { $title }: { $state }
notebook-state-met = đã đạt
notebook-state-open = { $have }/{ $need }
notebook-state-partly = { $met }/{ $of } phần
notebook-elsewhere = Sổ chỉ biết việc học trên Bạn Học. Tiêu chí chưa đạt nghĩa là chưa thấy ở đây, không phải là bạn chưa học.
notebook-not-met = Chưa đạt nghĩa là chưa thấy ở đây; việc học ở nơi khác sổ này không biết.
notebook-kind = { $kind ->
        [lesson_completed] Bài đã học xong
        [track_completed] Chuỗi bài đã học xong
        [items_mastered] Câu đã nắm vững
        [workshop_attended] Buổi hội thảo đã dự
        [course_finished] Khóa học đã học xong (theo lời bạn)
        [certificate_earned] Giấy chứng nhận
        [selftest_taken] Lần tự đánh giá
       *[days_learning] Ngày có học
    }
notebook-rule = – { $what }{ $domain ->
        [0] { "" }
        [1] , thuộc miền “Khai thác dữ liệu và thông tin” của khung năng lực số
        [2] , thuộc miền “Giao tiếp và hợp tác trong môi trường số” của khung năng lực số
        [3] , thuộc miền “Sáng tạo nội dung số” của khung năng lực số
        [4] , thuộc miền “An toàn” của khung năng lực số
        [5] , thuộc miền “Giải quyết vấn đề” của khung năng lực số
       *[6] , thuộc miền “Ứng dụng trí tuệ nhân tạo” của khung năng lực số
    }{ $days ->
        [0] { "" }
       *[other] , trong { $days } ngày qua
    }: { $state ->
        [more] { $have } (cần { $need })
       *[open] { $have }/{ $need }
    }
notebook-evidence = • { $title } ({ $day })
notebook-more = • và { $count } mục khác
choice-notebook-criterion = { $title }
choice-notebook-page = Mở trang để in
choice-notebook-back = Cả sổ học tập
choice-notebook-courses = Khóa của bạn
choice-notebook-selftest = Tự đánh giá
notebook-page-title = Sổ học tập
notebook-page-print = In trang này bằng nút in của trình duyệt. Đường dẫn chỉ mở được trong { $minutes } phút; ai có đường dẫn đều xem được, nên đừng gửi cho người lạ.
notebook-page-day = Tính đến ngày { $day }

### Console: workshops

console-search = Tìm
console-page-before = Trang trước
console-page-after = Trang sau
console-page-of = Trang { $page } trên { $last }
console-form-wrong = Chưa lưu. Hãy xem các mục có lời nhắc bên dưới rồi gửi lại.
console-sample = (mẫu)
console-workshops = Hội thảo
console-workshops-which = Chọn danh sách
console-workshops-upcoming = Sắp tới
console-workshops-past = Đã qua
console-workshops-cancelled = Đã hủy
console-workshops-next = Buổi sắp tới
console-workshops-none-planned = Chưa có buổi nào được lên lịch.
console-workshops-search = Tìm theo tên, đơn vị, địa điểm
console-workshops-none = Không có buổi nào.
console-workshops-none-found = Không có buổi nào khớp. Hãy thử ít chữ hơn.
console-no-workshop = Không có buổi này, hoặc buổi này không thuộc đơn vị của bạn.
console-workshop = Buổi
console-workshop-when = Thời gian
console-workshop-where = Địa điểm
console-workshop-new = Tạo buổi mới
console-workshop-create = Tạo buổi
console-workshop-edit = Sửa
console-workshop-copy = Tạo buổi tương tự
console-workshop-announce = Soạn thông báo
console-workshop-public = Trang công khai
console-workshop-in-series = Thuộc một chuỗi buổi lặp lại
console-workshop-title = Tên buổi
console-workshop-description = Nội dung
console-workshop-description-hint = Học được gì, cần mang gì. Người dân đọc đoạn này.
console-workshop-day = Ngày
console-workshop-starts = Bắt đầu
console-workshop-ends = Kết thúc
console-workshop-last-day = Ngày kết thúc, nếu khác
console-workshop-place = Nơi tổ chức
console-workshop-place-hint = Tên nơi và địa chỉ, như người dân vẫn gọi. Buổi trên mạng có thể để trống.
console-workshop-ward = Phường, xã, đặc khu
console-workshop-ward-hint = Gõ vài chữ rồi chọn trong danh sách gợi ý.
console-workshop-link = Đường dẫn tham gia trên mạng
console-workshop-link-hint = Bắt đầu bằng https://. Để trống nếu chỉ gặp trực tiếp.
console-workshop-capacity = Số chỗ
console-workshop-capacity-hint = Để trống nếu không giới hạn.
console-workshop-capacity-held = Để trống nếu không giới hạn. Đã có { $held } người có chỗ hoặc đang được giữ chỗ: không đặt thấp hơn được.
console-workshop-organisation = Đơn vị tổ chức
console-workshop-topics = Chủ đề
console-workshop-topics-hint = Cách nhau bằng dấu phẩy, ví dụ: điện thoại, an toàn mạng.
console-workshop-audience = Dành cho
console-workshop-wheelchair = Lối đi cho xe lăn
console-workshop-wheelchair-yes = có lối đi
console-workshop-wheelchair-no = chưa có
console-workshop-language = Ngôn ngữ
console-workshop-not-known = chưa rõ
console-workshop-repeat = Lặp lại
console-workshop-repeat-hint = Mỗi buổi trong chuỗi có số chỗ và danh sách riêng. Các ngày hiện ra để bạn xem trước khi lưu.
console-workshop-repeat-it = Lặp lại buổi này
console-workshop-once = chỉ một buổi
console-workshop-every-week = mỗi tuần
console-workshop-every-two-weeks = hai tuần một lần
console-workshop-every-four-weeks = bốn tuần một lần
console-workshop-every-month = mỗi tháng, cùng ngày
console-workshop-times = Tổng số buổi (2 đến 53)
console-workshop-until = Hoặc đến hết ngày
console-workshop-series = Xem các ngày
console-workshop-series-show = Xem các ngày
console-workshop-series-confirm = “{ $title }” sẽ có { $count } buổi:
console-workshop-series-create = Tạo { $count } buổi
console-workshop-created = Đã tạo buổi này. Người dân tìm thấy được ngay.
console-workshops-created = Đã tạo { $count } buổi.
console-workshop-scope = Sửa cho
console-workshop-scope-one = chỉ buổi này
console-workshop-scope-following = buổi này và các buổi sau trong chuỗi
console-workshop-will-tell = { $count } người đã đăng ký sẽ được báo nếu bạn đổi ngày giờ, địa điểm hoặc đường dẫn.
console-workshop-tell-confirm = Bạn đổi thời gian hoặc địa điểm. { $count } người đã đăng ký sẽ được báo ngay khi có thể nhắn. Lưu chứ?
console-workshop-tell-confirm-series = Bạn đổi thời gian hoặc địa điểm của buổi này và các buổi sau. { $count } người đã đăng ký buổi này và mọi người của các buổi sau sẽ được báo. Lưu chứ?
console-workshop-before = Trước:
console-workshop-after = Sau:
console-workshop-saved-told = Đã lưu. { $count } người đã đăng ký sẽ được báo.
console-workshops-saved-some = Đã sửa { $done } buổi. { $refused } buổi giữ nguyên vì đã có nhiều người đăng ký hơn số chỗ mới, hoặc đã hủy.
console-workshop-changed-meanwhile = Đồng nghiệp vừa sửa buổi này. Hãy mở lại trang sửa để không ghi đè.
console-workshop-is-cancelled = Buổi này đã hủy, không sửa được nữa. Bạn có thể tạo buổi tương tự.
console-workshop-is-over = Buổi này đã xong, không hủy được nữa.
console-workshop-repeats-already = Buổi này đã thuộc một chuỗi hoặc đã hủy. Hãy tạo buổi tương tự rồi lặp lại buổi đó.
console-workshop-cancel = Hủy buổi này
console-workshop-cancel-confirm = { $count } người đã đăng ký sẽ được báo. Hủy rồi thì không khôi phục được.
console-workshop-cancel-reason = Lý do
console-workshop-cancel-reason-hint = Người dân đọc được lý do này. Có thể để trống.
console-workshop-cancelled = Đã hủy. { $count } người sẽ được báo.
console-workshop-too-long = Dài quá. Hãy viết ngắn lại.
console-workshop-no-title = Hãy ghi tên buổi.
console-workshop-day-wrong = Hãy chọn một ngày có thật.
console-workshop-time-wrong = Hãy ghi giờ như 08:30.
console-workshop-end-wrong = Giờ kết thúc phải sau giờ bắt đầu.
console-workshop-past = Ngày giờ này đã qua. Hãy chọn ngày sắp tới.
console-workshop-ward-wrong = Không có phường, xã hay đặc khu này ở TP.HCM. Hãy ghi tên sau sáp nhập, chọn trong gợi ý.
console-workshop-ward-unclear = Có nhiều nơi giống tên này. Hãy ghi đủ dấu, chọn trong gợi ý.
console-workshop-no-place = Hãy ghi nơi tổ chức, hoặc đường dẫn tham gia trên mạng.
console-workshop-link-wrong = Đường dẫn phải bắt đầu bằng https:// hoặc http://.
console-workshop-capacity-wrong = Hãy ghi một số từ 0 đến 100000, hoặc để trống.
console-workshop-capacity-below = Đã có nhiều người có chỗ hơn số này. Hãy ghi số lớn hơn.
console-workshop-times-wrong = Hãy ghi số buổi từ 2 đến 53, hoặc chọn ngày cuối.
console-registrations = Người đăng ký
console-registrations-none = Chưa có ai đăng ký.
console-registrations-none-found = Không có ai khớp.
console-registrations-file = Tải danh sách dạng CSV
console-registered-at = Đăng ký lúc
console-came-at = Đến lúc
console-code = Mã điểm danh
console-needs = Cần hỗ trợ
console-waiting-place = Thứ tự chờ
console-offer-until = Giữ chỗ đến
console-guest-name = Tên ghi tại cửa
console-seats = Đã giữ chỗ
console-seats-left = Còn trống
console-seats-offered = Đang mời
console-seats-waiting = Đang chờ
console-seats-came = Đã đến
console-seats-walk-ins = Không đăng ký trước
console-seat-state = Tình trạng
console-seat-taken = có chỗ
console-seat-offered = đang được mời
console-seat-offered-until = được mời, giữ chỗ đến { $time }
console-seat-waiting = đang chờ
console-seat-waiting-place = đang chờ, thứ { $place }
console-seat-cancelled = đã hủy
console-seat-declined = từ chối lời mời
console-seat-expired = hết giờ giữ chỗ
console-seat-came = đã đến
console-seat-walk-in = khách không đăng ký
console-seat-walk-in-named = khách không đăng ký: { $name }
console-need-wheelchair = xe lăn
console-need-hearing = nghe kém
console-need-seeing = nhìn kém
console-need-other = khác
console-withdraw = Hủy đăng ký
console-withdraw-confirm = Hủy đăng ký mã { $code } của “{ $title }”? Người này sẽ được báo; chỗ trống được mời cho người chờ lâu nhất.
console-withdrawn = Đã hủy đăng ký mã { $code }; người này sẽ được báo.
console-withdraw-nothing = Đăng ký này đã hủy rồi, hoặc người này đã đến.
console-poster = Mã QR để in
console-poster-scan = Quét mã để xem và đăng ký
console-poster-print = In trang này để dán ở nơi người dân thấy.
console-door = Điểm danh
console-door-code = Mã điểm danh
console-door-check-in = Điểm danh
console-door-came = người đã đến
console-door-came-at = đến lúc { $time }
console-door-seats = người có chỗ
console-door-camera = Quét bằng máy ảnh
console-door-camera-stop = Tắt máy ảnh
console-door-no-camera = Không dùng được máy ảnh. Hãy cho phép trong trình duyệt, hoặc gõ mã.
console-door-guest = Thêm khách không đăng ký
console-door-guest-name = Tên khách (có thể để trống)
console-door-guest-add = Ghi một khách
console-door-problems = Cần xem lại
console-door-search = Tìm theo mã hoặc tên
console-door-no-script = Trình duyệt này không chạy script: gõ mã vẫn điểm danh được khi có mạng.
console-door-in = { $code }: đã điểm danh.
console-door-again = { $code }: đã điểm danh lúc { $time }.
console-door-again-elsewhere = { $code }: máy khác đã điểm danh người này lúc { $time }.
console-door-no-seat = { $code }: người này không có chỗ ({ $state }).
console-door-other = { $code }: mã này là của buổi khác.
console-door-unknown = { $code }: không có mã này. Hãy xem lại từng chữ, hoặc ghi là khách không đăng ký.
console-door-not-a-code = “{ $code }” không phải mã điểm danh. Mã có 6 chữ và số.
console-door-asked = { $code }: chưa có trong danh sách trên máy này, đang hỏi máy chủ.
console-door-walked-in = { $name }: đã ghi.
console-door-undone = { $code }: đã bỏ điểm danh.
console-door-admit = Vẫn cho vào
console-door-dismiss = Bỏ qua
console-door-undo = Bỏ điểm danh
console-door-needs = Cần hỗ trợ: { $needs }
console-door-online = Đang có mạng.
console-door-offline = Mất mạng. Cứ điểm danh tiếp: máy này giữ lại và tự gửi khi có mạng.
console-door-queued = Còn { $count } lượt chờ gửi.
console-door-sign-in = Bạn đã hết phiên đăng nhập. Các lượt điểm danh vẫn được giữ trên máy này; hãy đăng nhập lại rồi mở lại trang này.
console-door-forbidden = Bạn không còn quyền điểm danh buổi này. Các lượt chưa gửi vẫn được giữ trên máy này.
console-door-not-kept = Máy này không cho lưu: đừng đóng trang khi còn lượt chờ gửi.
console-door-waiting-place = thứ { $place }
console-door-more = Còn { $count } người nữa. Hãy tìm theo mã.
console-door-unreadable = Danh sách điểm danh gửi lên không đọc được. Hãy tải lại trang.
console-door-plain-in = { $code }: đã điểm danh.
console-door-plain-again = { $code }: người này đã điểm danh trước đó.
console-door-plain-no-seat = { $code }: người này không có chỗ.
console-did-workshop-withdraw = hủy đăng ký giúp người khác

announcement-test = Đây là bản gửi thử, chỉ mình bạn thấy:
announcement-test-gone = Mã gửi thử không đúng hoặc đã hết hạn. Cán bộ lấy mã mới ở trang thông báo nhé.
announcement-test-pressed = Nút này chạy được. Đây là bản thử nên mình không ghi gì cả; người nhận thật bấm thì mới tính.
console-bc-test = Gửi thử cho mình
console-bc-test-how = Mở Bạn Học trên điện thoại của bạn và nhắn dòng này. Bạn sẽ nhận đúng tin mà mọi người sẽ nhận; không ai khác thấy. Mã dùng được ít nhất 30 phút.
console-bc-correct = Đính chính
console-bc-correct-what = Tin đã gửi được sửa lại trên kênh sửa được (Telegram); tin chưa gửi đi với lời mới. Nút bấm giữ nguyên.
console-bc-correct-save = Đính chính tin đã gửi
console-bc-correct-confirm = { $count } tin đã gửi sẽ được sửa lại ở nơi sửa được. Lời mới không qua duyệt lần nữa và việc này được ghi vào nhật ký.
console-bc-now-corrected = Đang đính chính.
console-bc-recall = Thu hồi
console-bc-recall-confirm = Phần chưa gửi dừng hẳn. { $count } tin đã gửi được xóa trên Telegram trong 48 giờ, quá hạn thì thay bằng lời báo đã thu hồi. Tin trên Zalo không lấy lại được. Không hoàn lại được việc này.
console-bc-now-recalled = Đang thu hồi.
console-bc-retry = Gửi lại tin lỗi
console-bc-now-retried = Đang gửi lại các tin lỗi. Ai đã nhận thì không nhận lần nữa.
console-bc-receipt = Biên nhận
console-bc-see-receipt = Xem biên nhận chi tiết
console-bc-replies = Câu hỏi của người nhận nằm trong hộp thư
console-bc-outcomes = Kết quả theo lý do
console-bc-outcome = Kết quả
console-bc-channel = Kênh
console-bc-people = Số người
console-bc-by-person = Từng người nhận
console-bc-nameless = Mỗi dòng là một người, chỉ có mã, không có tên.
console-bc-person = Mã
console-bc-rows-gone = Không có dòng nào. Chi tiết được xóa sau một thời gian; các con số tổng vẫn giữ.
console-bc-first-people = Về đầu
console-bc-more-people = Người tiếp theo
console-bc-file = Tải về dạng CSV
console-bc-told-sent = Tin đã tới { $count } trên { $of } người.
console-bc-told-pending = { $count } người còn chờ.
console-bc-told-blocked = { $count } người đã chặn bot nên không nhận được.
console-bc-told-failed = { $count } tin bị lỗi; có thể gửi lại.
console-bc-told-unconfirmed = { $count } tin chưa rõ đã tới hay chưa và không được gửi lại, để không ai nhận hai lần.
console-bc-told-skipped = { $count } người được bỏ qua vì đã rút đồng ý, đã đủ số thông báo trong ngày, hoặc vì hết hạn hay bị hủy.
console-bc-changes = Đính chính và thu hồi
console-bc-correct-made = Đính chính lúc { $time }:
console-bc-recall-made = Thu hồi lúc { $time }:
console-bc-change-figures = { $changed } trên { $messages } tin đã đổi, { $pending } còn chờ, { $failed } không đổi được.
console-bc-emergency-why = Lý do khẩn cấp
console-bc-emergency-why-missing = Hãy chọn lý do: người duyệt và nhật ký cần biết.
console-bc-emergency-reason = { $reason ->
        [safety] an toàn của người dân
        [weather] thời tiết, thiên tai
        [last_minute] đổi hoặc hủy lịch sát giờ
       *[other] việc gấp khác
    }
console-bc-return-word = Lời nhắn cho người soạn (cần sửa gì)
console-bc-returned-word = Được trả lại để sửa: “{ $word }”



# Trang nhập danh mục của nhân sự
console-imports = Nhập danh mục
console-imports-intro = Gửi một bảng (Excel, CSV hoặc JSON). Chương trình kiểm tra từng dòng và cho xem trước; chưa có gì thay đổi cho đến khi bạn bấm “Nhập”.
console-imports-partners = Đơn vị đối tác tự nhập mục của mình khi đăng nhập; dòng của đơn vị khác bị từ chối.
console-import-reports = Các lần nhập đã đổi gì
console-import-reports-intro = Mỗi lần nhập khóa học: khóa nào mới, khóa nào đổi và đổi gì. Mỗi nguồn giữ 20 lần gần nhất.
console-import-reports-none = Chưa có lần nhập khóa học nào.
console-import-report = Những gì đã thay đổi
console-import-report-gone = Không còn báo cáo này; mỗi nguồn chỉ giữ 20 lần nhập gần nhất.
console-import-report-open = Lần nhập này đang chạy hoặc bị ngắt giữa chừng. Những dòng dưới đây đã được ghi.
console-import-report-partial = Tệp này không chắc là cả danh sách của nguồn, nên không kết luận khóa nào không còn đăng.
console-import-report-none = Không có thay đổi nào như vậy.
console-import-report-more = Và { NUMBER($count) } thay đổi nữa, chỉ được đếm.
console-import-report-first = Về đầu danh sách
console-import-report-next = Xem tiếp
console-import-report-file = Tải các thay đổi (CSV)
console-import-change = { $change ->
        [added] Mới
        [changed] Đổi
        [relisted] Đăng lại
       *[missing] Không còn đăng
    }
console-import-change-kind = Loại thay đổi
console-import-change-all = Tất cả
console-import-change-words = Tên hoặc mã khóa
console-import-field = { $field ->
        [title] Tên khóa
        [price_vnd] Học phí
        [starts_on] Khai giảng
        [ends_on] Kết thúc
        [provider] Đơn vị
        [platform] Nền tảng
        [schedule] Lịch học
        [mode] Hình thức
        [ward] Phường, xã
        [address] Địa chỉ
        [url] Trang
        [seats] Số chỗ
        [duration_hours] Số giờ
        [level] Trình độ
        [language] Ngôn ngữ
        [topics] Chủ đề
        [skills] Kỹ năng
        [audience] Đối tượng
        [certificate] Chứng nhận
        [low_data] Ít dữ liệu mạng
        [wheelchair] Xe lăn
        [reviewed_on] Xem lại nội dung
       *[description] Mô tả
    }
console-imports-recent = Những lần nhập gần đây
console-imports-none = Chưa có lần nhập nào.
console-imports-all = Mọi lần nhập
console-import-kind = Loại
console-import-kind-courses = Khóa học
console-import-kind-workshops = Hội thảo, buổi học
console-import-kind-occupations = Nghề và kỹ năng cần có
console-import-kind-demand = Nhu cầu tuyển dụng theo kỹ năng
console-import-kind-scholarships = Học bổng
console-import-kind-internships = Thực tập, dự án thật
console-import-kind-places = Điểm học tập, điểm hỗ trợ
console-import-kind-organisations = Đơn vị, tổ chức
console-import-kind-history = Số liệu các năm trước
console-import-templates = Tệp mẫu để điền
console-import-templates-hint = Tệp trống có đúng tên các cột. Tệp ví dụ có sẵn vài dòng bịa để xem cách ghi; đừng nhập nó như dữ liệu thật.
console-import-template-blank = Tệp trống
console-import-template-example = Tệp ví dụ
console-import-source = Nguồn
console-import-source-hint = Tên nơi giữ bảng này, ví dụ “ttgdtx-quan-go-vap”. Lần sau nhập cùng nguồn thì dòng cũ được cập nhật. Để trống: lấy tên tệp.
console-import-sheet = Trang tính
console-import-sheet-hint = Chỉ dùng với Excel. Để trống: lấy trang đầu tiên.
console-import-file = Tệp
console-import-file-hint = Kéo tệp thả vào ô này hoặc bấm để chọn. Excel .xlsx, CSV, JSON; tối đa { $megabytes } MB.
console-import-check = Kiểm tra và xem trước
console-import-empty = Tệp trống. Hãy chọn tệp khác.
console-no-file = Chưa chọn tệp. Hãy quay lại và chọn một tệp.
console-file-too-large = Tệp lớn quá { $megabytes } MB. Hãy chia nhỏ rồi gửi từng phần, hoặc nhờ người quản trị máy chủ nhập bằng lệnh.
console-import-gone = Không còn tệp này: tệp được xóa một giờ sau lần dùng cuối. Hãy gửi lại tệp.
console-import-of = { $kind }, nguồn “{ $source }”
console-import-checking = Đang kiểm tra…
console-import-writing = Đang nhập…
console-import-progress = { $percent }%, { NUMBER($rows) } dòng
console-import-may-leave = Bạn có thể rời trang này và quay lại sau; việc vẫn chạy tiếp, kể cả khi máy chủ khởi động lại.
console-import-look-again = Xem đến đâu rồi
console-import-refused = Không dùng được tệp này.
console-import-another = Nhập tệp khác
console-import-done = Đã nhập xong.
console-import-replaced = { NUMBER($count) } mục dữ liệu mẫu đã được thay bằng dữ liệu thật.
console-import-will-replace = { NUMBER($count) } mục dữ liệu mẫu sẽ biến mất khi nhập: đã có dữ liệu thật.
console-import-broke-off = Lần nhập vừa rồi bị ngắt: { $problem }. Những gì đã ghi vẫn còn; hãy bấm lại để nhập nốt.
console-import-checked = Đọc { NUMBER($read) } dòng: { NUMBER($good) } dòng dùng được, { NUMBER($bad) } dòng sai.
console-import-new = Mới
console-import-changed = Cập nhật
console-import-same = Giữ nguyên
console-import-bad = Sai
console-import-skipped = Bỏ qua
console-import-start = Nhập { NUMBER($count) } dòng
console-import-start-skipping = Bỏ qua { NUMBER($bad) } dòng sai, nhập { NUMBER($good) } dòng
console-import-or-repair = Hoặc sửa các dòng sai trong tệp của bạn rồi gửi lại.
console-import-discard = Bỏ tệp này
console-import-discarded = Đã bỏ tệp. Không có gì thay đổi.
console-import-under-way = Tệp đang được nhập nên chưa bỏ được. Hãy đợi nhập xong.
console-import-not-ready = Tệp chưa kiểm tra xong nên chưa nhập được. Hãy đợi một chút.
console-import-kept = Tệp được giữ một giờ sau lần dùng cuối rồi tự xóa.
console-import-problems = Những dòng sai
console-import-row = Dòng
console-import-column = Cột
console-import-value = Giá trị
console-import-remedy = Sai gì, sửa thế nào
console-import-more = Đây là { NUMBER($shown) } trong số { NUMBER($count) } lỗi.
console-import-errors-file = Tải bảng lỗi (CSV)
console-import-columns = Các cột: hiểu { $used }, bỏ qua { $ignored }
console-import-columns-caption = Các cột được hiểu thế nào
console-import-theirs = Cột trong tệp
console-import-ours = Hiểu là
console-import-ignored = bỏ qua
console-import-first = Vài dòng đầu sẽ như thế này
console-area-import = Nhập danh mục
console-did-import = nhập xong
console-did-import-start = bấm nhập
console-did-import-upload = gửi tệp để nhập
console-feeds = Nhập tự động
console-feeds-short = những địa chỉ được xem lại mỗi ngày một lần.
console-feeds-what = Mỗi địa chỉ được tải về mỗi ngày một lần và nhập như một tệp. Mục không còn trong danh sách được đếm và, nếu bạn muốn, đánh dấu là chưa xác nhận; không mục nào bị xóa.
console-feeds-none = Chưa có địa chỉ nào.
console-feeds-trouble = Nhập tự động gặp trục trặc
console-feed = Nhập tự động
console-feed-add = Thêm địa chỉ
console-feed-state = Lần gần nhất
console-feed-last = Lúc
console-feed-next = Lần tới
console-feed-soon = trong ít giây nữa
console-feed-running = Đang tải và nhập
console-feed-paused = Đang tạm dừng
console-feed-outcome = { $outcome ->
    [imported] Đã nhập
    [unchanged] Tệp không đổi
    [refused] Tệp có dòng sai
    [failed] Không tải được
   *[none] Chưa tải lần nào
  }
console-feed-url = Địa chỉ của tệp
console-feed-url-hint = Bắt đầu bằng https://, dẫn thẳng tới tệp CSV, Excel .xlsx hoặc JSON, tối đa 50 MB. Bảng tính trên mạng: dùng địa chỉ xuất ra CSV.
console-feed-url-wrong = Hãy ghi địa chỉ bắt đầu bằng https://.
console-feed-source-hint = Tên nơi giữ bảng này. Mỗi nguồn có một địa chỉ cho mỗi loại.
console-feed-source-wrong = Hãy ghi tên nguồn, tối đa 100 chữ.
console-feed-hour = Giờ tải mỗi ngày
console-feed-hour-hint = Từ 0 đến 23, giờ thành phố. Nên chọn lúc vắng như 4 giờ.
console-feed-hour-wrong = Hãy ghi một số từ 0 đến 23.
console-feed-skips-bad = Bỏ qua dòng sai, nhập các dòng đúng
console-feed-marks-missing = Đánh dấu chưa xác nhận khi mục không còn trong danh sách
console-feed-marks-missing-hint = Nếu hơn một nửa biến mất cùng lúc thì không đánh dấu gì và báo ở đây: có thể tệp bị thiếu.
console-feed-mapping = Ánh xạ cột (JSON)
console-feed-mapping-hint = Chỉ cần khi tên cột khác lạ, như tệp của --map. Để trống: hiểu theo tên cột.
console-feed-yes = Có
console-feed-no = Không
console-feed-sync = Tải ngay
console-feed-pause = Tạm dừng
console-feed-resume = Chạy tiếp
console-feed-remove = Bỏ địa chỉ này
console-feed-remove-what = Địa chỉ của nguồn “{ $source }” sẽ không được tải nữa. Những mục đã nhập vẫn còn.
console-feed-added = Đã thêm. Tệp được tải trong ít giây nữa.
console-feed-saved = Đã lưu. Tệp được tải lại trong ít giây nữa.
console-feed-asked = Tệp được tải trong ít giây nữa.
console-feed-paused-told = Đã tạm dừng.
console-feed-resumed = Chạy tiếp; tệp được tải trong ít giây nữa.
console-feed-removed = Đã bỏ địa chỉ. Những mục đã nhập vẫn còn.
console-feed-failures = Đã { $count } lần liền; lần tới chờ lâu hơn.
console-feed-result = Lần nhập gần nhất: đọc { NUMBER($read) } dòng, mới { NUMBER($created) }, cập nhật { NUMBER($updated) }, giữ nguyên { NUMBER($same) }, bỏ qua { NUMBER($skipped) }.
console-feed-missing = { NUMBER($count) } mục của nguồn này không còn trong danh sách.
console-no-feed = Không có địa chỉ này; có thể ai đó đã bỏ.
console-did-feed-add = thêm địa chỉ nhập tự động
console-did-feed-edit = sửa địa chỉ nhập tự động
console-did-feed-pause = tạm dừng nhập tự động
console-did-feed-remove = bỏ địa chỉ nhập tự động
console-did-feed-resume = cho nhập tự động chạy tiếp
console-did-feed-sync = bấm tải ngay
console-subject-feed = Địa chỉ nhập số { $id }

ticket-page-title = Mã vào cửa
ticket-page-show = Đưa mã này cho người điểm danh ở cửa:
ticket-page-none = Đăng ký này hiện không có chỗ, nên chưa có mã vào cửa.
choice-workshop-ticket = Mã QR vào cửa
# Lỗi của API: trường nào, cần ghi gì
api-problem-missing = còn thiếu, hãy ghi thêm
api-problem-type = phải là { $expected ->
    [string] một chuỗi chữ trong dấu ngoặc kép
    [number] một số
    [int] một số nguyên
    [boolean] true hoặc false
    [array] một danh sách trong ngoặc vuông
    [object] một đối tượng JSON trong ngoặc nhọn
   *[other] { $expected }
  }
api-problem-big = { $of ->
    [string] dài nhất là { $most } ký tự
    [array] nhiều nhất là { $most } mục
   *[other] lớn nhất là { $most }
  }
api-problem-small = { $of ->
    [string] ngắn nhất là { $least } ký tự
    [array] ít nhất là { $least } mục
   *[other] nhỏ nhất là { $least }
  }
api-problem-value = phải là một trong các giá trị: { $values }
api-problem-unknown = không có trường tên { $fields }; hãy bỏ hoặc sửa tên trường
api-problem-format = viết chưa đúng dạng; hãy xem mô tả ở /api/v1/openapi.json
api-problem-url = phải là địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://, không có khoảng trắng, tên người dùng hay mật khẩu
api-problem-words = phải có chữ hoặc số, dài nhất là { $most } ký tự, không có ký tự điều khiển hay dấu đổi chiều chữ
api-problem-audience = hãy ghi all là true, hoặc ít nhất một trong wards, topics, channels, languages, roles, active_within_days
api-problem-id = phải bắt đầu bằng chữ hoặc số, chỉ gồm chữ, số và các dấu . _ : -, dài nhất 120 ký tự
api-problem-request = chỉ gồm chữ không dấu, chữ số và dấu câu, không có khoảng trắng, dài từ 1 đến 100 ký tự
api-problem-position = latitude và longitude phải có cả hai, hoặc không có cái nào
api-problem-digits = chỉ gồm chữ số
api-problem-telephone = phải là số điện thoại có 3 đến 15 chữ số, giữa các nhóm số để dấu cách
api-problem-json = không phải JSON; hãy kiểm tra dấu ngoặc, dấu phẩy và bảng mã UTF-8

# Questions to the tutor
help-hoi = /hoi – hỏi điều bạn chưa rõ; mình trả lời bằng lời trong bài học
tutor-ask = Bạn muốn hỏi điều gì? Cứ gõ câu hỏi, mình tìm trong các bài học.
tutor-quote = 📘 Trích từ bài học “{ $title }”:
    “{ $quote }”
tutor-not-here = 📘 Bài này không có câu trả lời. Mình đã ghi câu hỏi lại, không kèm tên bạn, cho người soạn bài. Bạn cần biết ngay thì bấm để hỏi người thật.
tutor-no-lesson = 📘 Các bài học chưa có câu trả lời. Mình đã ghi câu hỏi lại, không kèm tên bạn, cho người soạn bài. Bạn cần biết ngay thì bấm để hỏi người thật.
tutor-thinking = ⏳ Mình đang nghĩ, bạn chờ mình vài giây nhé.
tutor-ai-label = 🤖 AI tạo, có thể sai
tutor-ai-first = Mình là gia sư AI của Bạn Học, không phải người thật. Mình gợi để bạn tự nghĩ ra, không đưa đáp án. Tắt lúc nào cũng được: /ai tat.
tutor-rests-here = 📘 Theo bài này.
tutor-rests = 📘 Theo bài “{ $title }”.
# Why the lessons answer in place of the AI.
tutor-rules-because = { $reason ->
    [busy] Giờ nhiều người hỏi AI cùng lúc nên mình tìm trong bài học cho bạn trước.
    [city] Phần trả lời bằng AI hôm nay đã dùng hết, mai lại có. Mình tìm trong bài học cho bạn.
    [own] Hôm nay bạn đã hỏi AI nhiều rồi, mai hỏi tiếp nhé. Mình tìm trong bài học cho bạn.
    [lesson] Bài này bạn đã hỏi AI nhiều rồi. Mình tìm trong bài học cho bạn.
    [slow] AI nghĩ lâu quá nên mình không chờ nữa. Mình tìm trong bài học cho bạn.
    [unasked] Câu này mình không hỏi AI. Mình tìm trong bài học cho bạn.
    [unfit] Câu AI viết chưa đạt nên mình không gửi. Mình tìm trong bài học cho bạn.
   *[down] AI đang không trả lời được. Mình tìm trong bài học cho bạn.
  }
tutor-withheld = Câu này đụng ngay đáp án, nên mình chưa nói. Bạn thử trước nhé.
tutor-soon = Câu này bài sắp hỏi bạn đấy. Bạn xem tiếp rồi thử trả lời nhé.

# Lessons and reviews
help-bai = /bai – bài học vài phút mỗi ngày; /bai doi – đổi chủ đề
help-on = /on – ôn lại những câu sắp quên
choice-lesson-daily = Học bài 5 phút
choice-lesson = Học bài
choice-lesson-next = Tiếp
choice-lesson-tried = Mình làm rồi, tiếp
choice-lesson-way = { $way ->
        [look] Xem hình
        [do] Làm từng bước
       *[read] Đọc
    }
choice-lesson-hint = Gợi ý
choice-lesson-dont-know = Chưa biết, xem bài
choice-lesson-skip = Bỏ qua, học từ đầu
choice-lesson-same = Đúng ý
choice-lesson-other = Chưa đúng
choice-lesson-feedback = { $feedback ->
        [too_easy] Dễ quá
        [too_hard] Khó quá
        [unclear] Chưa rõ
       *[good] Vừa
    }
choice-lesson-remind = Nhắc mình học
choice-lesson-other-track = Chủ đề khác
choice-lesson-ahead = Học luôn bài sau
choice-lesson-skip-ahead = Thử nhảy bài
choice-lesson-single = Học: { $title }
choice-lesson-track = Học cả chủ đề
choice-lesson-course = Khóa: { $title }
choice-review = Ôn { $count } câu
lesson-for = 👤 { $who } học
lesson-none-yet = Hiện chưa có bài học nào. Bạn nhắn điều muốn học, mình tìm khóa cho bạn nhé.
lesson-choose-track = Mỗi ngày một bài vài phút, học xong dùng được ngay. Bạn muốn học về gì?
lesson-place-intro = “{ $track }”. Ba câu hỏi ngắn để biết nên bắt đầu từ đâu, sai cũng không sao.
lesson-place-right = Đúng rồi.
lesson-place-here = Cảm ơn bạn, phần này mình sẽ học cùng nhau.
lesson-place-from = Mình bắt đầu từ bài { $position } nhé.
lesson-track-known = Bạn đã biết hết các bài của “{ $track }” rồi. Nhắn /bai doi để chọn chủ đề khác nhé.
lesson-in-vietnamese = { "" }
lesson-before = 📘 { $title } ({ $minutes } phút)
    Hỏi trước cho vui, chưa biết cũng không sao:
    .simple = 📘 { $title } ({ $minutes } phút)
        Hỏi trước nhé, chưa biết cũng được:
lesson-type-before = (Bạn gõ câu trả lời, hoặc “không biết” để xem bài.)
lesson-type = (Bạn gõ câu trả lời. Cần thì gõ “gợi ý”.)
lesson-look-together = Cảm ơn bạn. Mình cùng xem bài nhé.
lesson-try = Làm thử ngay
lesson-item-like = Một câu tương tự:
lesson-review = Câu ôn lại từ bài trước:
lesson-question-gone = Câu này không còn trong bài nữa. Mình đi tiếp nhé.
lesson-right = ✔ { $note }
lesson-not-quite = Chưa đúng, nhưng gần thôi. Đọc lại câu hỏi một lần nữa nhé.
lesson-again = Bạn thử lại nhé:
lesson-try-first = Bạn cứ thử một câu trước, đoán cũng được. Rồi mình gợi ý.
lesson-try-again = Bạn thử lại với gợi ý vừa rồi nhé. Chưa ra thì mình gợi ý tiếp.
lesson-compare = Mình chưa chắc câu này. Một câu trả lời tốt là: “{ $answer }”
    Có giống ý bạn không?
lesson-grading = 🤖 Mình nhờ AI đọc câu trả lời này, bạn chờ mình vài giây nhé.
choice-lesson-compare = Mình tự so
# Above what follows from a model's look at an answer.
lesson-ai-graded = 🤖 AI đã đọc câu trả lời này, có thể sai. Bạn không đồng ý thì nhắn “chấm sai rồi”, sẽ có người thật xem lại.
lesson-same = Vậy là đúng ý rồi. { $note }
lesson-other = Không sao, giờ bạn biết rồi. Mình thử một câu tương tự nhé.
lesson-answer = Câu trả lời là: { $answer }
lesson-later = Câu này mai mình hỏi lại, nhớ dần là được.
lesson-hard-again = Câu này lần trước bạn cũng thấy khó, không sao cả.
lesson-person = Có người chỉ tận nơi thì dễ hơn nhiều. Bên dưới là nơi bạn hỏi được.
lesson-hello = Chào bạn, mình là Bạn Học, bạn đồng hành học tập của Thành phố.
lesson-gone = Bài này không còn nữa.
lesson-once-more = Bài này bạn học xong rồi, mình xem lại nhé.
lesson-going-on = Mình học tiếp “{ $title }” từ chỗ bạn dừng.
lesson-stale = Nút này của chỗ cũ rồi. “{ $title }” đang ở đây:
lesson-over = Bài đó đã xong rồi.
lesson-later-said = Được, bạn cứ nghỉ. Khi nào rảnh, nhắn “học tiếp” là mình mở lại đúng chỗ này.
lesson-done = 🎉 Xong bài { $position }/{ $count }!
lesson-next = Bài sau: “{ $title }”, { $when }.
lesson-when = { $date } lúc { $time }
lesson-how-was-it = Bài này với bạn thế nào?
lesson-of-track = Bài này nằm trong chủ đề “{ $track }”. Muốn học tiếp thì còn { $count } bài ngắn nữa.
lesson-track-done = Bạn đã học hết chủ đề “{ $track }”. Các câu hỏi sẽ quay lại đúng lúc sắp quên, bạn nhắn /on để ôn.
lesson-track-finished = Bạn đã học hết “{ $track }”. Chọn chủ đề khác nhé?
lesson-done-today = Hôm nay bạn học xong rồi. Bài sau: “{ $title }”, { $when }.
lesson-feedback-thanks = { $feedback ->
        [too_easy] Cảm ơn bạn, mình ghi lại rồi.
        [too_hard] Cảm ơn bạn đã nói thật.
        [unclear] Cảm ơn bạn đã nói thật.
       *[good] Vui quá! Hẹn bạn bài sau.
    }
lesson-other-way = Bạn thử học lại theo cách khác, hoặc hỏi người thật nhé.
lesson-skip-ahead = Hai bài liền dễ quá. Trả lời đúng một câu là bạn qua thẳng phần sau.
lesson-skip-question = Đúng câu này thì mình bỏ qua các bài trước nó:
review-begin = Có { $count } câu cần ôn.
review-left = Còn { $count } câu.
review-done = Bạn vừa ôn { $count } câu.
review-more = Còn { $count } câu nữa, nghỉ chút rồi ôn tiếp cũng được.
review-next = Câu ôn tiếp theo: { $date }.
review-next-soon = Không còn câu nào hôm nay. Câu nào sắp quên, mình hỏi lại.
review-nothing-yet = Bạn chưa có câu nào để ôn. Học một bài rồi mình ôn cùng nhau nhé.
review-over = Câu đó bạn ôn rồi.
review-later-said = Được, bạn cứ nghỉ. Nhắn /on là ôn tiếp.
## Self-assessment

selftest-how = Bạn chọn số. Không chắc thì chọn “{ choice-selftest-unknown }”, vậy mình đoán đúng hơn. Muốn nghỉ thì nhắn “dừng”, mình giữ chỗ cho bạn.
    .simple = Bạn chọn số. Muốn nghỉ thì nhắn “dừng”.
selftest-progress = { $kind ->
    [situations] Câu { $number } / tối đa { $most }
   *[statements] Câu { $number } / { $most }
    }
selftest-resumed = Lần trước bạn dừng giữa chừng, mình đi tiếp nhé.
selftest-answered-before = Câu đó bạn trả lời rồi. Mình đang ở câu này:
selftest-paused = { $count ->
    [0] Mình giữ chỗ cho bạn. Khi nào muốn làm thì nhắn /tuthi.
   *[other] Mình giữ chỗ cho bạn, xong { $count } câu rồi. Nhắn /tuthi để làm tiếp, ở kênh nào cũng được.
    }
selftest-nothing = Mình chưa có câu trả lời nào để xem, nên chưa nói được gì.
selftest-gone = Lần tự đánh giá này không còn nữa. Bạn làm lần mới nhé?
selftest-again = Lần trước bạn tự đánh giá “{ $title }” ngày { $date }. Làm lại, bạn gặp tình huống khác, và mình so giúp bạn đã đổi ra sao.
selftest-wait = Bạn vừa tự đánh giá “{ $title }” ngày { $date }. Từ ngày { $next } hãy làm lại: sớm hơn thì chênh lệch chỉ là may rủi.
selftest-result = { $title }: kết quả sau { $count } câu
selftest-line = ▪ { $domain }: { $level }
selftest-level = { $sureness ->
    [sure] { $level } (khá chắc)
    [fairly] { $level } (chưa thật chắc)
   *[unsure] { $level } (chưa chắc lắm, có thể là { $other })
    }
selftest-overall = Nhìn chung: { $level }
selftest-unasked = Chưa hỏi tới: { $domains }
selftest-strongest = Vững nhất: { $domain }. { $can }
selftest-even = Các mảng của bạn khá đều nhau, mình chưa thấy mảng nào hơn hẳn.
selftest-begin = Nên học trước: { $domain }. Bước tới: { $next }
selftest-lessons = Bên dưới là bài ngắn hợp với bạn lúc này, bấm là học được ngay.
selftest-changes = So với ngày { $date }, nhìn chung: { $direction ->
    [up] bạn tiến rõ.
    [down] thấp hơn lần trước.
   *[unclear] chưa thấy khác rõ.
    }
selftest-change = ▪ { $domain }: { $direction ->
    [up] tiến rõ
   *[down] thấp hơn lần trước
    }
selftest-changes-noise = { $others ->
    [0] Mình chỉ nói khi khá chắc (95%).
   *[other] Các mảng còn lại chưa thấy khác rõ: ít câu thì chỉ thấy được thay đổi lớn, chênh lệch nhỏ có thể là may rủi.
    }
selftest-private = { $kind ->
    [situations] Chỉ bạn thấy kết quả này. Đây là ước lượng để bạn chọn học gì tiếp, không phải điểm thi.
   *[statements] Chỉ bạn thấy kết quả này. Nó tính từ điều bạn tự nói về việc mình làm, để bạn chọn học gì tiếp.
    }
selftest-missed-title = Đây là các câu bạn chưa trả lời đúng:
selftest-missed =
    { $question }
    Bạn chọn: { $given }
    ✓ { $right }
    Vì sao: { $why }
choice-selftest-start = Tự đánh giá kỹ năng số
choice-selftest-unknown = Không biết
choice-selftest-skip = Bỏ qua câu này
choice-selftest-stop = Dừng, để sau
choice-selftest-go-on = Làm tiếp
choice-selftest-result-now = Xem kết quả tới đây
choice-selftest-result = Xem kết quả
choice-selftest-again = Làm lần mới
choice-selftest-wrong = Xem lại { $count } câu chưa đúng
choice-selftest-wrong-more = Xem { $count } câu nữa
choice-selftest-topic = Tìm lớp: { $topic }
picture-selftest-alt = Sáu thanh kết quả tự đánh giá: { $facts }
picture-selftest-subtitle = { $count } câu, ngày { $date }
picture-selftest-legend = { $kind ->
    [situations] Các nấc từ trái sang: { $levels }. Vạch mảnh: khoảng có thể, tám phần mười lần là trong đó.
   *[statements] Các nấc từ trái sang: { $levels }.
    }
picture-selftest-footnote = Để tự xem, không phải điểm thi
help-tuthi = /tuthi – tự đánh giá kỹ năng số, tối đa 12 câu; /tuthi giáo viên – dạy học với công nghệ

### Độ mới của danh mục

choice-report-phone = Sai số điện thoại
choice-report-unreachable = Không liên lạc được
report-reason = { $reason ->
        [gone] lớp không còn
        [price] sai học phí
        [place] sai nơi học, giờ học
        [phone] sai số điện thoại
        [unreachable] không liên lạc được
       *[other] điều khác
    }
report-news = { $outcome ->
        [closed] Bạn đã báo “{ $title }” chưa đúng. Khóa này không còn mở, mình đã đưa ra khỏi danh sách gợi ý. Cảm ơn bạn, nhờ bạn mà người khác khỏi mất công!
        [revised] Bạn đã báo “{ $title }” chưa đúng. Đơn vị tổ chức đã sửa lại ngày học. Cảm ơn bạn đã báo!
        [restored] Bạn đã báo “{ $title }” chưa đúng. Người phụ trách đã kiểm tra và thấy khóa này vẫn còn. Cảm ơn bạn đã báo!
       *[confirmed] Bạn đã báo “{ $title }” chưa đúng. Đơn vị tổ chức đã xác nhận lại: khóa này vẫn mở. Cảm ơn bạn đã báo!
    }
    .simple = { $outcome ->
        [closed] Khóa “{ $title }” bạn báo không còn mở nữa. Cảm ơn bạn!
        [revised] Khóa “{ $title }” bạn báo đã được sửa ngày học. Cảm ơn bạn!
       *[other] Khóa “{ $title }” bạn báo đã được kiểm tra lại: vẫn mở. Cảm ơn bạn!
    }
data-table-opportunity-mark = Học bổng, thực tập bạn đã lưu hay viết đơn dở
data-table-eligibility-answer = Câu trả lời của bạn về điều kiện học bổng
data-table-application = Đơn của bạn
place-report-ask = Điều gì ở “{ $title }” chưa đúng?
place-report-reason = { $reason ->
        [hours] Giờ sai
        [closed] Đã đóng cửa
        [address] Sai địa chỉ
       *[other] Điều khác
    }
place-report-tell = Bạn kể điều chưa đúng trong một tin giúp mình nhé.
place-report-thanks = Cảm ơn bạn đã báo. Người phụ trách sẽ kiểm tra lại. Có kết quả, mình nhắn bạn ở đây.
place-report-news = { $outcome ->
        [closed] Bạn đã báo “{ $title }” chưa đúng. Chỗ này đã đóng cửa, mình đã đưa ra khỏi danh sách. Cảm ơn bạn, nhờ bạn mà người khác khỏi mất công!
        [corrected] Bạn đã báo “{ $title }” chưa đúng. Người phụ trách đã sửa lại thông tin. Cảm ơn bạn đã báo!
       *[dismissed] Bạn đã báo “{ $title }” chưa đúng. Người phụ trách đã kiểm tra: thông tin đang ghi vẫn đúng. Cảm ơn bạn đã báo!
    }
data-field-words = lời bạn kể
data-table-place-report = Chỗ học bạn đã báo chưa đúng, và kết quả
data-table-course-report = Khóa học bạn đã báo chưa đúng, và kết quả
data-field-reported-at = báo lúc
data-field-settled-at = có kết quả lúc
data-field-outcome = kết quả
confirm-title = Khóa học của { $organisation }
confirm-what = Người dân tìm lớp qua Bạn Học. Xin bạn cho biết từng khóa còn mở không; chỉ cần bấm một nút, không cần tài khoản.
confirm-gone-title = Liên kết này không dùng được nữa
confirm-gone = Liên kết đã hết hạn hoặc đã được thu hồi. Bạn nhắn người đã gửi liên kết để nhận liên kết mới nhé.
confirm-unclear = Chưa ghi được gì. Bạn bấm lại giúp nhé; ngày học ghi theo ngày, tháng, năm.
confirm-nothing = Không còn gì để hoàn tác, hoặc khóa này không thuộc đơn vị của bạn.
confirm-ended = Theo ngày học đã ghi thì khóa này đã kết thúc. Nếu có đợt mới, hãy ghi ngày mới; nếu không còn đợt nào, để nguyên là được.
confirm-order = Ngày kết thúc đứng trước ngày bắt đầu. Bạn xem lại giúp nhé.
confirm-none = Đơn vị chưa có khóa nào trong danh mục.
confirm-all = Tất cả còn mở
confirm-all-sure = { $organisation } có { $count } khóa đang mở. Xác nhận tất cả vẫn còn, thông tin vẫn đúng?
confirm-all-yes = Đúng, { $count } khóa đều còn mở
confirm-undo-all = Hoàn tác “Tất cả còn mở”
confirm-back = Quay lại
confirm-before = Các khóa trước
confirm-more = Xem thêm khóa
confirm-until = Liên kết này dùng được đến hết ngày { $date }. Đừng chuyển cho người ngoài đơn vị.
confirm-state = { $standing ->
        [closed] Đã đóng.
        [ended] Đã kết thúc.
        [reported] Đang ẩn vì { $people } người báo thông tin không đúng.
        [unconfirmed] Đang ẩn vì lâu chưa xác nhận. Gần nhất: { $date }.
       *[offered] Xác nhận gần nhất: { $date }.{ $people ->
            [0] {""}
           *[other] {" "}{ $people } người báo thông tin không đúng.
        }
    }
confirm-starts-on = Bắt đầu { $date }.
confirm-ends-on = Kết thúc { $date }.
confirm-done = { $kind ->
        [closed] Đã ghi: đã đóng
        [revised] Đã ghi ngày mới
        [restored] Thành phố đã mở lại
       *[confirmed] Đã ghi: còn mở
    } (lúc { $time })
confirm-open = Còn mở
confirm-close = Đã đóng
confirm-dates = Sửa ngày
confirm-starts = Ngày bắt đầu
confirm-ends = Ngày kết thúc
confirm-save-dates = Lưu ngày
api-course-ended = Khóa này đã kết thúc theo ngày đã ghi. Hãy xác nhận kèm starts_on và ends_on mới.
api-course-dates = ends_on đứng trước starts_on.
api-problem-both-dates = hãy ghi cả starts_on và ends_on (null nếu không có)
console-stale = Cần xác nhận
console-stale-what = Khóa chưa ai xác nhận quá { $ask } ngày thì cần hỏi đơn vị; quá { $hidden } ngày thì không còn trong câu trả lời. Khóa bị ba người báo sai được ẩn đến khi có người xác nhận.
console-stale-chart = Số khóa theo số ngày từ lần xác nhận gần nhất (không tính khóa đã đóng, đã kết thúc)
console-stale-band = { $isLast ->
        [true] từ { $from } ngày
       *[false] { $from }–{ $to } ngày
    }
console-stale-ask = Đơn vị cần hỏi
console-stale-organisation = Đơn vị
console-stale-courses = Khóa
console-stale-oldest = Xác nhận cũ nhất
console-stale-asked = Đã tạo liên kết
console-stale-not-asked = chưa hỏi
console-stale-make-link = Tạo lời nhắn
console-stale-revoke = Thu hồi liên kết
console-stale-list = Các khóa
console-stale-state = Xem
console-stale-state-name = { $state ->
        [waiting] Cần xem ({ $count })
        [unconfirmed] Lâu chưa xác nhận ({ $count })
        [reported] Có người báo ({ $count })
        [hidden] Đang ẩn ({ $count })
        [closed] Đã đóng ({ $count })
        [ended] Đã kết thúc ({ $count })
       *[all] Tất cả ({ $count })
    }
console-stale-everybody = Xem mọi đơn vị
console-stale-course = Khóa
console-stale-standing = Tình trạng
console-stale-confirmed = Xác nhận
console-stale-reports = Người dân báo
console-stale-none = Không có khóa nào.
console-stale-standing-name = { $standing ->
        [closed] đã đóng
        [ended] đã kết thúc
        [reported] ẩn vì bị báo
        [unconfirmed] ẩn vì lâu chưa xác nhận
       *[offered] đang hiện
    }
console-stale-age = { $date } ({ $days } ngày)
console-stale-people = { $people } người: { $reasons }
console-stale-before = Trang trước
console-stale-more = Trang sau
console-stale-file = Tải CSV
console-stale-column = { $column ->
        [id] mã
        [course] khóa học
        [organisation] đơn vị
        [standing] tình trạng
        [confirmed] xác nhận ngày
        [days] số ngày
        [starts] bắt đầu
        [ends] kết thúc
        [people] số người báo
       *[reasons] lý do
    }
console-stale-step = { $step ->
        [confirm] Còn mở
        [close] Đóng
        [restore] Cho hiện lại
       *[undo] Hoàn tác
    }
console-stale-now-confirmed = Đã ghi: khóa còn mở.
console-stale-now-closed = Đã đóng khóa. Trang công khai vẫn còn, chỉ không hiện trong câu trả lời. Có thể hoàn tác trong 24 giờ.
console-stale-now-restored = Đã cho khóa hiện lại. Những lần báo trước không còn tính.
console-stale-now-undone = Đã hoàn tác.
console-stale-now-revoked = Đã thu hồi { $count } liên kết.
console-stale-ended = Khóa này đã kết thúc theo ngày đã ghi nên không xác nhận được. Đơn vị ghi ngày mới qua liên kết của họ, hoặc bạn nhập lại danh mục.
console-stale-nothing-to-undo = Không còn gì để hoàn tác: chỉ hoàn tác được trong 24 giờ.
console-no-course = Không có khóa này, hoặc khóa này không thuộc đơn vị của bạn.
console-applications = Đơn học bổng, thực tập
console-applications-waiting = Đơn chờ xét
console-applications-figures = { $waiting } đơn chờ xét, { $asked } đơn chờ người nộp trả lời.
console-applications-none = Không có đơn nào.
console-application = Đơn
console-application-number = Đơn { $id }
console-application-offer = Xin suất
console-application-scholarship = Học bổng
console-application-internship = Thực tập
console-application-status = { $status ->
        [waiting] Chờ xét
        [asked] Đang hỏi thêm
        [accepted] Đã nhận
        [refused] Không nhận
       *[withdrawn] Người nộp đã rút
    }
console-application-seats = Suất
console-application-seats-left = còn { $left }/{ $seats }
console-application-seats-open = đã nhận { $taken }, không nêu số suất
console-application-amount = Tiền
console-application-amounts = đã trao { $given }, còn { $left }
console-application-deadline = Hạn nộp
console-application-at = Nộp lúc
console-application-name = Tên để gọi
console-application-contact = Liên lạc
console-application-by-chat = qua chat của Bạn Học
console-application-reason = Lý do
console-application-standing = Điều kiện
console-application-question = Đã hỏi
console-application-answer = Trả lời
console-application-decision = Lời kèm kết quả
console-application-decided = Kết quả lúc
console-application-is-over = Đơn này đã xong. Điều người nộp viết được xóa 90 ngày sau khi có kết quả.
console-application-words = Một câu gửi người nộp
console-application-words-hint = Người nộp đọc đúng câu này trong chat. Đừng ghi số giấy tờ. Hỏi thêm thì chỉ được một lần.
console-application-accept = Nhận và giữ một suất
console-application-refuse = Không nhận
console-application-ask = Hỏi thêm
console-application-accepted = Đã nhận đơn và trừ một suất. Người nộp sẽ được nhắn.
console-application-refused = Đã ghi: không nhận. Người nộp sẽ được nhắn.
console-application-asked = Đã gửi câu hỏi. Khi người nộp trả lời, đơn trở lại hàng chờ xét.
console-no-application = Không có đơn này, hoặc đơn không thuộc đơn vị của bạn.
console-application-over = Đơn này đã có kết quả hoặc đã được rút.
console-application-full = Đã hết suất nên không nhận thêm được. Bạn có thể báo không nhận, hoặc nhập lại danh mục với số suất mới.
console-application-asked-before = Mỗi đơn chỉ hỏi thêm được một lần.
console-did-application-accept = nhận một đơn
console-did-application-ask = hỏi thêm về một đơn
console-did-application-read = xem một đơn
console-did-application-refuse = không nhận một đơn
api-application-state = Đơn này đã có kết quả hoặc đã được rút.
api-application-full = Đã hết suất.
api-application-asked = Đơn này đã được hỏi thêm một lần rồi.
console-application-of-intern = Người thực tập nhận xét
console-application-of-organisation = Đơn vị nhận xét
console-application-rating = Mấy sao
console-application-rating-words = Một câu về người thực tập
console-application-rate = Ghi nhận xét
console-application-rated = Đã ghi nhận xét.
console-application-not-over = Chỉ nhận xét được sau ngày kết thúc của một chỗ thực tập đã nhận.
console-application-rated-before = Đơn này đã có nhận xét của đơn vị.
console-did-application-rate = nhận xét một người thực tập
api-application-not-over = Chỉ nhận xét được sau ngày kết thúc của một chỗ thực tập đã nhận.
api-application-rated = Đơn này đã có nhận xét của đơn vị.
console-stale-link = Lời nhắn xin xác nhận
console-stale-link-what = Chép lời nhắn này và tự gửi cho { $organisation } qua Zalo hoặc email; hệ thống không gửi thay bạn. Liên kết có hiệu lực đến { $date } và chỉ hiện lần này.
console-stale-letter-label = Lời nhắn
console-stale-link-label = Liên kết
console-stale-copy-letter = Chép lời nhắn
console-stale-copy-link = Chép liên kết
console-stale-copied = Đã chép
console-stale-letter = Kính gửi { $organisation },
    Người dân Thành phố đang tìm khóa học của quý đơn vị qua Bạn Học. Nhờ quý đơn vị xem giúp khóa nào còn mở, khóa nào đã đóng; mỗi khóa chỉ cần bấm một nút, không cần tài khoản:
    { $link }
    Liên kết dùng được đến hết ngày { $date }. Cảm ơn quý đơn vị!
console-stale-decide = Quyết định về khóa này ở trang “Cần xác nhận”
console-stale-card-hidden = Khóa đang ẩn
console-stale-card-reported = Khóa bị báo sai
console-area-freshness = Xác nhận khóa
console-did-close-course = ghi một khóa đã đóng
console-did-confirm-course = xác nhận khóa còn mở
console-did-confirm-link = tạo liên kết xác nhận
console-did-restore-course = cho một khóa hiện lại
console-did-revise-course = sửa ngày học
console-did-revoke-link = thu hồi liên kết xác nhận
console-did-undo-course = hoàn tác một xác nhận
console-subject-course = Khóa số { $id }
console-subject-organisation = Đơn vị số { $id }
console-audit-link = liên kết của đơn vị
career-ask = Bạn muốn làm nghề gì, hoặc mở gì? Viết tên nghề (ví dụ “thợ nail”, “mở quán cà phê”), hoặc chọn một nhóm:
career-ask-in-field = Bạn chọn một nghề, hoặc viết tên nghề khác:
career-which = Bạn muốn nói nghề nào?
career-unknown = Mình chưa có lộ trình cho “{ $what }”.
career-title = 🧭 Lộ trình: { $occupation }
career-further = Các khóa tiếp theo của lộ trình:
career-needs = Cần biết, theo thứ tự nên học:
career-skill = { $number }. { $skill }{ $weight ->
        [core] {" "}(cốt lõi)
       *[more] {""}
    }{ $standing ->
        [had] {" "}– ✓ bạn đã biết
        [gap] {" "}– chưa có khóa
       *[course] {""}
    }
career-all-had = Bạn đã có đủ các kỹ năng này. Bước tiếp theo là tìm chỗ làm, chỗ thực tập hoặc bắt tay vào làm.
career-no-course = Danh mục chưa có khóa nào cho các kỹ năng còn thiếu.
career-total = Tổng cộng { $courses } khóa{ $hours ->
        [unknown] {""}
       *[other] {" "}· khoảng { $hours } giờ{ $untimed ->
            [0] {""}
           *[other] {" "}(chưa kể { $untimed } khóa chưa rõ số giờ)
        }
    }{ $cost ->
        [unknown] {" "}· chưa rõ học phí
        [free] {" "}· miễn phí{ $unpriced ->
            [0] {""}
           *[other] {" "}(chưa kể { $unpriced } khóa chưa rõ học phí)
        }
       *[other] {" "}· { $cost }{ $unpriced ->
            [0] {""}
           *[other] {" "}(chưa kể { $unpriced } khóa chưa rõ học phí)
        }
    }.
career-gaps = Chưa có khóa dạy { $skills }. Mình đã ghi lại để thành phố biết còn thiếu.
career-for-skills = Cho kỹ năng: { $skills }
career-which-known = Bạn đã biết kỹ năng nào? Chọn từng cái một, hoặc viết “mình biết … rồi”.
career-known-said = biết { $what } rồi
career-known-noted = Đã ghi: bạn biết { $skill }.
career-known-forgotten = Đã bỏ ghi nhớ: bạn biết { $skill }.
career-saved = Đã lưu lộ trình { $occupation }: { $count } khóa nằm trong “Khóa của tôi”. Gõ /nghe bất cứ lúc nào để xem lại.
career-unsaved = Đã bỏ lưu lộ trình { $occupation }.
choice-career = Lộ trình nghề
choice-career-next = { $count } khóa tiếp theo
choice-career-save = Lưu lộ trình
choice-career-known = Tôi biết kỹ năng này rồi
choice-career-other = Nghề khác
choice-career-back = Quay lại lộ trình
choice-career-fields = Chọn theo nhóm nghề

# Học bổng, thực tập, chỗ học đi cùng khóa học
offers-beside = Cũng hợp ý này:
offers-access-places = { $place ->
        [none] Nơi có máy tính hoặc Wi-Fi:
       *[other] Nơi có máy tính hoặc Wi-Fi gần { $place } nhất:
    }
offers-access-where = Bạn ở phường hay quận nào? Nhắn tên, ví dụ “em ở Gò Vấp”, mình chỉ chỗ gần nhất.
offers-access-scholarships = Học bổng còn nhận hồ sơ, chưa có điều kiện nào loại bạn:
offers-title = { $kind ->
        [scholarship] { $topic ->
            [none] Học bổng còn nhận hồ sơ:
           *[other] Học bổng về “{ $topic }”:
        }
        [internship] { $topic ->
            [none] Chỗ thực tập còn nhận hồ sơ:
           *[other] Chỗ thực tập về “{ $topic }”:
        }
       *[place] { $place ->
            [none] Chỗ học trong thành phố:
            [here] Chỗ học gần bạn nhất:
           *[other] Chỗ học gần { $place } nhất:
        }
    }
places-lacking = { $lacks ->
        [open] Mình chưa thấy chỗ nào như vậy chắc chắn đang mở. Gần nhất, mở vào giờ khác:
        [equipment] Mình chưa thấy chỗ nào có đủ thiết bị bạn cần. Gần giống nhất:
       *[needs] Mình chưa thấy chỗ nào có đủ những điều bạn cần. Có một phần:
    }
places-farther = Xa hơn nữa có:
place-open = Đang mở, đến { $time }
place-open-always = Đang mở cả ngày đêm
place-closed = Đang đóng, mở lại { $time }
place-closed-long = Đang đóng, chưa rõ ngày mở lại
place-way = Cách bạn { $way } theo đường chim bay
offers-none-about = { $kind ->
        [scholarship] Mình chưa thấy học bổng nào về “{ $topic }”. Đang còn nhận hồ sơ có:
       *[internship] Mình chưa thấy chỗ thực tập nào về “{ $topic }”. Đang còn nhận hồ sơ có:
    }
offers-none = { $kind ->
        [scholarship] Hiện mình chưa có học bổng nào còn nhận hồ sơ mà hợp.
        [internship] Hiện mình chưa có chỗ thực tập nào còn nhận hồ sơ.
       *[place] Mình chưa biết chỗ học nào như vậy trong thành phố.
    }
offers-no-more = Hết rồi, mình không còn mục nào khác. Bạn muốn học gì?
offer-workshop = Hội thảo
offer-scholarship = Học bổng
offer-internship = Thực tập
offer-amount = trị giá { $money }
offer-pay = Phụ cấp { $money }/tháng
offer-pay-none = Không có phụ cấp
offer-pay-unknown = Chưa rõ phụ cấp
offer-hours-per-week = { $hours } giờ/tuần
offer-starts = bắt đầu { $date }
offer-ends = Kết thúc { $date }
offer-skills = Dùng đến: { $skills }
offer-deadline = Hạn nộp { $date }
offer-no-deadline = Chưa thấy hạn nộp
offer-updated = cập nhật { $date }
offer-conditions = Dành cho: { $conditions }
offer-ages = { $has ->
        [from] từ { $from } tuổi
        [to] đến { $to } tuổi
       *[fromto] { $from }–{ $to } tuổi
    }
offer-seats = Số suất: { $seats }
offer-place-has = Có { $things }
offer-hours = Giờ mở cửa: { $hours }
offer-hours-unknown = Chưa rõ giờ mở cửa, bạn nên gọi trước.
offer-holidays = ngày lễ { $hours }
offer-closed = nghỉ
offer-phone = Điện thoại: { $phone }
offer-in-place = Ngay tại { $place }
offer-meets = Hợp với bạn: { $conditions }
offer-fails = Điều kiện chưa hợp với điều bạn kể: { $conditions }
offer-open = Bạn xem lại điều kiện: { $conditions }
offer-gone = Mục này không còn nữa. Bạn nhắn điều muốn tìm, mình tìm chỗ khác nhé.
offer-unconfirmed = Lưu ý: nguồn tin không còn đăng mục này, bạn nên hỏi trước.
offer-over = Đã hết hạn nộp.
offer-sample-note = Đây là mục mẫu, tên và nội dung chỉ để minh họa, không phải thật.
offer-report = Báo không còn: “{ $title }” ({ $id })
choice-offer-open = Đến trang đăng ký
choice-offer-map = Xem bản đồ
choice-offer-gone = Báo không còn
choice-offers-more = Xem thêm
choice-offers-courses = Khóa học về điều này
word-place-kind = { $kind ->
        [library] Thư viện
        [learning_centre] Trung tâm học tập
        [wifi] Điểm Wi-Fi
        [computer_room] Phòng máy tính
       *[device_lending] Nơi cho mượn thiết bị
    }
word-income = { $value ->
        [poor] hộ nghèo
        [near_poor] hộ cận nghèo
       *[low] thu nhập thấp
    }
word-occupation = { $value ->
        [student] học sinh, sinh viên
        [worker] người đi làm
        [job_seeker] người đang tìm việc
        [small_business] người kinh doanh nhỏ
        [teacher] giáo viên
        [homemaker] người làm nội trợ
       *[retired] người nghỉ hưu
    }
word-study-level = { $value ->
        [primary] tiểu học
        [lower_secondary] trung học cơ sở
        [upper_secondary] trung học phổ thông
        [vocational] học nghề
        [college] cao đẳng
        [university] đại học
        [postgraduate] sau đại học
        [short_course] khóa ngắn hạn
        [beginner] trình độ cơ bản
        [intermediate] trình độ trung bình
       *[advanced] trình độ nâng cao
    }
word-condition = { $kind ->
        [age] độ tuổi
        [ward] nơi ở
        [income] hoàn cảnh gia đình
        [disability] dành cho người khuyết tật
       *[occupation] nghề nghiệp
    }
eligibility-begin = Mình hỏi vài câu mà các học bổng đang mở cần biết, để so điều kiện giúp bạn. Câu nào không muốn trả lời thì bạn bỏ qua.
eligibility-question = { $kind ->
        [age] Người xin học bổng bao nhiêu tuổi?
        [ward] Người xin học bổng đang ở phường, xã nào? Bạn nhắn tên nơi ở.
        [income] Gia đình thuộc diện nào? Nếu không rõ thì bạn bỏ qua.
        [disability] Người xin học bổng có phải là người khuyết tật không?
       *[occupation] Người xin học bổng hiện đang làm gì?
    }
eligibility-not-understood = Mình chưa hiểu câu trả lời đó. Bạn chọn một mục bên dưới nhé.
eligibility-for-today = Các câu trả lời chỉ dùng trong cuộc trò chuyện này và được quên sau 24 giờ.
eligibility-keep-consent = Nếu bạn đồng ý, mình giữ chúng { $days } ngày, chỉ để so với điều kiện học bổng, không ai khác đọc. Muốn xóa lúc nào thì nhắn “xóa câu trả lời”.
eligibility-kept = Mình giữ các câu trả lời này { $days } ngày. Muốn xóa lúc nào thì nhắn “xóa câu trả lời”.
eligibility-forgotten = Mình đã xóa các câu trả lời về điều kiện học bổng.
eligibility-nothing = Mình không giữ câu trả lời nào về điều kiện học bổng.
choice-eligibility = Xem mình hợp suất nào
choice-eligibility-again = Trả lời lại
choice-eligibility-forget = Xóa câu trả lời
choice-eligibility-keep = Giữ câu trả lời
choice-eligibility-skip = Bỏ qua câu này
choice-eligibility-done = Xem kết quả
choice-eligibility-other = Không thuộc các mục trên
choice-eligibility-household = { $value ->
        [poor] Hộ nghèo
        [near_poor] Hộ cận nghèo
       *[low] Thu nhập thấp
    }
choice-eligibility-occupation = { $value ->
        [student] Học sinh, sinh viên
        [worker] Người đi làm
        [job_seeker] Đang tìm việc
        [small_business] Kinh doanh nhỏ
        [teacher] Giáo viên
        [homemaker] Nội trợ
       *[retired] Nghỉ hưu
    }
choice-eligibility-disability = { $value ->
        [yes] Có
       *[no] Không
    }
application-begin = Nộp đơn: “{ $title }”.
application-standing = { $kind ->
        [internship] { $how ->
            [met] Kỹ năng đã có: { $what }
           *[open] Kỹ năng chưa rõ: { $what }
        }
       *[scholarship] { $how ->
            [met] Điều kiện đã hợp: { $what }
            [failed] Điều kiện chưa hợp: { $what }
           *[open] Điều kiện chưa rõ: { $what }
        }
    }
application-consent = Để xét đơn, { $organisation } và cán bộ phụ trách đọc: tên để gọi bạn, số điện thoại nếu bạn ghi, một câu lý do, và { $kind ->
        [internship] kỹ năng nào bạn đã có hay chưa rõ. Không ai khác đọc. Khi kết thúc, bạn và đơn vị mỗi bên được mời ghi một lời nhận xét. Đơn được xóa { $days } ngày sau khi có kết quả, hoặc sau ngày kết thúc nếu bạn được nhận; chưa có kết quả thì sau một năm.
       *[scholarship] điều kiện nào bạn đã hợp, chưa hợp hay chưa rõ. Không ai khác đọc. Đơn được xóa { $days } ngày sau khi có kết quả; chưa có kết quả thì sau một năm.
    } Bạn rút đơn lúc nào cũng được: điều bạn viết trong đơn bị xóa ngay, đơn vị không đọc được nữa. Bạn đồng ý không?
application-closed = { $why ->
        [sample] Đây là mục mẫu, không nộp đơn được.
        [over] Đã hết hạn nộp.
       *[full] Đã hết suất nên không nhận thêm đơn.
    }
application-child = Người dưới 16 tuổi cần ba mẹ hoặc người giám hộ nộp giúp: người lớn nhắn mình từ máy của họ, thêm con bằng /nguoihoc rồi nộp đơn cho con.
application-ask-name = Đơn vị gọi bạn là gì? Bạn nhắn tên, không cần tên đầy đủ. (Viết dở mà đang bật lời nhắc thì mình nhắc bạn trước hạn nộp.)
application-name-wrong = Tên cần có chữ và dài nhất { $most } ký tự.
application-ask-contact = Đơn vị liên lạc với bạn bằng cách nào? Bạn nhắn số điện thoại, hoặc chọn nhận tin ngay tại đây.
application-phone-wrong = Số này chưa đúng. Số điện thoại bắt đầu bằng 0 hoặc +84 và có 10–11 chữ số.
application-ask-reason = Vì sao bạn muốn suất này? Một câu là đủ, dài nhất { $most } ký tự. Bạn đừng ghi số giấy tờ.
application-reason-long = Hơi dài: bạn viết lại trong { $most } ký tự nhé.
application-review = Đơn của bạn, gửi { $organisation }:
    “{ $title }”
    Tên để gọi: { $name }
    Liên lạc: { $contact }
    Lý do: { $reason }
application-by-chat = tin nhắn tại đây
application-too-late = Đơn viết dở đã hết giờ giữ nên không còn nữa. Bạn mở lại học bổng hay chỗ thực tập để viết lại nhé.
application-sent = Đã gửi đơn “{ $title }” tới { $organisation }. Có kết quả thì mình nhắn bạn tại đây.
application-already = Bạn đã có đơn cho “{ $title }” rồi.
application-stopped = Mình đã bỏ đơn viết dở, không gửi gì cả.
applications-own = Đơn của bạn:
applications-none = Bạn chưa có đơn nào.
application-line = • { $title }: { $status }
application-status = { $status ->
        [waiting] đang chờ xét
        [asked] đơn vị hỏi thêm
        [accepted] được nhận
        [refused] chưa được nhận
       *[withdrawn] đã rút
    }
application-stands = Nộp ngày { $date }: { $status }.
application-question = Đơn vị hỏi: { $question }
application-answer = Bạn trả lời: { $answer }
application-decision = Lời của đơn vị: { $decision }
application-gone = Đơn này không còn nữa.
application-withdraw-ask = Rút đơn “{ $title }”? { $status ->
        [accepted] Suất của bạn sẽ dành cho người khác.
       *[other] Điều bạn viết trong đơn bị xóa ngay.
    }
application-withdrawn = Đã rút đơn “{ $title }” và xóa điều bạn viết trong đó.
application-answer-ask = { $organisation } hỏi: { $question }
    Bạn nhắn câu trả lời, dài nhất { $most } ký tự.
application-answered = Mình đã chuyển câu trả lời tới { $organisation }.
application-not-answered = Chưa gửi gì. Khi nào muốn trả lời, bạn mở /don.
application-news = { $news ->
        [accepted] Tin vui: { $organisation } nhận đơn của bạn cho “{ $title }”.
        [refused] { $organisation } chưa nhận đơn của bạn cho “{ $title }” lần này.
       *[question] { $organisation } hỏi thêm về đơn của bạn cho “{ $title }”.
    }
    “{ $words }”
choice-apply = Nộp đơn
choice-apply-agree = Đồng ý, viết đơn
choice-apply-stop = Thôi
choice-apply-name = Dùng tên { $name }
choice-apply-chat = Nhắn tại đây
choice-apply-send = Gửi đơn
choice-apply-again = Viết lại
choice-applications = Đơn của mình
choice-scholarships = Xem học bổng
choice-internships = Xem chỗ thực tập
choice-application-answer = Trả lời
choice-application-show = Xem đơn
choice-application-offer = Xem suất này
choice-application-withdraw = Rút đơn
choice-application-withdraw-yes = Rút đơn này
choice-application-withdraw-no = Giữ đơn
offer-seats-left = Còn { $left }/{ $seats } suất
offer-full = Đã hết suất.
internship-skills-met = Bạn đã có kỹ năng: { $skills }
internship-organisation-rating = Người từng thực tập chấm đơn vị { $stars }/5 ({ $count } người)
internship-feedback-ask = “{ $title }” tại { $organisation } đã kết thúc. Bạn chấm đơn vị mấy sao? Cán bộ thành phố đọc được, đơn vị thì không; đơn vị chỉ thấy điểm chung khi có từ năm người chấm.
internship-rated = Mình đã ghi { $rating } sao cho “{ $title }”. Cảm ơn bạn!
internship-rated-before = Bạn đã chấm rồi, hoặc chỗ thực tập này chưa kết thúc.
internship-rate-skipped = Không sao, bạn bỏ qua cũng được.
internship-comment-ask = Bạn viết một câu về { $organisation }, dài nhất { $most } ký tự. Chỉ cán bộ thành phố đọc.
internship-comment-kept = Mình đã ghi lời của bạn. Cảm ơn bạn!
offer-saved = Đã lưu “{ $title }”.
offer-saved-reminded = Mình nhắc bạn ba ngày trước hạn nộp.
offer-remind-offer = Bạn muốn mình nhắc ba ngày trước hạn nộp không? Bấm là bạn đồng ý nhận lời nhắc.
offer-remind-set = Mình sẽ nhắc bạn ba ngày trước hạn nộp “{ $title }”, vào khoảng { $time }.
offer-unsaved = Đã bỏ lưu “{ $title }”.
deadline-soon = ⏳ Sắp hết hạn nộp: “{ $title }”, hạn { $date }.
choice-offer-save = Lưu
choice-offer-unsave = Bỏ lưu
choice-offer-remind = Nhắc mình trước hạn
word-weekday-short = { $day ->
        [0] T2
        [1] T3
        [2] T4
        [3] T5
        [4] T6
        [5] T7
       *[6] CN
    }
help-hocbong = /hocbong – học bổng còn nhận hồ sơ
help-thuctap = /thuctap – chỗ thực tập, dự án thật
help-don = /don – đơn xin học bổng, thực tập của bạn
help-diem = /diem – thư viện, phòng máy, Wi-Fi gần bạn

console-places = Chỗ học
console-places-all = Mọi chỗ học
console-places-reported = Chỗ học người dân báo sai
console-places-reported-what = Hỏi lại nơi ấy rồi sửa, hoặc ghi là vẫn đúng. Ai đã báo đều được nhắn kết quả. Trang này không cho biết ai báo.
console-places-reported-none = Không có chỗ nào đang bị báo sai.
console-places-find = Tên, địa chỉ hoặc mã
console-places-find-go = Tìm
console-places-none = Không có chỗ nào như vậy.
console-places-more = Trang sau
console-place = Chỗ học
console-place-people = Số người báo
console-place-wrong = Điều chưa đúng
console-place-last = Báo gần nhất
console-place-confirmed = Xác nhận
console-place-is-closed = Đã đóng cửa hẳn
console-place-report = { $people } người báo: { $reasons }
console-place-step = { $step ->
        [close] Đã đóng cửa hẳn
        [reopen] Vẫn mở
       *[dismiss] Thông tin vẫn đúng
    }
console-place-correct = Sửa thông tin
console-place-correct-what = Ghi lại điều đã hỏi được. Ngày xác nhận là hôm nay. Tệp nhập lần sau chỉ thay những điều này khi dòng của nó đổi.
console-place-address = Địa chỉ
console-place-hours = Giờ mở cửa
console-place-hours-hint = Ví dụ Mo-Fr 08:00-17:00; Sa 08:00-11:30; Su,PH off (Mo thứ Hai … Su Chủ nhật, PH ngày lễ; off nghỉ; 24/7 luôn mở)
console-place-hours-unread = Không đọc được giờ này, hãy ghi như ví dụ.
console-place-phone = Điện thoại
console-place-wheelchair = Xe lăn vào được
console-place-lends = Cho mượn thiết bị
console-place-organisation = Đơn vị quản lý
console-place-organisation-hint = Tên hoặc số của đơn vị. Người của đơn vị ấy giữ kho máy cho mượn ở đây.
console-place-unknown = Chưa rõ
console-place-yes = Có
console-place-no = Không
console-place-save = Lưu
console-place-long = Dài quá, hãy rút gọn.
console-no-place = Không có chỗ học này.
console-place-now-corrected = Đã sửa. Người báo sẽ được nhắn: { $count }.
console-place-now-closed = Đã ghi là đóng cửa hẳn. Người báo sẽ được nhắn: { $count }.
console-place-now-open = Đã ghi là vẫn mở. Người báo sẽ được nhắn: { $count }.
console-place-now-dismissed = Đã ghi là thông tin vẫn đúng. Người báo sẽ được nhắn: { $count }.
api-place-hours = opening_hours: không đọc được, hãy ghi như Mo-Fr 08:00-17:00; Su,PH off
api-place-organisation = organisation: không có đơn vị này
console-area-places = Chỗ học
console-subject-place = Chỗ học số { $id }
console-did-place-close = ghi một chỗ học là đã đóng cửa
console-did-place-correct = sửa thông tin một chỗ học
console-did-place-dismiss = ghi thông tin một chỗ học là vẫn đúng
console-did-place-reopen = ghi một chỗ học là vẫn mở
### Số liệu

numbers-short = Số liệu
numbers-title = Số liệu học tập của thành phố
numbers-what = Bao nhiêu khóa học, bao nhiêu người học, điều gì còn thiếu và đã đến được với ai.
numbers-part = { $part ->
        [years] Khóa học và người tham gia theo năm
        [unmet] Điều người dân muốn học mà thành phố chưa có
        [reach] Người học theo phường, xã
       *[feedback] Góp ý đã nhận và đã trả lời
    }
numbers-part-short = { $part ->
        [years] Theo năm
        [unmet] Còn thiếu
        [reach] Theo phường, xã
       *[feedback] Góp ý
    }
numbers-until = Tính đến hết ngày { $date }.
numbers-until-none = Chưa đếm ngày nào: số đầu tiên có sau nửa đêm.
numbers-rule = Số người tăng theo bước 5; nhóm dưới 5 người không hiện (–) để không ai bị nhận ra.
numbers-none = Chưa có số liệu nào.
numbers-sample = Các năm ghi “mẫu” là số để xem thử, không phải số liệu của thành phố.
numbers-sample-year = { $year } (mẫu)
numbers-year = Năm
numbers-courses = Khóa học trực tuyến
numbers-participants = Người tham gia
numbers-all-courses = Mọi khóa học
numbers-active = Người có hoạt động
numbers-source = Nguồn
numbers-source-name = { $source ->
        [imported] thành phố báo cáo
       *[counted] đếm tại đây
    }
numbers-years = Khóa học và người tham gia theo năm
numbers-file = Tải bảng này (CSV)
numbers-meaning = Những con số này nghĩa là gì
numbers-years-meaning = Khóa học của một năm là khóa trực tuyến được mở trong năm đó. Người tham gia là người trong năm đã ghi danh hay mở xem ít nhất một khóa học, hoặc mở ít nhất một bài học; mỗi người chỉ đếm một lần mỗi năm. Năm thành phố đã báo cáo thì dùng số báo cáo; các năm khác đếm tại đây, mỗi đêm một lần. Ai xóa dữ liệu thì số đã đếm vẫn giữ, nhưng không còn biết là ai.
numbers-figure = Con số
numbers-show = Xem
numbers-ward = Phường, xã
numbers-total = Toàn thành phố
numbers-elsewhere = Chưa biết phường, xã
numbers-hidden = dưới 5 người
numbers-legend = Số người:
numbers-reach = Người học theo phường, xã
numbers-reach-figure = { $figure ->
        [learner] Đã cho biết nơi ở
        [active] Có hoạt động trong năm
        [participant] Tham gia học trong năm
        [asked] Đã tìm điều muốn học
       *[answered] Tìm và có khóa hợp
    }
numbers-reach-map = { $figure ->
        [learner] Người đã cho biết nơi ở (từ trước tới nay)
        [active] Người có hoạt động, năm { $year }
        [participant] Người tham gia học, năm { $year }
        [asked] Người đã tìm điều muốn học, năm { $year }
       *[answered] Người tìm và có khóa hợp, năm { $year }
    }
numbers-reach-meaning = Mỗi ô là một phường, xã hoặc đặc khu, cùng cỡ dù rộng hay hẹp; ô gần nhau là nơi gần nhau. Có hoạt động: trong năm đã tìm, lưu, mở một khóa hoặc học bài. Mỗi người đếm một lần mỗi năm, ở nơi người đó đã cho biết khi được đếm. Tổng toàn thành phố gồm cả những nhóm nhỏ không hiện ở từng ô.
numbers-unmet = Điều muốn học mà chưa có khóa hợp
numbers-unmet-none = Chưa có điều gì được từ 5 người trở lên cùng tìm mà không có.
numbers-unmet-chart = Số người tìm mà không có, theo quý
numbers-quarter = Quý
numbers-quarter-name = Quý { $quarter }/{ $year }
numbers-whole-city = Toàn thành phố
numbers-other-topic = Điều khác
numbers-subject = Muốn học
numbers-people = Số người
numbers-where = Nhiều nhất ở
numbers-done = Thành phố đã làm
numbers-answer = Trả lời
numbers-answer-kind = { $kind ->
        [asked] Đã nhờ đơn vị mở
        [planned] Sắp mở
        [opened] Đã mở
       *[refused] Chưa mở được
    }
numbers-unmet-meaning = Một người tính vào một chủ đề một lần mỗi quý, khi đã tìm chủ đề đó mà không có khóa nào hợp. Chỉ chủ đề được đếm, không giữ lời người đã nhắn. Nơi là phường, xã người đó muốn học, hoặc nơi người đó ở.
numbers-feedback = Góp ý đã nhận và đã trả lời
numbers-feedback-chart = Người đã gửi (nhạt) và đã được trả lời (đậm)
numbers-kind = Gửi gì
numbers-kind-name = { $kind ->
        [feedback] Góp ý về Bạn Học
        [wrong_information] Báo thông tin sai
        [hand_over] Nhờ người giúp
       *[grade] Chấm bài chưa đúng
    }
numbers-heard = Người đã gửi
numbers-settled = Đã được trả lời
numbers-within = { $within ->
        [days-1] trong 1 ngày
        [days-3] trong 3 ngày
        [days-7] trong 7 ngày
       *[more] lâu hơn
    }
numbers-feedback-meaning = Mỗi người tính một lần mỗi loại trong năm họ gửi. Đã được trả lời: cán bộ đã trả lời hoặc đã xử lý xong; thời gian tính từ lúc gửi đến lúc đó. Trả lời sau hơn 90 ngày không tính.
console-insights-no-part = Không có bảng số liệu này.
console-insights-no-topic = Chủ đề này không có trong danh mục.
console-insights-note-missing = Hãy viết vài chữ: đã làm gì, ở đâu, khi nào.
console-insights-note-long = Lời trả lời dài quá 300 ký tự.
console-insights-no-answer = Không có câu trả lời này, hoặc đã được rút lại.
console-insights-answered = Đã ghi; mọi người đọc được ở trang số liệu.
console-insights-withdrawn = Đã rút lại câu trả lời.
console-insights-answer = Ghi việc đã làm
console-insights-kind = Việc đã làm
console-insights-note = Viết cho người dân đọc
console-insights-save = Ghi lại
console-insights-withdraw = Rút lại
console-did-answer-wish = ghi việc đã làm cho một điều còn thiếu
console-did-withdraw-answer = rút lại việc đã ghi cho một điều còn thiếu

# Mượn thiết bị
word-device = { $device ->
        [laptop] laptop
        [tablet] máy tính bảng
        [phone] điện thoại
        [sim_4g] SIM 4G
       *[router_4g] bộ phát Wi-Fi 4G
    }
loan-stock = { $free ->
        [0] Cho mượn { $device }: đang hết, { $waiting } người chờ
       *[other] Cho mượn { $device }: còn { $free }
    }
loan-gone = Chỗ này hiện không còn cho mượn. Bạn nhắn “mượn máy” để mình tìm chỗ khác nhé.
loan-child = Bạn dưới 16 tuổi thì nhờ cha mẹ hay người giám hộ mượn giúp nhé: họ nhắn cho mình là được.
loan-consent = Bạn mượn { $device } ở “{ $place }” trong { $loan } ngày, miễn phí. Mình cần tên để gọi và số điện thoại của bạn. Chỉ người cho mượn ở đó và người phụ trách của thành phố đọc được, để hẹn lấy và trả máy. Tên và số được xóa { $kept } ngày sau khi trả máy hoặc khi bạn thôi mượn. Bạn đồng ý chứ?
loan-ask-name = Người cho mượn gọi bạn là gì?
loan-ask-phone = Cảm ơn { $name }. Số điện thoại của bạn là gì?
loan-phone-wrong = Số này chưa đúng. Bạn nhắn số điện thoại 10 số, ví dụ 0900000000.
loan-stopped = Đã thôi. Mình không lưu gì cả.
loan-already = Bạn đang mượn hoặc đang chờ loại máy này ở đây rồi.
loan-offered = Có { $device } cho bạn ở { $place }. Mời bạn đến lấy trước { $until } ({ $hours } giờ); quá giờ ấy máy nhường cho người tiếp theo.
loan-waiting = Hiện chưa còn { $device } ở { $place }. Số thứ tự của bạn: { $position }. Đến lượt, mình nhắn bạn ở đây.
loan-lent = Bạn đang mượn { $device } ở { $place }, hạn trả { $date }.
loan-none = Bạn không mượn máy nào. Nhắn “mượn máy ở” kèm tên phường, mình tìm chỗ cho mượn.
loan-cancelled = Đã thôi mượn. Máy nhường cho người tiếp theo.
loan-extended = Đã gia hạn. Hạn trả mới: { $date }.
loan-refused = { $why ->
        [waited] Chưa gia hạn được: đang có người chờ máy này. Bạn trả đúng hạn giúp nhé.
        [extended] Bạn đã gia hạn một lần rồi, nên không gia hạn thêm được.
        [late] Đã quá hạn trả nên không gia hạn được. Bạn mang trả giúp nhé.
       *[other] Việc này không còn làm được nữa, vì tình trạng mượn đã đổi.
    }
loan-news = { $kind ->
        [turn_over] Máy giữ cho bạn ở { $place } ({ $device }) đã nhường cho người tiếp theo, vì chưa thấy bạn đến lấy. Cần mượn, bạn đăng ký lại nhé.
        [due_soon] Nhắc bạn: { $device } mượn ở { $place } đến hạn trả ngày { $date }.
        [due_tomorrow] Nhắc bạn: sắp đến hạn trả { $device } mượn ở { $place }, ngày { $date }.
       *[late] { $device } mượn ở { $place } đã quá hạn trả ({ $date }). Bạn mang trả giúp nhé, có người khác đang cần.
    }
choice-loan-ask = Mượn { $device }
choice-loan-agree = Đồng ý mượn
choice-loan-no = Thôi
choice-loan-cancel = Thôi mượn
choice-loan-extend = Gia hạn
choice-loan-mine = Máy tôi mượn
help-muonmay = /muonmay – máy bạn đang mượn, đang chờ
data-table-device-loan = Thiết bị bạn mượn hoặc chờ mượn
data-table-device-loan-told = Lời nhắc về thiết bị bạn mượn

console-loans = Kho thiết bị cho mượn
console-loans-what = Số máy của nơi này, ai đang mượn, ai đang chờ. Đến lượt, người chờ được nhắn và có 48 giờ để lấy. Tên và số điện thoại chỉ dùng để hẹn lấy và trả máy; 30 ngày sau khi trả thì bị xóa.
console-loan-stock = Kho
console-loan-stock-none = Chưa có thiết bị nào.
console-loan-device = Thiết bị
console-loan-total = Tổng số
console-loan-lent = Đang cho mượn
console-loan-kept = Giữ chờ lấy
console-loan-waiting = Đang chờ
console-loan-days = Số ngày mượn
console-loan-open = Đang mượn và đang chờ
console-loan-open-none = Không có ai mượn hay chờ.
console-loan-name = Tên gọi
console-loan-state = Tình trạng
console-loan-until = Hạn
console-loan-erased = (đã xóa dữ liệu)
console-loan-is = { $state ->
        [waiting] chờ, số { $position }
        [offered] giữ máy, chờ đến lấy
       *[lent] đang mượn
    }
console-loan-step = { $step ->
        [hand-out] Đã giao máy
        [return] Đã nhận lại
       *[withdraw] Bỏ khỏi danh sách
    }
console-loan-set = Đặt số lượng
console-loan-number = Ghi một số nguyên: số máy đến 10000, số ngày từ 1 đến 365.
console-loan-device-missing = Chọn loại thiết bị.
console-loan-stock-set = Đã lưu kho.
console-loan-held = Số máy đang cho mượn hoặc giữ chờ lấy nhiều hơn số này.
console-loan-sample = Đây là chỗ mẫu, không cho mượn được.
console-loan-now-lent = Đã ghi là giao máy.
console-loan-now-back = Đã ghi là nhận lại máy.
console-loan-now-off = Đã bỏ khỏi danh sách.
console-no-loan = Không có lượt mượn này.
console-loan-none-free = Không còn máy nào trống.
console-loan-changed = Lượt mượn này đã đổi tình trạng. Hãy tải lại trang.
console-did-stock = đặt kho thiết bị
console-did-hand-out = giao một thiết bị
console-did-return = nhận lại một thiết bị
console-did-loan-off = bỏ một người khỏi danh sách mượn
console-subject-loan = Lượt mượn số { $id }
api-stock-held = Số máy đang cho mượn hoặc giữ chờ lấy nhiều hơn số này
api-stock-sample = Đây là chỗ mẫu, không cho mượn được
api-loan-none-free = Không còn máy nào trống
api-loan-state = Lượt mượn này không ở bước ấy

# Mạng yếu
network-what = Mạng ở chỗ bạn yếu thì báo để thành phố biết nơi cần thêm sóng. Mình chỉ cộng một người vào số của phường trong tháng, không lưu tên bạn.
network-where = Bạn ở phường nào?
network-which = Bạn ở phường nào trong số này?
network-noted = Cảm ơn bạn! Đã cộng thêm một người ở { $ward } trong tháng này, không kèm tên.
network-known = Cảm ơn bạn, tháng này bạn đã báo cho { $ward } rồi. Sang tháng vẫn yếu, bạn báo lại nhé.
choice-network-report = Báo mạng yếu ở { $ward }
choice-network-ask = Báo mạng yếu
choice-network-wifi = Wi-Fi miễn phí gần đây
help-mangyeu = /mangyeu – báo mạng yếu ở phường bạn
data-table-network-reporter = Phường bạn đã báo mạng yếu trong tháng này
console-network = Mạng yếu
console-network-what = Số người báo mạng yếu theo phường và tháng, không kèm ai. Mỗi người được tính một lần một phường, một tháng. Dưới { $fewest } người thì không hiện số.
console-network-month = Tháng
console-network-csv = Tải về dạng CSV
console-network-ward = Phường, xã
console-network-people = Số người
console-network-few = dưới { $fewest }
console-network-none = Tháng này chưa ai báo.
console-network-map = Số người báo mạng yếu theo phường, tháng { $month }
console-network-hidden = không ai hoặc dưới { $fewest } người
console-network-legend = Ô đậm hơn là nhiều người báo hơn. Bảng bên dưới nói cùng điều ấy bằng số.
