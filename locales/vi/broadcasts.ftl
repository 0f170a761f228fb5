# Messages to many people.
menu-broadcasts = 📣 Thông báo
broadcast-list =
    📣 **Thông báo**
    Nhắn một tin tới nhiều người cùng lúc. Anh/chị xem trước trên máy mình rồi mới gửi.
broadcast-list-officer =
    📣 **Thông báo**
    Anh/chị soạn, quản trị xem và cho gửi.
broadcast-list-button = 📣 Các thông báo
broadcast-new = ✍️ Soạn thông báo
broadcast-line = { $number } · { $state } · { $text }
broadcast-back = ◀ Thông báo { $number }
broadcast-gone = Thông báo này không sửa được nữa, hoặc không phải của anh/chị.

broadcast-incident-question =
    Anh/chị viết lời báo cho người bị ảnh hưởng, nhiều nhất { $most } ký tự: dữ liệu nào bị lộ hay mất, từ lúc nào, có thể bị gì, nên làm gì ngay, hỏi ai. Đừng ghi lại chính dữ liệu ấy.
broadcast-text-question =
    Anh/chị muốn nhắn gì? Gõ nội dung (tối đa { $most } ký tự), hoặc gửi một ảnh, một tệp kèm lời.
    Người nhận thấy đúng như anh/chị viết.
broadcast-words-question = Gõ nội dung mới (tối đa { $most } ký tự), hoặc gửi ảnh, tệp khác kèm lời.
broadcast-too-long = Tin này dài { $length } ký tự; tối đa { $most } để mọi kênh nhận trọn. Anh/chị rút gọn rồi gửi lại giúp em.
broadcast-no-file = Lúc này em không nhận ảnh hay tệp cho thông báo. Anh/chị mở thông báo, bấm “Nội dung” rồi gửi lại.
broadcast-drop-file = Bỏ ảnh, tệp kèm

broadcast-title =
    { $kind ->
        [correction] 📣 **Đính chính { $number }** · { $state }
        [reminder] 🔔 **Nhắc lại { $number }** · { $state }
        [recall] ↩️ **Thu hồi { $number }** · { $state }
       *[message] 📣 **Thông báo { $number }** · { $state }
    }
broadcast-state-draft = bản nháp
broadcast-state-proposed = chờ duyệt gửi
broadcast-state-scheduled = đã duyệt, chờ giờ gửi
broadcast-state-sending = đang gửi
broadcast-state-stopped = đã dừng
broadcast-state-done = đã gửi xong
broadcast-state-missed = lỡ giờ, chưa gửi
broadcast-state-cancelled = đã bỏ
broadcast-by = Người soạn: { $name }
broadcast-quoted = “{ $text }”
broadcast-file = 📎 { $name ->
        [none] một ảnh
       *[other] { $name }
    }
broadcast-refused = ✋ Chưa được gửi: { $why }
broadcast-began = Gửi từ { $at }, { $name } cho gửi.

broadcast-incident = 🛡 Báo theo một sự cố dữ liệu: ai đang hạn chế dữ liệu cũng được báo, vì luật cho họ quyền được biết.
broadcast-to = Gửi cho: { $audience }
broadcast-who = 👥 Gửi cho ai
broadcast-who-question = Thông báo này gửi cho ai?
broadcast-who-done = ✅ Xong
broadcast-all-everybody = Mọi người dùng
broadcast-all-officers = Mọi cán bộ
broadcast-all-households = Mọi hộ kinh doanh
broadcast-all-silent = Ai chưa báo cáo tuần này
broadcast-all-all-levels = Mọi người dùng của tỉnh và các xã
broadcast-all-heads-below = Lãnh đạo, quản trị các xã
broadcast-all-officers-below = Cán bộ các xã
broadcast-all-quiet-below = Xã chưa báo cáo tuần này
broadcast-narrow = Chọn kỹ hơn
broadcast-narrow-question = Chọn thêm để thu hẹp; người thuộc nhiều nhóm chỉ nhận một lần.
broadcast-less-question = Chọn người **không** gửi:
broadcast-add-group = ➕ Nhóm khác nữa
broadcast-less = ➖ Trừ ra
broadcast-back-to-groups = ◀ Người nhận
broadcast-clear = Chọn lại từ đầu
broadcast-by-role = Vai trò
broadcast-by-unit = Đơn vị
broadcast-by-place = Nơi
broadcast-by-kind = Loại hình
broadcast-by-trade = Ngành nghề
broadcast-by-commune = Xã, phường
broadcast-flag-silent = Chưa báo cáo tuần này
broadcast-flag-quiet = Xã chưa báo cáo tuần này
broadcast-flag-expires =
    { $days ->
        [0] Cân hết hạn
       *[other] Cân hết hạn { $days } ngày tới
    }
