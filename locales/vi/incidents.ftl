# Sự cố dữ liệu cá nhân
incidents-title = 🛡 **Sự cố dữ liệu cá nhân**: { $open } đang xử lý, { $count } tất cả
incidents-none = 🛡 Chưa ghi sự cố dữ liệu cá nhân nào. Lộ, gửi nhầm, mất dữ liệu hay bị chiếm tài khoản thì anh/chị báo ngay ở đây: luật cho **72 giờ** từ lúc phát hiện, tính cả đêm và ngày nghỉ.
incident-line = { $receipt } · { $kind } · { $state }
incident-state = { $state ->
    [closed] đã đóng
    [closing] chờ xác nhận đóng
   *[open] đang xử lý
  }
incident-new = ➕ Báo sự cố
incident-list = 🛡 Các sự cố
incident-see = Xem sự cố
incident-gone = Em không tìm thấy sự cố này. Có thể nó đã hết hạn lưu và được xóa.

# Khai báo
incident-leave = ✖ Thôi
incident-left = Em chưa mở sự cố nào. Lúc nào cần anh/chị nhắn **/suco**.
incident-press = Anh/chị chọn một nút giúp em.
incident-ask-kind = Việc gì đã xảy ra với dữ liệu cá nhân?
incident-ask-found = Phát hiện lúc nào? 72 giờ của luật tính từ lúc này. Bấm nút, hoặc gõ giờ và ngày, ví dụ **14h30** hay **8h hôm qua**.
incident-ask-data = Những dữ liệu nào? Bấm một hoặc nhiều ô, rồi bấm *Tiếp*.
incident-ask-people = Khoảng bao nhiêu người bị ảnh hưởng? Bấm nút, hoặc gõ số.
incident-ask-where = Lộ hay mất qua đâu?
incident-ask-text = Anh/chị kể ngắn gọn: việc gì, ai đã thấy, đã làm gì rồi. Đừng ghi lại chính dữ liệu bị lộ.
incident-again-found = Em chưa hiểu lúc nào, hoặc lúc ấy chưa tới hay đã quá một năm. Anh/chị gõ giờ trước, ngày sau, ví dụ **14h30** hay **8h hôm qua**.
incident-again-people = Anh/chị gõ một số, ví dụ **25**, hoặc bấm nút.
incident-again-text = Anh/chị viết giúp em từ 5 đến { $most } ký tự.
incident-kind = { $what ->
    [leaked] lộ cho người ngoài
    [misdirected] gửi nhầm người
    [lost] mất dữ liệu, mất máy
    [account] bị chiếm tài khoản
   *[other] việc khác
  }
incident-found-now = Vừa xong
incident-found-hour = 1 giờ trước
incident-found-hours = 3 giờ trước
incident-data = { $what ->
    [name] họ tên
    [phone] số điện thoại
    [address] địa chỉ, nơi bán
    [number] số giấy tờ, mã số thuế
    [photo] ảnh
    [message] tin nhắn, báo cáo
    [access] mật khẩu, mã truy cập
    [sensitive] dữ liệu nhạy cảm
   *[other] dữ liệu khác
  }
incident-tick = { $on ->
    [true] ☑ { $what }
   *[false] ☐ { $what }
  }
incident-next = Tiếp ▶
incident-people-most = { $count ->
    [1] 1 người
   *[other] đến { $count } người
  }
incident-people-unknown = chưa rõ bao nhiêu người
incident-people = khoảng { $count } người
incident-where = { $what ->
    [messenger] Zalo, Telegram, nhóm chat
    [web] trang web, mạng xã hội
    [file] tệp Excel, thư điện tử
    [device] điện thoại, máy tính
    [paper] giấy tờ
   *[other] nơi khác
  }
incident-review = 🛡 **Mở sự cố này?**
incident-what = Việc: **{ $kind }** · phát hiện lúc { $found }
    Dữ liệu: { $data }
    Ảnh hưởng: { $people } · qua { $where }
