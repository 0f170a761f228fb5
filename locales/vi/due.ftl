# Việc đến hạn: tên từng việc, hạn, ai được báo.

due-duty = { $name } ({ $plan }, { $year })
due-step = Bước { $code }: { $name }
due-task = Nhiệm vụ { $code }
due-goal = Chỉ tiêu { $code }
due-goal-lacks = còn thiếu { $amount }
due-goal-more = cần hơn kỳ trước
due-request = Yêu cầu { $receipt }: { $text }
due-pending = { $kind } { $receipt } chờ xác nhận
due-instruments = { $count } phương tiện đo ở { $place } hết hạn kiểm định

due-mark-late = 🔴
due-mark-soon = 🟠
due-mark-coming = 🔹
due-line = { $mark } **{ $name }**: { $when }
due-before = trước { $before } (hết ngày { $last })
due-by = hạn { $last }
due-left = còn { $days } ngày
due-today = hôm nay là ngày cuối
due-late = quá hạn { $days } ngày

due-told-manager = lãnh đạo ({ $day })
due-told-above = cấp trên ({ $day })
due-ahead = Nếu vẫn chưa xong, bot báo { $who }.

# tiendo due
due-title = { $tenant }, { $day }: { $count } việc
due-none = Không có việc nào đến hạn.
due-none-soon = Không có việc nào sắp đến hạn.
due-long-late = ⏰ { $count } bước đã trễ quá { $days } ngày: em không nhắc nữa, nhưng vẫn chờ báo cáo.
due-owners = { "   " }{ $units }: { $people }
due-no-unit = chưa có đơn vị phụ trách
due-nobody = chưa có ai nhận, báo lãnh đạo
due-away = { "   " }đang nghỉ: { $people }
due-stages = { "   " }báo ngày: { $days }
due-stage-officer = { $day }
due-stage-manager = { $day } lãnh đạo
due-stage-above = { $day } cấp trên

# Tin nhắn việc đến hạn, mỗi nửa ngày nhiều nhất một tin
digest-title = Chào anh/chị { $name }, ngày { $day } có { $count } việc cần anh/chị:
digest-pending = 🕒 { $count } báo cáo chờ xác nhận
digest-more = … và { $count } việc khác
digest-skipped = Bot tạm ngừng nên { $count } lời nhắc đã lỡ hẹn. Bấm “Xem tất cả” để khỏi sót việc.
digest-all = Xem tất cả
digest-see-pending = Duyệt báo cáo ({ $count })
digest-open = Việc { $number }
digest-alone = Đơn vị phụ trách chưa có ai nhận việc này, nhờ anh/chị giao.
digest-whose = Phụ trách: { $units }
# việc của các xã, phường, cho người ở cấp trên
digest-title-below = Chào anh/chị { $name }, ngày { $day } có { $count } việc quá hạn ở { $places } xã, phường, em báo để anh/chị nắm:
digest-below = 🏘 Ở { $places } xã, phường có { $count } việc quá hạn:
digest-place = **{ $tenant }**: { $count } việc, lâu nhất { $left }
digest-place-line = • { $name }: { $left } · { $units }
digest-place-more = • … và { $count } việc khác
digest-places-more = … và { $count } việc ở { $places } xã, phường khác
digest-place-open = { $tenant } ({ $count })
digest-places = 🏘 Các xã, phường
due-below-title = 🏘 **Việc quá hạn ở xã, phường**: em đã báo anh/chị { $count } việc ở { $places } nơi. Bấm vào từng nơi để xem đến giờ còn những việc gì.
due-below-none = Hiện em chưa báo anh/chị việc quá hạn nào của các xã, phường.
due-below-place-title = **{ $tenant }**, { $day }: còn { $count } việc quá hạn
due-below-place-done = ✅ { $tenant }: không còn việc nào quá hạn.
digest-whose-below = { $tenant } · phụ trách: { $units }

due-doing = Đang làm: { $reason }
due-do-duty = 📨 Ghi báo cáo đã gửi
due-do-date = 📝 Báo cáo
due-do-task = Xem nhiệm vụ
due-do-goal = 📝 Báo cáo
due-look-goal = 📊 Xem chỉ tiêu
due-do-step = 📝 Xem bước, báo cáo
due-do-request = 💬 Mở yêu cầu
due-do-pending = Xem báo cáo
due-do-instruments = Xem phương tiện
due-say-later = Để sau
due-say-doing = Đang làm
due-say-not-mine = Không phụ trách
due-say-nothing = Không phát sinh
due-say-done = ✅ Đã xong
due-say-again = ↩ Nhầm, vẫn nhắc

