### Mã truy cập API cho hệ thống khác, do quản trị cấp.
tokens-button = 🔑 Mã truy cập API
tokens-title = 🔑 **Mã truy cập API** đang dùng được:
tokens-none = 🔑 Chưa có mã truy cập API nào. Mã để hệ thống khác (của tỉnh chẳng hạn) tự đọc số liệu của đơn vị mình; chỉ đọc, không sửa được gì.
token-line = • **{ $name }**: { $what }; đến { $until }; dùng lần cuối: { $used }
token-never = chưa dùng
token-new = ➕ Cấp mã mới
token-end = ⛔ Thu hồi: { $name }
token-name-ask = Mã này cấp cho ai, để làm gì? Anh/chị nhắn ngắn gọn, ví dụ **Hệ thống báo cáo của Sở KH&CN**.
token-name-again = Tên cần có và không quá { $most } chữ.
token-opens-ask = Cho **{ $name }** đọc những gì?
token-opens-note = Tên người, tên hộ, ghi chú chỉ có khi chọn mục cuối; chỉ chọn khi có căn cứ.
token-opens = { $what ->
    [plans] Kế hoạch, chỉ tiêu
    [facts] Kế hoạch, báo cáo, sổ cân, không có tên
   *[personal] Tất cả, có tên và ghi chú
}
token-sure-ask = Cấp mã cho **{ $name }** đọc số liệu của **{ $tenant }**?
token-allows = { $what ->
    [plans] • Đọc được: kế hoạch, chỉ tiêu và số liệu tiến độ.
    [facts] • Đọc được: kế hoạch, chỉ tiêu, từng báo cáo, sổ cân. Không có tên người, tên hộ và ghi chú.
   *[personal] • Đọc được: kế hoạch, chỉ tiêu, từng báo cáo, sổ cân, ⚠️ **có cả tên người, tên hộ và ghi chú**.
}
token-allows-below = • Cả báo cáo đã xác nhận của { $count } xã, phường trực thuộc.
token-until = • Chỉ đọc, không sửa được gì. Dùng đến { $until }, thu hồi được bất cứ lúc nào.
token-sure = 🔑 Cấp mã
token-made = 🔑 Đã cấp mã cho **{ $name }**, dùng đến { $until }. Mã hiện **một lần** ở trang này, mở trong 1 giờ: { $link }
    Anh/chị mở rồi gửi mã cho họ bằng đường an toàn; lộ thì thu hồi ngay ở đây.
token-no-page = Bot chưa có địa chỉ web để hiện mã. Người quản trị máy chủ tạo mã bằng lệnh `tiendo token make`.
token-too-many = Đã có { $most } mã đang dùng. Anh/chị thu hồi bớt rồi cấp mã mới.
token-gone = Mã này không còn dùng được nữa.
token-end-ask = Thu hồi mã của **{ $name }**? Hệ thống ấy không đọc được nữa, ngay lập tức.
token-end-sure = ⛔ Thu hồi
token-ended = ⛔ Đã thu hồi mã của **{ $name }**.