incident-text = Kể lại: { $text }
incident-number = 📵 Trong lời kể có số điện thoại hoặc số căn cước. Để nguyên thì số nằm trong hồ sơ và biên bản sự cố; không cần để điều tra thì anh/chị bấm *Che số*.
incident-opened-before = 🛡 Việc này đã có người mở sự cố; em không mở thêm.
incident-review-note = Mở xong, em báo ngay lãnh đạo và quản trị, rồi nhắc khi qua 24, 48, 66 và 72 giờ cho tới lúc đã báo cơ quan chuyên trách.
incident-open = Đúng, mở sự cố

# Thẻ sự cố
incident-card = 🛡 **{ $receipt }** · { $state }
incident-clock = ⏰ **Còn { $hours } giờ**, đến { $at }, để báo cơ quan chuyên trách (Luật 91/2025/QH15, Điều 23)
incident-clock-over = 🔴 **Hết 72 giờ** lúc { $at }, quá { $hours } giờ, mà chưa báo cơ quan chuyên trách: báo ngay và ghi lý do chậm
incident-opened = { $name } mở lúc { $at }
incident-opened-now = ✅ Đã mở sự cố và báo những người phụ trách. Việc gấp nhất là khoanh vùng.
incident-steps = **Các bước**
incident-step = { $step ->
    [contain] Khoanh vùng
    [block] Chặn tài khoản, mã
    [authority] Báo cơ quan chuyên trách
    [people] Báo người bị ảnh hưởng
   *[record] Lập biên bản
  }
incident-step-open = ⬜ { $step }
incident-step-done = ✅ { $step }: { $name }, { $at }{ $more }
incident-step-needless = ➖ { $step }: không cần ({ $name }, { $at }){ $more }
incident-step-words = . { $text }
incident-step-button = { $done ->
    [true] ✅ { $step }
   *[false] { $step }
  }
incident-step-title = 🛡 { $receipt } · **{ $step }**
incident-about-contain = Dừng việc lộ ngay: thu hồi tin, gỡ tệp, đề nghị người nhận nhầm xóa và không gửi tiếp, khóa máy bị mất từ xa. Giữ lại ảnh chụp màn hình làm chứng cứ.
incident-about-block = Tài khoản bị chiếm: *Tìm người* rồi **Tạm dừng** (có hiệu lực ngay). Mã mời bị lộ: mở *Mã đang dùng* để thu hồi. Hệ thống khác đọc số liệu: thu hồi **mã truy cập API**. Mật khẩu, mã bên ngoài bot phải đổi ở nơi cấp.
incident-about-authority = Việc có thể gây hại cho người có dữ liệu (tính mạng, sức khỏe, danh dự, tài sản...) hay cho an ninh, trật tự thì phải báo cơ quan chuyên trách bảo vệ dữ liệu cá nhân trong 72 giờ từ lúc phát hiện. Bot không tự gửi: anh/chị gửi theo cách cơ quan ấy hướng dẫn, rồi ghi ở đây số văn bản, gửi cho ai. Thấy không thuộc diện phải báo thì bấm *Không cần* và ghi lý do.
incident-about-people = Nói cho người bị ảnh hưởng biết: dữ liệu nào, từ lúc nào, có thể bị gì, nên làm gì (đổi mật khẩu, cẩn thận cuộc gọi lạ), hỏi ai. Nhiều người thì soạn thông báo, ít người thì gọi điện.
incident-notice = 📣 Soạn tin báo
incident-about-record = Bot soạn sẵn biên bản từ những gì đã ghi. Anh/chị xem lại, điền nguyên nhân, thiệt hại, ký và lưu.
incident-done = ✅ Đã xong
incident-done-words = ✍️ Xong, ghi thêm
incident-needless = ➖ Không cần
incident-undo = ↩ Chưa xong
incident-words-say = Đã làm gì, với ai, số văn bản nào? Anh/chị nhắn một câu; lời này vào biên bản, đừng ghi số điện thoại, giấy tờ của người bị lộ.
incident-words-skip = Vì sao không cần? Anh/chị nhắn một câu, sẽ ghi vào biên bản; đừng ghi số điện thoại, giấy tờ của người bị lộ.
incident-words-length = Anh/chị viết giúp em từ 2 đến { $most } ký tự.
incident-minutes = 📄 Biên bản
incident-minutes-here = 📄 Biên bản ghi nhận sự cố, theo những gì đã ghi tới lúc này. Anh/chị xem lại, điền chỗ trống, in và ký. Tệp này có dữ liệu cá nhân, xin giữ kín.
incident-close = Đóng sự cố
incident-not-done = Còn { $count } bước chưa xong. Mỗi bước phải xong, hoặc ghi lý do vì sao không cần, rồi mới đóng được.
incident-close-alone = Ở đơn vị chưa có lãnh đạo hay quản trị thứ hai để xác nhận. Đóng sự cố { $receipt } bây giờ?
incident-changed = ✏️ Chưa đóng: các bước đã được ghi lại khác đi sau lần anh/chị xem. Anh/chị đọc lại rồi xác nhận nhé.
incident-close-sure = Đóng
incident-closing-by = ⏳ { $name } đề nghị đóng lúc { $at }; chờ một lãnh đạo hay quản trị khác xác nhận.
incident-confirm-close = Xác nhận đóng
incident-not-yet = Chưa đóng, làm tiếp
incident-closed-by = 🔒 { $name } xác nhận đóng lúc { $at }

