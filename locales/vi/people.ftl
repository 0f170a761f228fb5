# Người dùng: danh sách, tìm, chuyển đơn vị, đổi vai trò, tạm dừng, bàn giao
people-list = 👥 Danh sách
people-find = 🔎 Tìm người
people-title = 👥 **{ $count } người dùng** (trang { $page }/{ $pages }). Anh/chị chọn một người:
people-line = { $name } · { $role }
people-line-suspended = ⏸ { $name } · { $role }
people-before = ‹ Trang trước
people-next = Trang sau ›
people-ask-name = Anh/chị gõ tên, hoặc một phần của tên (không dấu cũng được).
people-none = Em không thấy ai tên là "{ $name }". Anh/chị gõ lại, hoặc xem danh sách.
people-found = Em tìm thấy:
people-more = Còn nữa; em chỉ hiện { $count } người đầu. Anh/chị gõ thêm tên.
person-gone = Em không thấy người này trong danh sách của anh/chị.
person-title = **{ $name }** · { $role } · { $where }
person-is-restricted = ⏸ Dữ liệu đang hạn chế từ { $day }, theo yêu cầu của người này.
person-lift = ▶ Bỏ hạn chế
person-is-suspended = ⏸ Đang tạm dừng.
person-joined = Vào bot từ { $day } · đã gửi { $count } báo cáo
person-seen = { $count } kênh nhắn tin · nhắn lần cuối { $day }
person-unseen = Chưa có kênh nhắn tin.
person-requests = • { $count } yêu cầu đang chờ người này trả lời
person-answered = • { $count } câu đã trả lời, người hỏi còn có thể hỏi lại
person-raised = • { $count } yêu cầu đã chuyển lên cấp trên, đang chờ trả lời
person-inspections = • { $count } đợt kiểm tra cân chưa kết thúc
person-broadcasts = • { $count } thông báo đang soạn, chờ duyệt, hẹn giờ hay đang gửi
person-groups = • { $count } nhóm chat đã nối
person-sent-back = • { $count } báo cáo bị trả lại, chưa sửa
person-draft = • 1 bản nháp chưa gửi
person-alone = ⚠️ Đơn vị không còn cán bộ nào khác: việc đến hạn của đơn vị sẽ báo lãnh đạo.
person-move = Chuyển đơn vị
person-role = Đổi vai trò
person-hand-over = Bàn giao việc
person-to-suspended = ⏸ Tạm dừng
person-to-active = ▶️ Cho dùng lại
person-no-unit = không thuộc đơn vị nào
person-status-active = đang dùng
person-status-suspended = tạm dừng
person-ask-unit = Chuyển **{ $name }** vào đơn vị nào ạ?
person-ask-role = Vai trò mới của **{ $name }** là gì ạ?
person-ask-status = **{ $name }**:
person-really = **{ $name }**
person-really-unit = Đơn vị: { $old } → **{ $new }**
person-really-role = Vai trò: { $old } → **{ $new }**
person-really-status = { $old } → **{ $new }**
person-suspended-means = Ngay từ lúc này bot không trả lời và không nhắn cho người này, trang web cũng không mở được. Báo cáo, bản nháp được giữ nguyên.
person-tokens-end = ⚠️ { $count } mã API do người này cấp hết hiệu lực ngay; hệ thống đang dùng cần mã mới (/api).
person-tokens-ended = 🔑 Đã thu hồi { $count } mã API: { $names }. Hệ thống nào còn dùng thì cấp mã mới bằng /api.
person-active-means = Người này dùng lại được ngay; tin đang giữ lại sẽ được gửi nếu còn ích.
person-yes = Đúng, đổi
person-hand-over-first = Bàn giao việc trước
person-is-so = **{ $name }** đã như vậy rồi, em không đổi gì.
person-changed-meanwhile = Thông tin của **{ $name }** vừa có người đổi. Anh/chị xem lại rồi hãy đổi.
person-last-admin = **{ $name }** là quản trị cuối cùng. Anh/chị giao quyền quản trị cho người khác trước đã.
person-changed-unit = Đã chuyển **{ $name }**: { $old } → **{ $new }**. Em đã báo người ấy.
person-changed-unit-untold = Đã chuyển **{ $name }**: { $old } → **{ $new }**. Em chưa nhắn được cho người ấy, anh/chị báo giúp em.
person-changed-role = **{ $name }**: { $old } → **{ $new }**. Em đã báo người ấy.
person-changed-role-untold = **{ $name }**: { $old } → **{ $new }**. Em chưa nhắn được cho người ấy, anh/chị báo giúp em.
person-changed-status = **{ $name }**: { $old } → **{ $new }**. Em đã báo người ấy.
person-changed-status-untold = **{ $name }**: { $old } → **{ $new }**. Em chưa nhắn được cho người ấy, anh/chị báo giúp em.
person-told-unit = Từ nay anh/chị thuộc **{ $new }** ({ $by } vừa chuyển). Báo cáo đã gửi giữ nguyên như cũ.
person-told-role = Từ nay vai trò của anh/chị là **{ $new }** ({ $by } vừa đổi).
person-back = Chào **{ $name }**, anh/chị dùng lại bot được rồi. Bản nháp của anh/chị vẫn còn.
person-open = { $name }
person-to-whom = Việc của **{ $name }** giao cho ai ạ? Anh/chị bấm, hoặc gõ tên.
person-to-nobody = Chưa có ai khác để nhận việc của **{ $name }**.
person-hand-really = Bàn giao: **{ $name }** → **{ $taker }**
person-hand-moves = Chuyển đi:
person-hand-none = Không có việc nào đang chờ riêng người này.
person-sent-back-stays = Ở lại: { $count } báo cáo bị trả lại (lãnh đạo sửa được)
person-draft-stays = Ở lại: bản nháp chưa gửi
person-unit-stays = Chỉ tiêu, nhiệm vụ, sổ và bài hỏi đáp là của đơn vị { $unit }, không theo người.
person-hand-yes = Đúng, bàn giao
person-handed = Đã bàn giao việc của **{ $name }** cho **{ $taker }**:
person-handed-told = Em đã báo cả hai người.
person-moved-requests = • { $count } yêu cầu chờ trả lời: { $names }
person-moved-answered = • { $count } câu đã trả lời: { $names }
person-moved-raised = • { $count } yêu cầu đã chuyển lên cấp trên: { $names }
person-moved-inspections = • { $count } đợt kiểm tra cân: { $names }
person-moved-broadcasts = • { $count } thông báo, số { $names }
person-moved-groups = • { $count } nhóm chat: { $names }
person-handed-nothing = **{ $name }** không còn việc nào đang chờ riêng.
person-handed-to-you = { $by } giao cho anh/chị việc của **{ $name }**:
person-left-sent-back = ✏️ **{ $name }** vừa bàn giao việc, còn { $count } báo cáo bị trả lại chưa sửa: { $receipts }. Anh/chị mở ra sửa hoặc rút giúp em.
person-left-draft = Anh/chị còn một bản nháp chưa gửi: gõ “làm tiếp” để gửi nốt, hoặc bỏ đi giúp em.
person-handed-from-you = Việc của anh/chị nay do **{ $taker }** làm:
person-fill = Chuyển { $taker } vào { $unit }

