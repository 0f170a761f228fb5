# Đọc và hiện câu trả lời: nói rõ cần gõ gì, kèm ví dụ.

answer-empty = Anh/chị gõ câu trả lời, hoặc bấm một nút bên dưới.
answer-text-long = Dài quá: { $length } ký tự, tối đa { $allowed }. Anh/chị rút gọn rồi gửi lại.
answer-text-yes = Ở câu này anh/chị gõ nội dung muốn ghi, ví dụ: đã nhắc nhở tại chỗ. Không có gì ghi thêm thì anh/chị bấm Bỏ qua nhé.
answer-text-words = Câu này cần anh/chị gõ nội dung cụ thể, ví dụ: đã nhắc nhở tại chỗ.
answer-text-empty = Anh/chị gõ vài chữ giúp, ví dụ: đã nhắc nhở tại chỗ.

answer-number = Anh/chị gõ một con số, ví dụ { $example }.
answer-number-unit = Anh/chị gõ một con số, tính bằng { $unit }, ví dụ { $example }.
answer-number-whole = Số này phải là số nguyên, không có phần lẻ. Ví dụ { $example }.
answer-number-exact = Anh/chị cho con số chính xác, ví dụ { $example }.
answer-number-several = Ở đây chỉ cần một con số, ví dụ { $example }.
answer-number-small = Số này phải từ { $least } trở lên.
answer-number-large = Số này lớn quá: tối đa { $most }. Anh/chị xem lại giúp.
answer-number-which = Anh/chị muốn nói số nào?
answer-money = Anh/chị gõ số tiền, ví dụ 25 triệu, 1,2 tỷ hoặc 500.000đ.

answer-date = Anh/chị gõ ngày, ví dụ { $example }, “hôm qua” hoặc “thứ 5 tuần trước”.
answer-date-day = Anh/chị cho ngày cụ thể, ví dụ { $example }.
answer-date-days = Anh/chị gõ ngày đầu đến ngày cuối, ví dụ 6/5 đến 7/5, hoặc một ngày như { $example }.
answer-date-order = Ngày đầu { $first } và ngày cuối { $last } chưa hợp. Anh/chị gõ lại, ví dụ 6/5 đến 7/5.
answer-date-early = Năm của { $date } xa quá. Anh/chị gõ lại, ví dụ { $example }.
answer-date-far = Ngày { $date } xa quá. Anh/chị xem lại năm giúp.
answer-date-future = Ngày { $date } chưa tới: hôm nay là { $today }. Anh/chị gõ lại ngày đã làm.
answer-date-past = Ở đây cần ngày đã qua: hôm nay là { $today }. Anh/chị gõ lại ngày đã làm.
answer-date-impossible = Không có ngày này trong lịch. Anh/chị gõ ngày trước, tháng sau, ví dụ { $example }.
answer-date-no-such = Tháng { $month } chỉ có { $days } ngày. Anh/chị gõ lại, ví dụ { $example }.
answer-date-month = Không có tháng { $month }. Anh/chị gõ ngày trước, tháng sau, ví dụ { $example }.
answer-date-lunar = Anh/chị gõ ngày dương lịch, ví dụ { $example }.
answer-date-old = Năm { $year }, có đúng không?
answer-date-which = Anh/chị muốn nói ngày nào? Hôm nay là { $today }.

answer-choice = Chưa rõ anh/chị chọn ý nào. Bấm một nút, hoặc gõ tên, ví dụ: { $options }.
answer-choice-which = Anh/chị muốn chọn ý nào?
answer-choices = Anh/chị gõ các ý, cách nhau bằng dấu phẩy, ví dụ: { $options }.
answer-choices-unclear = Chưa rõ “{ $pieces }”. Anh/chị gõ các ý, cách nhau bằng dấu phẩy, ví dụ: { $options }.

answer-tally = Anh/chị gõ số của từng loại, ví dụ: { $example }.
answer-tally-zero = Tổng đang là 0. Anh/chị gõ số của từng loại, ví dụ: { $example }.
answer-tally-which = Anh/chị muốn nói thế nào?

answer-place = Chưa thấy nơi này trong danh sách. Anh/chị chọn một nơi, hoặc gõ tên, ví dụ: { $places }.
answer-place-unknown = Danh sách chưa có “{ $typed }”. Có phải anh/chị muốn nói một trong các nơi này? Nếu không, anh/chị nhắn người quản trị thêm nơi mới.
answer-place-which = Anh/chị muốn nói nơi nào?
answer-place-none = Danh sách chưa có nơi nào để chọn. Anh/chị nhắn người quản trị thêm nơi này.

answer-people = Anh/chị gõ tên, mỗi người một dòng hoặc cách nhau bằng dấu phẩy, ví dụ: An, Bình.
answer-people-name = “{ $name }” chưa giống tên người. Anh/chị gõ tên, cách nhau bằng dấu phẩy, ví dụ: An, Bình.
answer-people-many = Nhiều tên quá: { $count }, tối đa { $allowed }.

answer-evidence = Anh/chị gửi ảnh hoặc tệp vào đây.

answer-show-number = { $number }
answer-show-unit = { $number } { $unit }
answer-show-money = { $number } triệu đồng
answer-show-date = { $date }
answer-show-days = { $first } đến { $last }
answer-show-weekday = { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
} { $date }
answer-show-count = { $count } { $what }
answer-show-evidence = { $count } ảnh/tệp
