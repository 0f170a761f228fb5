### Báo cáo thực hiện kế hoạch, làm ngay trong khung chat: chọn kỳ, nhận tệp.
menu-papers = 📑 Báo cáo năm, quý
papers-which = 📄 **Báo cáo thực hiện kế hoạch**: anh/chị cần báo cáo của kế hoạch nào?
papers-which-of = 📄 **Báo cáo thực hiện kế hoạch**, { $span }: của kế hoạch nào ạ?
papers-none-then = Đơn vị mình không có kế hoạch nào chạy trong thời gian đó: { $span }.
papers-when = Báo cáo cho kỳ nào ạ?
papers-year = Năm { $year }
papers-quarter = Quý { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}/{ $year }
papers-days = 📅 Từ ngày … đến ngày …
papers-days-ask = Anh/chị nhắn ngày đầu và ngày cuối của kỳ báo cáo { $code }, ví dụ **1/7 - 15/10**. Chỉ nhắn ngày đầu thì em tính đến hôm nay.
papers-days-again = Em chưa đọc được kỳ báo cáo này: cần ngày đầu trước ngày cuối, và chưa quá hôm nay; hoặc gõ như “quý 3”, “năm 2025”.
papers-made = 📄 Báo cáo **{ $plan }** { $over }, theo số liệu đã ghi nhận tới { $known }.
papers-edit = Đây là bản Word để văn phòng biên tập; số, ngày và chữ ký còn để trống. Mỗi số liệu kèm mã trong ngoặc vuông, nhắn mã đó cho em để xem các báo cáo đứng sau.
papers-annexes = 📊 Phụ lục Excel: cùng số liệu ấy, để tính tiếp.
papers-when-sent = Khi báo cáo đã gửi đi, anh/chị bấm ghi lại số và nơi nhận, để tính vào chỉ tiêu gửi báo cáo đúng hạn.
papers-other = 📄 Báo cáo khác
papers-none = Đơn vị mình không có báo cáo này.
papers-to-come = Chưa tới { $over } nên chưa có gì để báo cáo.
papers-not-yet = Kế hoạch { $code } bắt đầu từ { $starts }, kỳ này chưa có gì để báo cáo.
papers-file = bao-cao-{ $plan }-{ $span }.{ $ending }
papers-sent = 📨 Đã gửi: ghi số, nơi nhận
papers-over = Kế hoạch { $code } đã kết thúc ngày { $ends }, kỳ này không có báo cáo.
papers-data = 📤 Số liệu Excel, CSV
