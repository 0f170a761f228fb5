### Tin cho quản trị về vận hành.
backup-made = 💾 Sao lưu đêm { $day } đã xong: { $rows } dòng dữ liệu, { $size } MB; em đã phục hồi thử, khớp với bản đang chạy. Tuần này các đêm khác có trục trặc em mới báo.
trail-broken = ⚠️ Nhật ký thay đổi của đơn vị không còn khớp: từ dòng số { $line } có dòng bị sửa hoặc bị mất ngay trong cơ sở dữ liệu (kiểm tra ngày { $day }). Nhờ anh/chị báo người quản lý máy chủ giữ nguyên hiện trạng, chạy `tiendo audit check` và so với bản sao lưu.
backup-failed = ⚠️ Sao lưu ngày { $day } chưa được: { $why }. Nhờ anh/chị báo người quản lý máy chủ xem lại; em thử lại sau một giờ.
