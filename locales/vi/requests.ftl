# Câu hỏi và yêu cầu gửi người phụ trách.
menu-requests = 📨 Yêu cầu
menu-vain = 📚 Câu hỏi chưa trả lời được

request-opened-desk = 📨 Đã chuyển **{ $receipt }** tới { $unit }.
request-opened-heads = 📨 Đã ghi **{ $receipt }**. { $unit } chưa có ai dùng bot, nên em đã báo lãnh đạo, quản trị xã.
request-opened-nobody = 📨 Đã ghi **{ $receipt }**, nhưng ở { $unit } và trong lãnh đạo chưa có ai nhận được qua bot. Việc gấp thì anh/chị gọi hoặc tới thẳng trụ sở giúp em.
request-after-hours = 🕗 Ngoài giờ làm việc rồi, sáng ngày làm việc tới có người xem.
request-expected = Hẹn trả lời: chậm nhất { $day }.
request-mine = 📬 Câu tôi đã hỏi
request-gone = Em không thấy yêu cầu này nữa.
request-is = Yêu cầu **{ $receipt }** hiện { $state }.
request-owner = Người phụ trách: { $name }
request-no-owner = Chưa ai nhận
request-unit = Đơn vị: { $unit }
request-passed-on = Em đã chuyển lại **{ $receipt }** cho người phụ trách, có trả lời em báo ngay.
request-added = Đã thêm vào **{ $receipt }**; người phụ trách đọc được ngay.
request-asked-again = 🔁 **{ $receipt }**: người hỏi chưa rõ, nhắn thêm:
    { $text }
request-more = ➕ **{ $receipt }** · { $name } nhắn thêm:
    { $text }
request-news = 📨 **{ $receipt }** · { $subject }
    { $name }{ $business } nhắn:
    { $text }

request-business = { " " }({ $business })

request-take = 🙋 Em nhận
request-answer = ✍️ Trả lời
request-answer-below = ✍️ Trả lời tiếp cho cấp dưới
request-open = 📄 Xem
request-hand = ➡️ Chuyển đơn vị
request-close = ✔️ Đóng
request-back = ◀ Quay lại
request-say-more = ➕ Nhắn thêm
request-no-need = Không cần nữa
request-is-clear = 👍 Rõ rồi
request-not-clear = 🤔 Chưa rõ
request-again = 🔁 Hỏi lại

request-taken = Anh/chị đã nhận **{ $receipt }**. Người hỏi được báo tên anh/chị.
request-is-yours = **{ $receipt }** đang do anh/chị phụ trách.
request-taken-news = { $name } ({ $unit }) đã nhận câu hỏi **{ $receipt }** của anh/chị.
request-answered = ✅ Đã gửi trả lời **{ $receipt }**. Câu trả lời này dùng được cho nhiều người thì anh/chị đưa vào kho hỏi đáp nhé.
request-answered-unreached = Đã ghi trả lời **{ $receipt }**, nhưng em chưa nhắn được cho người hỏi. Anh/chị gọi trực tiếp giúp.
request-answer-news = 💬 { $name } ({ $unit }) trả lời **{ $receipt }**:
request-clear = Anh/chị đã rõ chưa ạ?
request-handed-over-desk = Đã chuyển **{ $receipt }** sang { $unit }.
request-handed-over-heads = Đã ghi **{ $receipt }** cho { $unit }. Đơn vị này chưa có ai dùng bot, nên em đã báo lãnh đạo, quản trị xã.
request-handed-over-nobody = Đã ghi **{ $receipt }** cho { $unit }, nhưng đơn vị này chưa có ai nhận được qua bot. Anh/chị báo trực tiếp giúp em.
request-handed-news = Câu hỏi **{ $receipt }** được chuyển sang { $unit }, nơi phụ trách việc này.
request-close-why = Đóng yêu cầu của người khác cần nói lý do.
request-closed = Đã đóng **{ $receipt }**.
request-closed-news = Câu hỏi **{ $receipt }** đã đóng: { $reason }
request-thanks = Cảm ơn anh/chị. Đã đóng **{ $receipt }**.
request-satisfied-news = ✔️ **{ $receipt }**: người hỏi đã đóng yêu cầu.
request-corrected-news = ✏️ **{ $receipt }** · { $name } đã sửa báo cáo, nay là:
    { $text }
request-taken-back-news = ✔️ **{ $receipt }**: báo cáo của việc này không còn hiệu lực, anh/chị không cần trả lời nữa.

request-write-answer = Anh/chị nhắn câu trả lời cho { $name }:
    “{ $text }”
request-write-why = Vì sao đóng **{ $receipt }**? Người hỏi sẽ đọc lý do này.
request-write-again = Anh/chị còn vướng chỗ nào? Nhắn em chuyển tiếp.
request-write-more = Anh/chị nhắn thêm gì cho **{ $receipt }**?
request-write-new = Anh/chị muốn hỏi cán bộ điều gì? Nhắn em một câu, em chuyển tới đơn vị phụ trách, có số và hẹn ngày trả lời.
request-length = Anh/chị nhắn bằng chữ, từ 2 đến { $most } ký tự giúp em.
request-hand-to = Chuyển **{ $receipt }** cho đơn vị nào?

