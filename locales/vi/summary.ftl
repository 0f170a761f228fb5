# Bản tổng hợp gửi lãnh đạo: tuần, hoặc ngày, tháng, quý.

summary-week = Tuần { $number } ({ $first }-{ $last })
summary-day = Ngày { $day }
summary-month = Tháng { $number }/{ $year }
summary-quarter = Quý { $number }/{ $year }
summary-title = **{ $time } · { $tenant }**

# Một dòng đếm chỉ tiêu theo tình trạng
summary-reached = ✅ { $count } đạt
summary-good = 🟢 { $count } đúng nhịp
summary-behind = 🟡 { $count } chậm
summary-at-risk = 🔴 { $count } cần anh/chị
summary-no-data = ⚪ { $count } chưa đủ số liệu
summary-followed = 🔹 { $count } theo dõi
summary-none-behind = Không có chỉ tiêu nào chậm.
summary-needs = 🔴 **Cần anh/chị:**
summary-slow = 🟡 **Đang chậm:**
summary-newly = 🎉 **Mới đạt:**
summary-others-more = và { $count } nữa

# Báo cáo trong kỳ
summary-reports =
    { $every ->
        [day] Trong ngày
        [month] Trong tháng
        [quarter] Trong quý
       *[week] Trong tuần
    }: { $count } báo cáo ({ $kinds })
summary-kind = { $kind }: { $count }
summary-no-reports =
    { $every ->
        [day] Trong ngày
        [month] Trong tháng
        [quarter] Trong quý
       *[week] Trong tuần
    }: chưa có báo cáo nào
summary-unit = • { $unit }: { $count } báo cáo
summary-no-unit = không thuộc đơn vị nào
summary-silent = Chưa báo cáo: { $units }
summary-without-people = { $count } đơn vị chưa có ai dùng bot
summary-silent-units = { $count } đơn vị chưa báo cáo
summary-none-silent = Các đơn vị đều đã báo cáo
summary-others = { $names } và { $count } nữa

# Việc chờ người đọc, việc trễ hay sắp hết hạn
summary-waiting = Chờ anh/chị duyệt: { $what }
summary-pending = { $count } báo cáo
summary-newcomers = { $count } người mới
summary-requests =
    { $late ->
        [0] { $count } yêu cầu đang mở
       *[other] { $count } yêu cầu đang mở ({ $late } quá hạn)
    }
summary-late-steps = ⏰ { $count } bước trễ
summary-expiring = { $count } phương tiện đo hết hạn trong { $days } ngày
summary-difficulties = { $count } khó khăn mới
summary-overdue = 🔴 Quá hạn { $days } ngày: { $name } ({ $plan }), hạn cuối { $last }
summary-overdue-more = { $count } báo cáo khác cũng quá hạn
summary-deadline =
    { $days ->
        [0] Hôm nay là ngày cuối: { $name } ({ $plan })
       *[other] Còn { $days } ngày: { $name } ({ $plan }), hạn cuối { $last }
    }

summary-button-targets = 📊 Từng chỉ tiêu
summary-button-why = ❓ Vì sao { $code }?
summary-button-nudge = 🔔 Nhắc { $count } đơn vị
summary-button-pending = Duyệt báo cáo ({ $count })
summary-button-members = Duyệt người mới ({ $count })
summary-button-requests = 📨 Yêu cầu ({ $count })
summary-steps-late = ⏰ Các bước trễ
summary-button-steps = ⏰ Bước trễ ({ $count })
summary-button-expiring = ⚖️ Sắp hết hạn ({ $count })
summary-button-difficulties = 🧱 Khó khăn ({ $count })
summary-button-units = 🏢 Các đơn vị
summary-invite = ➕ Mời người của đơn vị
summary-back = 🗓 Tóm tắt

# Hình
summary-chart =
    { $pages ->
        [1] { $day } · { $tenant }
       *[other] { $day } · { $page }/{ $pages } · { $tenant }
    }
summary-picture =
    { $pages ->
        [1] 🖼 Chỉ tiêu so với nhịp, { $day }
       *[other] 🖼 Chỉ tiêu so với nhịp, { $day } (hình { $page }/{ $pages })
    }
summary-see = 🖼 Xem bằng hình
summary-in-words = 🔤 Xem bằng chữ