broadcast-pick-role = Vai trò nào?
broadcast-pick-unit = Đơn vị nào?
broadcast-pick-place = Ở đâu? (cơ sở hoặc cân đặt ở đó)
broadcast-pick-kind = Loại hình nào?
broadcast-pick-trade = Ngành nghề nào? (theo sổ cơ sở)
broadcast-pick-commune = Xã, phường nào?
broadcast-pick-none = Chưa có gì để chọn ở mục này.
broadcast-values-done = ◀ Chọn xong
broadcast-role-officer = cán bộ
broadcast-role-household = hộ kinh doanh
broadcast-role-manager = lãnh đạo
broadcast-role-admin = quản trị
broadcast-nobody = chưa chọn ai
broadcast-everybody = mọi người dùng
broadcast-without = { $groups }; trừ { $without }
broadcast-trades = ngành { $trades }
broadcast-silent = chưa báo cáo tuần này
broadcast-quiet-commune = xã chưa có báo cáo nào tuần này
broadcast-communes-all = Mọi xã, phường
broadcast-communes-every = ở mọi xã, phường
broadcast-expires =
    { $days ->
        [0] có cân đã hết hạn kiểm định
       *[other] có cân hết hạn kiểm định trong { $days } ngày tới
    }
broadcast-got = ai đã nhận thông báo { $number }
broadcast-unread = ai đã nhận thông báo { $number } mà chưa trả lời
broadcast-more = { $names } và { $count } nữa
broadcast-count = Người nhận: **{ $count }**
broadcast-count-where = Người nhận: **{ $count }** ({ $where })
broadcast-count-none = Chưa có ai nhận được tin này.
broadcast-count-nobody = Chưa có ai trong nhóm này. Anh/chị bấm “Gửi cho ai” để đổi hoặc bớt điều kiện.
broadcast-count-below = Trong đó { $count } người ở { $communes } xã, phường. Quản trị các nơi ấy được em báo.
broadcast-on = { $count } { $channel }
broadcast-unreached-never = { $count } người chưa từng nhắn bot, không gửi được
broadcast-unreached-blocked = { $count } người đã chặn bot, không gửi được

broadcast-words = ✏️ Nội dung
broadcast-ask = 💬 Nút trả lời
broadcast-asking = Người nhận bấm gì khi đọc?
broadcast-ask-received = Nút “Đã nhận”
broadcast-ask-question = Một câu hỏi
broadcast-asks-received = Nút: Đã nhận
broadcast-asks-question = Nút: Trả lời (người nhận gõ câu trả lời)
broadcast-asks-poll = Bình chọn: { $options }
broadcast-asks-nothing = Không có nút
broadcast-ask-poll = Bình chọn
broadcast-ask-nothing = Không có nút
broadcast-options-question = Gõ từ 2 đến { $most } lựa chọn, mỗi lựa chọn một dòng hoặc cách nhau bằng dấu “/”, tối đa { $length } ký tự.

broadcast-when = 🕗 Hẹn giờ
broadcast-when-question = Gửi lúc nào?
broadcast-when-now = Gửi ngay
broadcast-when-at = Hẹn ngày giờ
broadcast-when-weekly = Lặp hằng tuần
broadcast-when-monthly = Lặp hằng tháng
broadcast-when-any = Cho gửi cả ngoài giờ
broadcast-when-quiet = Chỉ gửi trong giờ
broadcast-when-typed = Gõ giờ và ngày, ví dụ “8h thứ Hai” hay “14h30 25/5”.
broadcast-when-again = Em chưa rõ giờ, hoặc giờ ấy đã qua. Anh/chị gõ lại, ví dụ “8h thứ Hai” hay “14h30 25/5”.
broadcast-until-typed = Lặp đến hết ngày nào? Ví dụ “31/12”.
broadcast-until-again = Ngày cuối phải sau lần gửi đầu và trong một năm tới. Anh/chị gõ lại giúp em, ví dụ “31/12”.
broadcast-at = Gửi lúc: { $at }
broadcast-at-once = Gửi: ngay khi được duyệt
broadcast-repeats =
    { $repeat ->
        [weekly] Lặp hằng tuần đến hết { $until }
       *[other] Lặp hằng tháng đến hết { $until }
    }
broadcast-quiet = 🌙 Giờ ấy mọi người nghỉ: em gửi lúc { $at }, trừ khi anh/chị cho gửi cả ngoài giờ.
broadcast-quiet-now = 🌙 Giờ này mọi người nghỉ. Chờ tới { $at } hay gửi ngay ạ?