# Tin cho người phụ trách
incident-news = 🛡 **Sự cố dữ liệu cá nhân { $receipt }**, { $name } vừa mở.
incident-reminder = 🛡 Sự cố **{ $receipt }** chưa báo cơ quan chuyên trách.
incident-close-news = 🛡 { $name } đề nghị đóng sự cố { $receipt }. Anh/chị xem lại các bước rồi xác nhận giúp em.
incident-closed-news = 🛡 { $name } đã xác nhận đóng sự cố { $receipt }.

# Ai cũng báo được
incident-tell = 🛡 Báo lộ, mất dữ liệu
incident-tell-ask = Việc gì đã xảy ra ạ? Anh/chị kể ngắn gọn: dữ liệu gì, lúc nào, ở đâu. Chỉ lãnh đạo, quản trị và cán bộ trực yêu cầu của đơn vị đọc được. Đừng ghi mật khẩu hay số giấy tờ.
incident-tell-offer = Hình như dữ liệu cá nhân bị lộ, mất hay gửi nhầm. Em gửi nguyên lời anh/chị vừa nhắn tới lãnh đạo và quản trị của đơn vị để xử lý nhé? Nếu lộ mật khẩu, anh/chị đổi ngay bây giờ.
incident-tell-send = Gửi giúp tôi
incident-from-request = 🛡 Mở sự cố từ tin này

# Biên bản
incident-paper-dated = { $place }, ngày … tháng … năm ……
incident-paper-subject = Ghi nhận sự cố dữ liệu cá nhân { $receipt }
incident-paper-basis = Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 23.
incident-paper-what = I. Sự việc
incident-paper-kind = 1. Loại sự cố: { $kind }.
incident-paper-found = 2. Phát hiện lúc { $at }; thời hạn 72 giờ để thông báo kết thúc lúc { $until }.
incident-paper-opened = 3. Người ghi nhận: { $name }, lúc { $at }.
incident-paper-data = 4. Dữ liệu liên quan: { $data }; { $people }; qua { $where }.
incident-paper-text = 5. Diễn biến: { $text }
incident-paper-steps = II. Việc đã làm
incident-paper-table-no = TT
incident-paper-table-step = Việc
incident-paper-table-when = Lúc, người làm
incident-paper-table-how = Nội dung
incident-paper-open = Chưa thực hiện
incident-paper-needless = Không cần. { $text }
incident-paper-closed = III. Sự cố được đóng lúc { $at }, xác nhận: { $names }.
incident-paper-still = III. Sự cố đang được xử lý.
incident-paper-blank = Nguyên nhân, thiệt hại và biện pháp phòng ngừa: ……………………………………………………
incident-paper-sign-made = NGƯỜI LẬP BIÊN BẢN
incident-paper-sign-head = LÃNH ĐẠO ĐƠN VỊ
incident-paper-file = bien-ban-su-co-{ $receipt }.docx