## Mã mời
invite-made =
    Mã mời **{ $role }** vào **{ $unit }**:
    { "**" }{ $code }**
    Liên kết: { $link }
    { $uses ->
        [1] Dùng một lần
       *[other] Dùng được { $uses } lần
    }, đến hết { $until }. Em chỉ hiện mã này một lần, anh/chị gửi riêng cho người được mời. Ai vào bằng mã này cũng phải chờ duyệt.
invite-for-one = Một người
invite-for-many = Đến { $count } người
invite-how-many = Mã này cho mấy người dùng ạ?
invite-how-long = Dùng được trong bao lâu ạ?
invite-days = { $count } ngày
invites-list = 🎟 Mã đang dùng
invites-title = 🎟 **{ $count } mã mời đang dùng được**
invites-none = Không có mã mời nào đang dùng được.
invite-line = { $nth }. { $role } · { $unit } · còn { $left } lượt, đến hết { $until } · { $by } tạo
invite-line-came = { $nth }. { $role } · { $unit } · còn { $left } lượt, đến hết { $until } · { $by } tạo · đã vào: { $came }
invite-drop = Thu hồi { $nth }
invite-drop-really = Thu hồi mã này? Ai chưa vào sẽ không vào được bằng mã ấy nữa; người đã vào vẫn còn.
invite-drop-yes = Đúng, thu hồi
invite-dropped = Đã thu hồi mã mời.
invite-gone = Mã mời này không còn dùng được.
invite-revoked = Mã mời vào { $tenant } đã được thu hồi. Anh/chị xin đơn vị một mã mới giúp em.
invite-print = 🖨 In tờ mời (QR)
invite-printed = Tờ mời vào **{ $unit }**, dùng đến hết { $until }. Anh/chị in trên giấy A4.
sheet-title = Mời vào bot báo cáo của { $tenant }
sheet-web = { $nth }. Mở máy ảnh điện thoại, quét mã QR, bấm vào liên kết hiện ra.
sheet-messenger = { $nth }. Hoặc mở bot của đơn vị trên Zalo, Telegram rồi nhắn mã { $code }.
sheet-then =
    { $nth }. Đọc phần "bot lưu gì", bấm { $role ->
        [household] Tôi đồng ý
       *[other] Tôi đã rõ, vào bot
    }, ghi họ tên, rồi chờ đơn vị duyệt.
sheet-until = Mã dùng đến hết ngày { $until }.
sheet-file =
    to-moi-{ $role ->
        [household] ho-kinh-doanh
        [manager] lanh-dao
        [admin] quan-tri
       *[officer] can-bo
    }.pdf
member-approve-all = ✅ Duyệt cả { $count } người trên
invite-by-operator = người cài bot