broadcast-look = 👁 Xem trước và gửi
broadcast-last-look = ⬆️ Trên là tin như người nhận sẽ thấy.
broadcast-examples = Ví dụ: { $names }
broadcast-example = { $name } ({ $where })
broadcast-type-count = Gõ **{ $count }** để gửi.
broadcast-count-wrong = Chưa gửi. Số người nhận là { $count }; gõ đúng số ấy mới gửi.
broadcast-changed-since = ✏️ Chưa gửi: tin này đã được sửa sau lần anh/chị xem. Anh/chị xem lại bản mới rồi hãy gửi nhé.
broadcast-changed-still = ✏️ Chưa gửi: { $name } đã sửa tin này sau lần anh/chị xem và chưa đề nghị gửi lại.
broadcast-count-changed = Chưa gửi: số người nhận vừa đổi từ { $shown } thành { $count }. Anh/chị xem lại rồi gửi.
broadcast-send = 📨 Gửi { $count } người
broadcast-send-then = 🕖 { $at } gửi { $count } người
broadcast-send-anyway = 🌙 Gửi { $count } người ngay
broadcast-change = ✏️ Sửa
broadcast-drop = 🗑 Bỏ
broadcast-propose = 📨 Đề nghị gửi
broadcast-proposed =
    { $count ->
        [0] Đã ghi lời đề nghị, nhưng xã chưa có quản trị nào dùng bot; anh/chị nhắn trực tiếp giúp em.
       *[other] Đã đề nghị { $count } quản trị cho gửi; có quyết định em báo ngay.
    }
broadcast-proposed-news =
    📣 { $name } đề nghị gửi thông báo { $number }:
    “{ $text }”
broadcast-refuse = ✋ Không gửi
broadcast-refuse-question = Vì sao chưa gửi? Em chuyển lời tới { $name }.
broadcast-refused-done = Đã báo { $name }.
broadcast-refused-news = ✋ Thông báo { $number } chưa được gửi: { $why }

broadcast-released = 📨 Bắt đầu gửi tới { $count } người. Em báo tiến độ ngay ở đây.
broadcast-released-later = 🕗 Đã duyệt; đến giờ em gửi tới { $count } người.
broadcast-released-quiet = 🌙 Đã duyệt; { $at } hết giờ nghỉ em gửi tới { $count } người.
broadcast-unschedule = Không gửi nữa
broadcast-cancel-sure = Bỏ thông báo { $number }? Chưa ai nhận; nội dung đã soạn không giữ lại.
broadcast-cancel-yes = Bỏ hẳn
broadcast-cancelled = Đã bỏ thông báo { $number }, chưa ai nhận.
broadcast-stop = ⏸ Dừng
broadcast-stopped = ⏸ Đã dừng. Tin đang trên đường có thể còn đến vài người.
broadcast-go-on = ▶️ Gửi tiếp
broadcast-goes-on = ▶️ Em gửi tiếp từ người kế tiếp.
broadcast-end = ⏹ Thôi hẳn
broadcast-end-sure = Thôi gửi thông báo { $number } cho những người còn lại?
broadcast-end-yes = Thôi hẳn
broadcast-refresh = 🔄 Cập nhật
broadcast-sheet = 📄 Excel
broadcast-sheet-caption = Kết quả thông báo { $number }, từng người.
broadcast-sheet-file = thong-bao-{ $number }.xlsx
broadcast-remind = 🔔 Nhắc { $count } người chưa bấm
broadcast-correct = ✏️ Đính chính
broadcast-fix-question = Gõ lời đính chính. Em gửi tới những người đã nhận thông báo { $number }, ghi rõ là đính chính.
broadcast-recall = ↩️ Thu hồi
broadcast-recall-sure =
    Thu hồi thông báo { $number }? Telegram và web: em thay nội dung đã gửi bằng lời báo thu hồi.
    Zalo không cho sửa tin đã gửi: người ấy vẫn thấy, anh/chị gửi thêm đính chính.
broadcast-recall-yes = Thu hồi
broadcast-recalling = ↩️ Đang thu hồi thông báo { $number }.

broadcast-progress =
    { $what }: { $done }/{ $size }
    { $bar }
broadcast-progress-what = 📣 Thông báo { $number }
broadcast-progress-recall = ↩️ Thu hồi thông báo { $of }
broadcast-progress-begins = { $size ->
    [0] { $what }: em bắt đầu ngay bây giờ.
   *[other] { $what }: em bắt đầu ngay bây giờ, { $size } người.
    }
