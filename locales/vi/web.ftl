# Giao diện chat trên web: khung trang, không phải lời của bot.

web-skip = Tới ô nhập tin nhắn
web-log = Nội dung trò chuyện
web-message = Nhắn tin…
web-photo = Gửi ảnh
web-place = Gửi vị trí
web-menu = Menu
web-send = Gửi
web-reconnecting = Đang nối lại… Tin đã gõ vẫn được giữ.
web-typing = Bot đang trả lời
web-needs-script = Trang này cần JavaScript. Anh/chị bật JavaScript rồi tải lại trang.
web-change-person = Đổi người
web-older = Xem tin cũ hơn
web-older-wait = Đang tải tin cũ…
web-older-shown = Đã hiện thêm tin cũ
web-older-failed = Chưa tải được tin cũ. Bấm để thử lại
web-leave = Thoát
web-stay = Ở lại
web-leaving = Thoát khỏi máy này?
web-leaving-text = Báo cáo và tin nhắn vẫn được đơn vị lưu, nhưng máy này không mở lại được cuộc trò chuyện. Muốn vào lại, anh/chị xin đơn vị một liên kết mời mới.
web-leaving-waiting = Có tin chưa gửi xong: thoát bây giờ thì tin đó mất.

web-bot = Bot
web-you = Anh/chị
web-today = Hôm nay
web-yesterday = Hôm qua
web-sending = Đang gửi
web-sent = Đã gửi
web-not-sent = Chưa gửi được
web-joined = Đã vào bằng liên kết mời
web-place-sent = Đã gửi vị trí
web-place-failed = Chưa lấy được vị trí. Anh/chị bật định vị hoặc gõ tên địa điểm.
web-photo-sent = Ảnh đã gửi
web-photo-open = Mở ảnh to
web-download = Tải tệp
web-uploading = Đang tải ảnh lên
web-try-again = Gửi lại
web-too-long = Tin dài quá. Anh/chị chia thành vài tin ngắn hơn.
web-waiting = Đang chờ gửi
web-empty = Chưa có tin nhắn nào. Bấm Bắt đầu, hoặc gõ điều anh/chị muốn báo cáo, muốn hỏi.
web-begin = Bắt đầu
web-stranger = Khách

web-not-understood = Tin này không đọc được nên chưa gửi. Anh/chị gõ lại giúp.
web-too-fast = Anh/chị gửi hơi nhanh. Tin vẫn được giữ và sẽ tự gửi sau vài giây.
web-not-stored = Máy chủ chưa nhận được tin. Tin vẫn được giữ và sẽ tự gửi lại.

web-upload-too-big = Ảnh lớn quá: tối đa { $size } MB. Anh/chị chụp lại cỡ nhỏ hơn hoặc gửi ảnh khác.
web-upload-wrong-type = Tệp này không phải ảnh. Anh/chị gửi ảnh JPG, PNG hoặc WebP.
web-upload-empty = Ảnh này trống. Anh/chị chọn lại ảnh.
web-upload-failed = Chưa gửi được ảnh. Anh/chị thử lại.
web-upload-too-fast = Anh/chị gửi nhiều ảnh quá. Chờ một phút rồi gửi tiếp.
web-upload-join-first = Anh/chị tham gia xong rồi mới gửi ảnh được.
web-upload-signed-out = Phiên đã hết. Anh/chị mở lại liên kết mời.

# Tên trang khi chưa biết người xem thuộc nơi nào
web-heading = Báo cáo tiến độ
web-door-title = Mời anh/chị vào bằng liên kết
web-door-text = Anh/chị mở liên kết mời mà đơn vị đã gửi, hoặc gõ mã mời vào đây. Chưa có mã thì hỏi cán bộ phụ trách của đơn vị.
web-door-code = Mã mời
web-door-enter = Vào
web-suspended-title = Tài khoản đang tạm dừng
web-suspended-text = Trang trò chuyện này đã đóng; báo cáo, bản nháp của anh/chị vẫn được giữ. Có nhầm lẫn, hoặc muốn sửa, hạn chế, xóa dữ liệu của mình thì anh/chị gặp quản trị của { $tenant }{ $contact ->
    [none] { "" }
   *[other] { " " }({ $contact })
    }: đơn vị ghi thành yêu cầu và làm trong hạn của luật. Đã có mã mời mới thì gõ vào đây.
web-door-wrong = Mã này chưa đúng. Anh/chị xem lại rồi gõ lại.
web-lost-title = Không có trang này
web-lost-text = Địa chỉ này gõ nhầm hoặc đã cũ. Trò chuyện với bot thì ở trang đầu ạ.
web-lost-chat = Vào trò chuyện

web-picker-title = Hôm nay anh/chị là ai?
web-picker-text = Bản dùng thử với một xã mẫu. Chọn một người để trò chuyện; lúc nào cũng đổi được.
web-picker-foot = Người và số liệu ở đây đều là ví dụ.
web-token-title = Mã truy cập API
web-token-text = Mã chỉ hiện một lần. Sẵn sàng chép lại rồi anh/chị hãy bấm.
web-token-show = Hiện mã
web-token-shown = Anh/chị chép mã này ngay, gửi cho bên cần đọc bằng đường an toàn. Đóng trang là không xem lại được.
web-token-gone = Liên kết này đã dùng hoặc đã quá 1 giờ. Anh/chị nhắn /api cho bot để cấp mã mới.