# Các trang đứng sau
summary-targets = 📊 **Từng chỉ tiêu** (trang { $page }/{ $pages })
summary-units = 🏢 **Các đơn vị · { $time }**
summary-units-silent = Chưa báo cáo ({ $count }):
summary-units-reported = Đã báo cáo ({ $count }):
summary-quiet = • { $unit }
summary-last = gần nhất { $day }
summary-never = chưa từng báo cáo
summary-unmanned = chưa có ai nhận được tin
summary-nudged = hôm nay đã nhắc
summary-steps = ⏰ **{ $count } bước đã trễ** (trang { $page }/{ $pages })
summary-no-steps = Không có bước nào trễ.
summary-stuck = 🧱 **Khó khăn · { $time }**: { $count }
summary-stuck-more = … và { $count } khó khăn khác
summary-stuck-open = Nhắn số của bản ghi để mở xem.
summary-difficulty = • **{ $receipt }**

# Nhắc các đơn vị chưa báo cáo
nudge-text = { $manager } nhờ em nhắc: { $time }, { $unit } chưa có báo cáo nào. Nếu tuần này không có việc, anh/chị bấm “Không phát sinh tuần này” là xong.
nudge-unit = { $unit } ({ $count } người)
nudge-ask = Em nhắn cán bộ của { $unit } nhắc báo cáo tuần này, ghi rõ anh/chị nhờ, nhé?
nudge-button-one = 🔔 Nhắc đơn vị này
nudge-not-silent = Tuần này đơn vị ấy đã có báo cáo, hoặc không phải báo cáo hằng tuần, nên em không nhắc.
nudge-sent = 🔔 Đã nhắc { $count } đơn vị: { $units }
nudge-already = Hôm nay đã nhắc rồi, em không nhắc thêm: { $units }
nudge-again = Nửa ngày này bot vừa nhắc rồi; nếu đến { $at } vẫn chưa có báo cáo, em nhắc thêm { $count } đơn vị: { $units }
nudge-away = Cả đơn vị đang nghỉ: { $units }
nudge-nobody = Chưa có ai nhận được tin của bot, anh/chị mời thêm ở “Người dùng”: { $units }
nudge-later = Đang giờ nghỉ: em gửi lúc { $at }.
nudge-over = { $time } đã qua, em không nhắc nữa.

# Tuần của một cán bộ
own-week-title = 🗓 **{ $time } của { $name }**
own-week-sent = Đã gửi { $count } báo cáo ({ $kinds }). Cảm ơn anh/chị!
own-week-nothing = Tuần này chưa có báo cáo nào. Có việc thì anh/chị nhắn một câu là xong.
own-time-nothing = Không có báo cáo nào trong thời gian này.
own-week-moved = 🎯 Góp vào:
own-week-pending = ⏳ { $count } báo cáo đang chờ xác nhận
own-week-back = ↩️ Được trả lại, chờ anh/chị xem: { $receipts }
own-week-due = 📌 Đến hạn trong 7 ngày tới:
own-week-due-more = … và { $count } việc nữa

# Việc của hộ trong tháng
own-month-title = 🗓 **Tháng { $month } của { $name }**
own-month-late = 🔴 { $count } cân chưa kiểm định hoặc đã hết hạn: chưa dùng để bán hàng được.
own-month-ending = ⏳ { $count } cân hết hạn kiểm định trong tháng này (đến { $day }).
own-month-market = 📅 { $day } có kiểm định cân ngay tại chỗ anh/chị bán hàng.
own-month-answered = 💬 { $count } câu hỏi đã có trả lời, chờ anh/chị xem được chưa.
own-month-open = 💬 { $count } câu hỏi cán bộ đang lo.
own-month-back = ↩️ Cán bộ nhờ anh/chị xem lại: { $receipts }
own-month-pending = ⏳ { $count } báo cáo đang chờ cán bộ xác nhận.
own-month-asked = 💬 Câu tôi đã hỏi

# Khi hỏi tóm tắt của một lúc khác
summary-which = Anh/chị muốn xem tóm tắt của ngày, tuần, tháng hay quý nào? Bấm một nút, hoặc gõ như “tóm tắt tháng 10”, “tóm tắt 3/11”.
summary-to-come = Lúc đó chưa tới: hôm nay là { $today }.
time-no-such-day = Tháng { $month } chỉ có { $days } ngày.
time-no-such-week = Năm { $year } chỉ có { $weeks } tuần.
time-no-such-month = Một năm chỉ có 12 tháng.
time-no-such-quarter = Một năm chỉ có 4 quý.