broadcast-progress-done = { $what }: xong lúc { $at }.
broadcast-progress-stopped = ⏸ { $what }: đã dừng ở { $done }/{ $size }.
broadcast-missed = ⏰ Thông báo { $number } lỡ giờ gửi { $at } vì bot khi ấy không chạy. Em chưa gửi cho ai; còn đúng thì anh/chị mở ra gửi lại.
broadcast-fate-sent = ✅ Đã gửi: { $count }
broadcast-fate-waiting = ⏳ Đang chờ gửi: { $count }
broadcast-fate-never = 🚫 Chưa từng nhắn bot: { $count }
broadcast-fate-blocked = ⛔ Đã chặn bot: { $count }
broadcast-fate-held = 🕸 Ngoài khung giờ kênh cho nhắn; nhắn lại bot trong 3 ngày thì nhận được: { $count }
broadcast-fate-quota = 📉 Kênh đã gần hết tin của tháng, để dành trả lời: { $count }
broadcast-fate-window = 🕸 Ngoài khung giờ kênh cho nhắn: { $count }
broadcast-fate-perhaps = ❔ Không chắc đã tới (đang gửi thì máy hoặc mạng ngắt): { $count }
broadcast-fate-stopped = ⏹ Chưa gửi vì đã dừng: { $count }
broadcast-fate-cannot = 🔒 Kênh không cho sửa tin đã gửi: { $count }
broadcast-fate-failed = ⚠️ Gửi hỏng: { $count }
broadcast-acknowledged = 👌 Đã bấm Đã nhận: { $count }/{ $sent }
broadcast-answered = 💬 Đã trả lời: { $count }/{ $sent }
broadcast-voted = 🗳 Đã chọn: { $count }/{ $sent }
broadcast-votes = • { $option }: { $count }
broadcast-unit-missed =
    📣 Thông báo { $number } của { $sender } không tới được { $count } người của { $unit }:
    { $names }
    Anh/chị báo lại những người này giúp em.
broadcast-missed-name = • { $name } ({ $why })
broadcast-below-news =
    📣 { $sender } đang gửi một thông báo tới { $count } người của { $tenant }:
    “{ $text }”
    Em báo để anh/chị biết, không cần làm gì.
broadcast-below-news-file = 📎 chỉ có ảnh hoặc tệp kèm

# What who gets it sees.
broadcast-head-message = 📣 **{ $sender }**
broadcast-head-correction =
    { $day ->
        [none] 📣 **Đính chính** · { $sender }
       *[other] 📣 **Đính chính** thông báo ngày { $day } · { $sender }
    }
broadcast-head-reminder = 🔔 **Nhắc lại** · { $sender }
broadcast-recalled = ↩️ { $sender } đã thu hồi thông báo ngày { $day }. Anh/chị bỏ qua nội dung cũ.
broadcast-received = 👌 Đã nhận
broadcast-answer = ✍️ Trả lời
broadcast-thanks = 👌 Cảm ơn anh/chị, em đã ghi là đã nhận.
broadcast-thanks-for = 👌 Em đã ghi câu trả lời của anh/chị: { $answer }
broadcast-say-question = Anh/chị gõ câu trả lời, em chuyển tới nơi gửi.
broadcast-say-again = Anh/chị gõ câu trả lời, tối đa { $most } ký tự.
broadcast-not-yours = Tin này là bản xem trước, đã thu hồi, hoặc không gửi cho anh/chị; em không ghi gì.

# The workbook.
broadcast-sheet-title = Người nhận
broadcast-column-name = Họ tên
broadcast-column-unit = Đơn vị
broadcast-column-business = Cơ sở
broadcast-column-role = Vai trò
broadcast-column-channel = Kênh
broadcast-column-state = Kết quả
broadcast-column-sent = Gửi lúc
broadcast-column-answered = Trả lời lúc
broadcast-column-answer = Trả lời
broadcast-column-why = Lý do
broadcast-word-sent = đã gửi
broadcast-word-waiting = đang chờ gửi
broadcast-word-never = chưa từng nhắn bot
broadcast-word-blocked = đã chặn bot
broadcast-word-held = ngoài khung giờ kênh cho nhắn, chờ họ nhắn lại
broadcast-word-quota = kênh gần hết tin của tháng
broadcast-word-window = ngoài khung giờ kênh cho nhắn
broadcast-word-perhaps = không chắc đã tới
broadcast-word-stopped = chưa gửi, đã dừng
broadcast-word-cannot = kênh không cho sửa tin đã gửi
broadcast-word-failed = gửi hỏng
