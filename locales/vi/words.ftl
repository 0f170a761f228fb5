### Quản trị xem tin chưa đọc được và dạy thêm từ.

menu-words = 📖 Từ vựng

## Tin chưa hiểu hoặc đã phải sửa
words-title = 📖 **Tin em đọc chưa đúng**
words-messages = Có { $count } tin em chưa đọc được, hoặc người gửi đã phải sửa. Anh/chị mở một tin để xem và dạy em.
words-no-messages = Hiện không có tin nào em đọc sai. Anh/chị vẫn có thể dạy thêm từ địa phương mình hay dùng.
words-line-unread = ❓ { $text }
words-line-amended = ✏️ { $text }
words-line-otherwise = 🔀 { $text }
words-line-corrected = 🔧 { $text }
words-teach = ➕ Dạy từ
words-taught-count = 📚 Từ đã dạy ({ $count })
words-taught-list = 📚 Từ đã dạy
words-back-to-messages = ◀ Các tin
words-message-gone = Tin này không còn được giữ nữa (em chỉ giữ 90 ngày).
words-said-by = 💬 **{ $name }** · { $at }
words-quote = “{ $text }”
words-was-read = Lúc đó em hiểu: { $reading }
words-status-read = Người gửi giữ nguyên.
words-status-unread = Em chưa đọc được tin này.
words-status-amended = Người gửi đã sửa bản xem lại trước khi gửi.
words-status-otherwise = Người gửi đã chuyển sang loại báo cáo khác.
words-status-corrected = Báo cáo này về sau đã phải sửa.
words-became = Đã gửi: **{ $receipt }** · { $kind }
words-reads-now = Bây giờ em đọc: { $reading }
words-open-report = 📄 { $receipt }

## Cách hiểu, bằng lời
heard-record = { $kind } ({ $answers })
heard-answer = { $field }: { $value }
heard-and-more = và { $count } việc nữa
heard-as-report = một báo cáo, chưa rõ việc gì
heard-as-report-nil = tuần này không phát sinh
heard-as-plan-ahead = việc sắp làm
heard-as-correct = sửa một báo cáo
heard-as-withdraw = rút một báo cáo
heard-as-ask = một câu hỏi
heard-as-request-support = đề nghị hỗ trợ
heard-as-complain = một phản ánh
heard-as-query = hỏi số liệu
heard-as-make-report = lập báo cáo tổng hợp
heard-as-broadcast = nhắn cho nhiều người
heard-as-set-reminder = đặt lời nhắc
heard-as-register = đăng ký tham gia
heard-as-confirm = đồng ý
heard-as-deny = không đồng ý
heard-as-answer = câu trả lời
heard-as-greet = lời chào
heard-as-off-topic = chuyện khác
heard-as-refuse = việc bot không được làm
heard-as-unclear = chưa hiểu

## Dạy từ
words-which = Anh/chị gõ từ hoặc cụm từ cần dạy em, đúng như mọi người hay nhắn.
words-which-offered = Em chưa biết những từ này. Anh/chị bấm một từ, hoặc gõ từ khác cần dạy em.
words-phrase-length = Em cần một từ hoặc cụm từ có chữ, nhiều nhất { $most } tiếng.
words-phrase = 📖 **“{ $phrase }”**
words-means-already = Em đang hiểu từ này là: { $meanings }.
words-which-kind = Từ này nói về loại báo cáo nào ạ? (bấm hoặc gõ tên)
words-which-meaning = Trong báo cáo **{ $kind }**, từ này cho biết điều gì ạ?
words-means-kind = Chính là việc này
words-means-field = { $field }: …
words-which-option = Từ này nghĩa là gì ạ? (bấm hoặc gõ tên)
words-meaning = { $kind } · { $field }: { $option }
words-card = 📖 **“{ $phrase }”** → { $meaning }
words-known-already = Từ này em đã biết đúng nghĩa như vậy rồi ạ, không cần dạy nữa.
words-preview-empty = Chưa có tin cũ nào để em đọc thử.
words-preview-none = Em đọc thử { $total } tin gần đây: không tin nào đổi cách hiểu.
words-preview-changes = Em đọc thử { $total } tin gần đây: **{ $count } tin** đổi cách hiểu.
words-change =
    • “{ $text }”
    trước: { $before }
    sau: **{ $after }**
words-change-confirmed =
    • ⚠️ “{ $text }”
    đang đúng: { $before }
    sẽ thành: **{ $after }**
words-warn-spoilt = ⚠️ { $count } tin trong đó em đang đọc đúng, người gửi đã gửi như vậy.
words-warn-common = ⚠️ Từ này ngắn hoặc có trong nhiều câu chuyện khác, dễ làm em hiểu nhầm. Anh/chị dạy cả cụm từ thì chắc hơn.
words-warn-figure = ⚠️ Trong từ này có con số; gặp cả cụm, em sẽ không đếm con số ấy nữa.
words-confirm = Đúng ý anh/chị chưa ạ? Lưu rồi vẫn bỏ lại được.
words-sure = Anh/chị có chắc muốn lưu không ạ? Lưu rồi vẫn bỏ lại được.
words-save = ✅ Đúng, lưu
words-save-anyway = Vẫn lưu
words-taught = ✅ Em đã học từ **“{ $phrase }”**. Từ tin sau em đọc theo nghĩa này.
words-left = Đã thoát, em chưa học từ nào mới.
words-stale = Nút này đã cũ: từ của nó không còn đang dạy. Anh/chị mở lại danh sách giúp em.

## Từ đã dạy
words-taught-title = 📚 **Từ anh/chị đã dạy em**
words-none-taught = Chưa có từ nào được dạy thêm.
words-word-line = • “{ $phrase }” → { $meaning } ({ $name })
words-remove = ✖ Bỏ “{ $phrase }”
words-remove-sure = Bỏ từ **“{ $phrase }”** ({ $meaning }) ạ? Em sẽ đọc lại như trước khi học từ này.
words-remove-yes = Bỏ từ này
words-removed = Em đã bỏ từ **“{ $phrase }”**.
words-gone = Từ này đã được bỏ trước đó.
