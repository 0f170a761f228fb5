# Việc đến hạn: tên từng việc, hạn, ai được báo.

due-duty = { $name } ({ $plan }, { $year })
due-step = Bước { $code }: { $name }
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
digest-whose-below = { $tenant } · phụ trách: { $units }

due-doing = Đang làm: { $reason }
due-do-duty = 📨 Ghi báo cáo đã gửi
due-do-step = 📝 Xem bước, báo cáo
due-do-request = 💬 Mở yêu cầu
due-do-pending = Xem báo cáo
due-do-instruments = Xem phương tiện
due-say-later = Để sau
due-say-doing = Đang làm
due-say-not-mine = Không phụ trách
due-say-nothing = Không phát sinh
due-say-done = ✅ Đã xong

due-why = Anh/chị đang làm đến đâu, vướng gì? Nhắn một câu, lãnh đạo sẽ đọc được.
due-why-length = Anh/chị viết từ 2 đến { $most } ký tự giúp em. Ví dụ: còn chờ số liệu của Trạm Y tế.
due-back = ◀ Quay lại
due-put-off = Vâng, sáng { $day } em nhắc lại.
due-noted-doing = Đã ghi: đang làm. Hạn vẫn là { $last }.
due-noted-not-mine = Đã ghi: anh/chị không phụ trách việc này. Vẫn còn { $people } nhận.
due-noted-nobody = Đã ghi: anh/chị không phụ trách việc này. Em báo lãnh đạo giao lại.
due-noted-nothing = Đã ghi: không phát sinh. Em không nhắc việc này nữa.
due-noted-done = ✅ Đã ghi: xong. Em không nhắc việc này nữa.
due-gone = Việc này đã xong hoặc không còn nữa.
due-number = { $number }.
due-own-title = Việc đến hạn, { $day }:

# Nghỉ phép
leave-until-when = Anh/chị nghỉ đến hết ngày nào? Ví dụ: 20/11. Trong lúc nghỉ em không nhắc, việc của anh/chị em báo người khác cùng đơn vị.
leave-day-again = Anh/chị gõ ngày cuối của kỳ nghỉ, từ hôm nay trở đi, ví dụ 20/11.
leave-taken = 🌴 Đã ghi: nghỉ đến hết { $until }. Em nhắc lại từ { $back }.
leave-end = Đã đi làm lại
leave-ended = Chào anh/chị trở lại. Em nhắc việc như thường.
leave-none = Anh/chị đang không nghỉ phép. Em nhắc việc như thường.
