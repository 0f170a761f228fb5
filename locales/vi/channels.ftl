# Tin gửi quản trị khi một kênh nhắn tin gặp trục trặc.

zalo-oa-tokens-in-danger = ⚠️ Kênh **Zalo OA** sắp ngừng hoặc đã ngừng gửi tin: bot không gia hạn được quyền truy cập. Anh/chị báo người vận hành bot lấy mã mới cho Zalo OA giúp, rồi khởi động lại bot.