due-why = Anh/chị đang làm đến đâu, vướng gì? Nhắn một câu, lãnh đạo sẽ đọc được.
due-why-length = Anh/chị viết từ 2 đến { $most } ký tự giúp em. Ví dụ: còn chờ số liệu của Trạm Y tế.
due-back = ◀ Quay lại
due-put-off = Vâng, sáng { $day } em nhắc lại.
due-put-off-late = Lúc đó đã quá hạn { $last }, bot sẽ báo lên trên như đã hẹn.
due-noted-again = Vâng, việc này vẫn còn, em nhắc như trước.
due-noted-doing = Đã ghi: đang làm. Hạn vẫn là { $last }.
due-noted-not-mine = Đã ghi: anh/chị không phụ trách việc này. Vẫn còn { $people } nhận.
due-noted-nobody = Đã ghi: anh/chị không phụ trách việc này. Em báo lãnh đạo giao lại.
due-noted-nothing = Đã ghi: không phát sinh. Em không nhắc việc này nữa.
due-noted-done = ✅ Đã ghi: xong. Em không nhắc việc này nữa.
due-gone = Việc này đã xong hoặc không còn nữa.
due-number = { $number }.
due-own-title = Việc đến hạn, { $day }:
due-previous = ‹ Trang trước
due-next = Trang sau ›

# Nghỉ phép
leave-until-when = Anh/chị nghỉ đến hết ngày nào? Ví dụ: 20/11. Trong lúc nghỉ em không nhắc, việc của anh/chị em báo người khác cùng đơn vị.
leave-day-again = Anh/chị gõ ngày cuối của kỳ nghỉ, từ hôm nay trở đi, ví dụ 20/11.
leave-from = Anh/chị nghỉ từ { $since }, đến hết ngày nào? Bấm một nút, hoặc gõ ngày cuối.
leave-last-again = Anh/chị gõ ngày cuối của kỳ nghỉ, từ { $since } trở đi, ví dụ 31/12. Nghỉ một ngày thì bấm “1 ngày”.
leave-one-day = 1 ngày
leave-rest-of-week = Hết tuần ({ $until })
leave-taken = 🌴 Đã ghi: nghỉ từ { $since } đến hết { $until }. Em nhắc lại từ { $back }.
leave-taken-day = 🌴 Đã ghi: nghỉ ngày { $until }. Em nhắc lại từ { $back }.
leave-other = Kỳ nghỉ đã báo trước vẫn giữ: { $one ->
    [true] ngày { $since }.
   *[other] từ { $since } đến hết { $until }.
}
leave-end = Đã đi làm lại
leave-ended = Chào anh/chị trở lại. Em nhắc việc như thường.
leave-none = Anh/chị đang không nghỉ phép. Em nhắc việc như thường.

# Lịch của đơn vị: hạn báo cáo, ngày nghỉ, mức sẵn sàng
calendar-title = 🗓 **Lịch báo cáo**, { $day }
calendar-overdue = 🔴 **{ $name }**: { $when } · { $left }, chưa báo là đã gửi
calendar-deadline = • **{ $name }**: { $when } · { $left }
calendar-no-deadlines = Chưa có hạn báo cáo nào trong 12 tháng tới.
calendar-units = Mức sẵn sàng của từng đơn vị, tính theo chỉ tiêu, bước việc và 4 tuần gần đây:
calendar-unit = • { $unit }: **{ $score } %** (đủ { $passed } trên { $checks } mục) · { $missing }
calendar-ready = đủ
calendar-lacks-figures = { $count } chỉ tiêu chưa có số liệu
calendar-lacks-steps = { $count } bước chậm
calendar-lacks-weeks = { $count } tuần không báo cáo
calendar-lacks-pending = { $count } báo cáo chờ xác nhận
calendar-off = Ngày nghỉ, ngày làm bù sắp tới:
calendar-day-off = • { $day }: { $name }
calendar-day-expected = • { $day }: { $name } (dự kiến)
calendar-worked = • { $day }: làm bù
calendar-own = nghỉ theo lịch của đơn vị
days-off-quiet = Ngày lễ, Tết em không nhắc việc đến hạn: lời nhắc dời sang ngày làm việc gần nhất. Anh/chị vẫn nhắn, hỏi em được; cần cán bộ thì có người trả lời trong giờ làm việc ({ $opens }-{ $closes }).
days-off-ahead = Ngày nghỉ sắp tới, ngoài thứ Bảy và Chủ nhật:

calendar-see = 🗓 Lịch
calendar-add = ➕ Thêm hạn cho các đơn vị
calendar-make-off = Thêm ngày nghỉ
calendar-make-worked = Thêm ngày làm bù
calendar-edit = ✏️ Đổi hạn { $code } năm { $year }
calendar-drop = ✖ Bỏ: { $name }
calendar-set-days = 📌 Các hạn đã thêm ({ $count })
calendar-set-title = 📌 **Các hạn đã thêm**, bấm để bỏ:
calendar-ask-add = Anh/chị gõ ngày cuối rồi đến việc cần gửi, ví dụ: 20/12 gửi số liệu sơ kết
calendar-ask-off = Ngày nào cơ quan nghỉ? Anh/chị gõ một ngày, ví dụ 31/12.
calendar-ask-work = Ngày nào đi làm? Anh/chị gõ một ngày, ví dụ 26/12.
calendar-ask-duty =
    Ngày cuối được gửi báo cáo năm { $year } là ngày nào? Hạn “trước 15/11” thì gõ 14/11.{ $over ->
        [yes] {" "}Muốn gia hạn báo cáo năm { $last } thì gõ cả năm, ví dụ 30/11/{ $last }.
       *[no] {""}
    }
calendar-no-such-day = Em chưa thấy ngày nào có trên lịch trong câu này.
calendar-name-length = { $day } thì được; còn việc phải làm cần từ 2 đến { $most } ký tự, câu của anh/chị { $count } ký tự.
calendar-far = { $day } còn xa quá, lịch chỉ giữ việc đến { $last }. Anh/chị gõ ngày gần hơn giúp em.
calendar-past = Ngày này đã qua. Anh/chị gõ ngày từ { $today } trở đi.
calendar-added = ✅ Đã thêm: { $name }, { $when }.
calendar-dropped = Đã bỏ: { $name }.
calendar-now-off = ✅ { $day }: cơ quan nghỉ. Hôm đó bot không nhắc việc.
calendar-now-worked = ✅ { $day }: đi làm.
calendar-deadline-set = ✅ { $name }: { $when }. Báo cáo năm { $year } đến hết { $day }, các năm sau cũng theo ngày này. Cách tính chỉ tiêu không đổi.
calendar-this-year = Hạn mới phải là ngày từ { $today } đến { $last }; { $day } thì chưa được. Anh/chị gõ lại ngày giúp em nhé.
calendar-not-each-year = Ngày 29/2 không phải năm nào cũng có nên không làm hạn hằng năm được. Anh/chị gõ ngày khác, ví dụ 28/2.

# Giờ bot tự nhắn
hours-see = ⏰ Giờ bot nhắn
hours-title = ⏰ **Giờ bot nhắn**, bấm để đổi
hours-name-quiet = giờ nghỉ
hours-name-digest-morning = việc đến hạn, buổi sáng
hours-name-digest-afternoon = việc đến hạn, buổi chiều
hours-name-weekly-reminder = nhắc ai chưa báo cáo
hours-name-weekly-summary = tóm tắt tuần
hours-name-own-week = tuần của từng cán bộ
hours-name-daily-summary = tóm tắt ngày
hours-name-monthly-summary = tóm tắt tháng
hours-name-quarterly-summary = tóm tắt quý
hours-name-own-month = tháng của hộ
hours-quiet = • Không nhắn ai từ { $first } đến { $last }
hours-line = • { $at } { $when }: { $job }
hours-working-days = ngày làm việc
hours-daily = hằng ngày
hours-monthly =
    { $day ->
        [first] ngày làm việc đầu
        [last] ngày làm việc cuối
       *[other] ngày { $day }
    } { $of ->
        [quarter] quý
       *[month] tháng
    }
hours-off = • { $job }: chưa bật
hours-stop = 🔕 Không gửi
hours-weekday = { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
}
hours-edit = ✏️ { $what }
hours-edit-day = 📅 Đổi thứ, { $what }
hours-ask-at = Mấy giờ? Anh/chị gõ một giờ theo 24 giờ, ví dụ 8:00 hay 14h30.
hours-ask-quiet = Không nhắn ai từ mấy giờ đến mấy giờ? Ví dụ: 20:00 đến 7:00.
hours-ask-day = Thứ mấy hằng tuần?
hours-asleep = { $at } đang là giờ nghỉ nên “{ $job }” không gửi được lúc ấy. Anh/chị chọn giờ khác, hoặc đổi giờ nghỉ trước.
hours-set = ✅ Đã đổi, áp dụng từ bây giờ:
