/** A small lesson without a problem, for tests to spoil. Its picture is `hinh.svg`. */
export function lessonSource(id = 'bai'): string {
  return `---
id: ${id}
title: Khóa máy khi rời tay
objective: Đặt được khóa màn hình.
minutes: 3
domains: [4]
topics: [khóa màn hình]
prequestion: ${id}-chon
try: Khóa máy rồi mở lại. Máy hỏi mã là xong.
checked: 2026-11-29
sources:
  - Tài liệu tham khảo
items:
  - id: ${id}-chon
    kind: choice
    question: Bạn để quên máy ở quán. Thứ gì giữ dữ liệu của bạn?
    options:
      - text: Ốp lưng dày
        note: Ốp giữ máy khỏi vỡ, còn dữ liệu thì không.
      - text: Khóa màn hình
        right: true
        note: "Đúng: người nhặt không mở được."
      - text: Tắt tiếng chuông
        note: Tắt tiếng thì khó tìm máy hơn.
    hints:
      - Nghĩ tới người nhặt được máy.
      - Họ cần qua được bước nào?
      - "Ví dụ khác: cửa nhà có ổ."
      - Khóa màn hình, vì người nhặt không biết mã.
    giveaways: [đặt/bật mã + máy, khóa máy, lock + screen]
    variant:
      question: Bạn cho mượn máy ở chợ. Thứ gì giữ dữ liệu?
      options:
        - text: Đứng gần nhìn
          right: true
          note: "Đúng: thấy họ làm gì."
        - text: Để họ đi xa
          note: Xa rồi thì không thấy.
        - text: Cho họ mã
          note: Có mã là vào được hết.
      giveaways: [ở lại, trông/ngó máy, stay close]
  - id: ${id}-may-so
    kind: number
    question: Mã khóa thường có ít nhất mấy chữ số?
    answer: 6
    unit: chữ số
    wrong:
      - forms: ["4", bốn]
        note: Trước đây là vậy, nay nên dài hơn.
    right: "Đúng rồi: khó đoán hơn nhiều."
    hints:
      - Dài hơn mã thẻ ngân hàng.
      - Hơn bốn.
      - "Ví dụ khác: mã 8 số còn lâu hơn."
      - Sáu chữ số, vì có một triệu cách.
    giveaways: [sáu số, gấp đôi ba, half a dozen]
    variant:
      question: Mật khẩu nên có ít nhất mấy ký tự?
      answer: 12
      right: Đúng rồi.
      giveaways: [một tá, mười hai, dozen]
  - id: ${id}-lam-gi
    kind: short
    question: Rời bàn đi lấy nước, bạn làm gì với máy?
    accept: [khóa máy, khóa lại, không]
    wrong:
      - forms: [để đó]
        note: Gần thì tiện, nhưng ai cũng với tới.
    answer: Khóa máy rồi mới đi.
    rubric: Nói tới việc khóa.
    right: Đúng rồi.
    hints:
      - Không nên để mở.
      - Có một nút ở cạnh máy.
      - "Ví dụ khác: ra khỏi nhà thì cài cửa."
      - Khóa máy bằng nút nguồn.
    giveaways: [bấm nút_nguồn, tắt màn_hình, lock it]
    variant:
      question: Cho con mượn máy xong, bạn làm gì?
      accept: [xem lại máy]
      answer: Xem lại máy.
      rubric: Nói tới việc xem lại.
      right: Đúng rồi.
      giveaways: [kiểm_tra máy, coi lại, check it]
---

# Đọc

## Vì sao

Máy có **ảnh**, tin nhắn
và tiền.

- Ảnh gia đình
- Tài khoản

? để máy không có mất gì không

## Khóa nào

Mã số, vân tay đều được.

# Nhìn

![Nút nguồn ở cạnh phải](hinh.svg)

## Nút nguồn

Bấm một lần.

## Màn hình

Máy hỏi mã.

# Làm

## Bước 1

Mở Cài đặt.

## Bước 2

Đặt mã, bạn thấy máy hỏi mã.
`;
}

export const trackSource = `title: Giữ máy
english: Keeping a phone
about: Giữ máy và dữ liệu.
audience: everyone
domains: [4]
topics: [khóa màn hình]
placement:
  - question: Máy hỏi mã khi nào?
    options:
      - text: Khi mở khóa
        right: true
      - text: Khi sạc
      - text: Khi gọi
    lesson: bai
`;

export const pictureSource =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="#fff"/><text x="40" y="80" font-size="32">Nút nguồn</text></svg>';