request-state-new = mới
request-state-taken = đang xử lý
request-state-answered = đã trả lời
request-state-closed = đã đóng
request-kind-question = Câu hỏi
request-kind-guidance = Cần hướng dẫn
request-kind-training = Đăng ký lớp học
request-kind-support = Xin hỗ trợ
request-kind-difficulty = Khó khăn
request-kind-data = Dữ liệu cá nhân
request-move-open = hỏi
request-move-take = nhận
request-move-hand-over = chuyển
request-move-pass-up = chuyển lên
request-move-answer = trả lời
request-move-add = nhắn thêm
request-move-again = hỏi lại
request-move-close = đóng
request-line = { $mark ->
    [late] ⏰{" "}
    [first] ⭐{" "}
   *[none] { "" }
}{ $text } · { $state }
request-card = 📨 **{ $receipt }** · { $kind } · { $state }
    { $name }{ $business } · { $opened }
request-told = • { $at } · { $name } { $move }: { $text }
request-told-bare = • { $at } · { $name } { $move }

requests-title = 📨 { $count } yêu cầu đang chờ, gần hạn xếp trước:
requests-none = 📭 Không có yêu cầu nào đang chờ.
requests-more = … và { $count } yêu cầu nữa, anh/chị xử lý bớt rồi mở lại.
asked-title = 📬 Những câu anh/chị đã hỏi:
asked-none = Anh/chị chưa gửi câu hỏi nào cho cán bộ.

org-type-ask = Để xã giúp đúng việc, anh/chị cho em hỏi một lần: mình là nơi nào ạ?
org-type-is =
    { $type ->
        [co_so_sx] Tự làm ra hàng (cả vừa làm vừa bán)
        [htx] Hợp tác xã
        [dn] Doanh nghiệp
       *[ho_kd] Chỉ mua đi bán lại
    }
org-type-noted = Em ghi rồi, lần sau không hỏi lại nữa.
question-rated = Cảm ơn anh/chị, em ghi nhận ạ.

article-source = Trả lời của { $name }, { $receipt }
article-propose = 📚 Đưa vào kho hỏi đáp
article-nothing = Yêu cầu này chưa có câu trả lời nào để đưa vào kho.
article-personal = Yêu cầu này về dữ liệu riêng của một người, nên không đưa vào kho hỏi đáp chung.
article-already = Câu trả lời này đã được đề xuất rồi.
article-waits = Đã đề xuất. Một người khác duyệt xong là em dùng để trả lời.
article-waits-nobody = Đã đề xuất, nhưng xã chưa có ai khác được duyệt. Nhờ quản trị thêm một lãnh đạo nhé.
article-proposed = 📚 { $name } đề xuất đưa vào kho hỏi đáp:
article-own = Câu này do chính anh/chị đề xuất, cần người khác duyệt.
article-approve = ✅ Duyệt
article-reject = ✖ Không dùng
article-gone = Đề xuất này không còn.
article-approved = ✅ Đã duyệt; từ giờ em trả lời được câu này.
article-rejected = Đã bỏ đề xuất này.
article-changed = ✏️ Chưa duyệt: câu này đã được sửa sau lần anh/chị xem. Anh/chị đọc lại bản mới nhé.
article-draft = Đề xuất này đang chờ duyệt.

vain-title = 📚 { $count } câu em chưa trả lời được hoặc trả lời chưa đúng ý:
vain-none = 📚 Không có câu hỏi nào chờ xem.
vain-line = { $nth }. { $text } · { $day }{ $often ->
    [1] { "" }
   *[other] {" "}· { $often } lần
}
vain-proposals = { $count } câu trả lời chờ duyệt đưa vào kho:
vain-proposal = 📝 { $text }
vain-seen = ✔ Xong { $nth }
vain-more = Xem tiếp ▶
vain-settled = Đã đánh dấu xong câu này.

need-reminder-asker = 💬 **{ $receipt }** được trả lời đã 5 ngày. Anh/chị rõ chưa ạ?

request-up = ⬆️ Chuyển cấp trên
request-up-news = Việc **{ $receipt }** đã được chuyển lên { $tenant } xem xét; có trả lời em báo ngay.
request-flag-priority = ⭐ Thuộc nhóm ưu tiên
request-flag-restrict = ⏸ Xin hạn chế xử lý dữ liệu: bấm *Hạn chế* trên thẻ yêu cầu (/yeucau), có hiệu lực ngay
request-flag-incident = 🛡 Báo lộ, mất hay gửi nhầm dữ liệu cá nhân: 72 giờ của luật tính từ lúc phát hiện
request-flag-erase = ⚠️ Rút đồng ý, xin xóa dữ liệu: bàn giao việc, rồi xóa trên thẻ yêu cầu (/yeucau)
request-flag-granted-before = ⚠️ Nơi này đã được duyệt hỗ trợ đúng nội dung ấy một lần.
request-flag-no-target = ℹ️ Hỗ trợ nơi thuộc loại hình này không tính vào chỉ tiêu nào của kế hoạch.

waiting-lists = 🎓 Chờ mở lớp
waiting-lists-title = 🎓 Các lớp có người chờ:
waiting-lists-none = 🎓 Chưa ai đăng ký chờ lớp nào.
class-wanted = { $course } · { $count } nơi, { $seats } người
class-title = 🎓 **{ $course }** · { $count } nơi đang chờ:
class-line = • { $name }: { $text }
class-any = Chưa nói lớp nào
class-tell = 📣 Báo có lớp
class-write = Lớp **{ $course }** mở khi nào, ở đâu? Anh/chị nhắn một tin, em gửi cho mọi người đang chờ.
class-news = 🎓 Có lớp anh/chị đăng ký chờ (**{ $receipt }**):
class-coming = ✅ Tham gia
class-later = Để lớp sau
class-later-news = 🎓 **{ $receipt }**: { $name } xin chờ lớp sau.
class-still-waiting = Em vẫn giữ chỗ chờ của anh/chị (**{ $receipt }**), có lớp sau em báo ngay.
class-told = 📣 Đã báo { $count } nơi đang chờ.
