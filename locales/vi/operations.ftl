### Tin cho quản trị về vận hành.
backup-made = 💾 Sao lưu đêm { $day } đã xong: { $rows } dòng dữ liệu, { $size } MB; em đã phục hồi thử, khớp với bản đang chạy. Tuần này các đêm khác có trục trặc em mới báo.
backup-failed = ⚠️ Sao lưu ngày { $day } chưa được: { $why }. Nhờ anh/chị báo người quản lý máy chủ xem lại; em thử lại sau một giờ.
