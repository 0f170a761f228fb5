# Tin gửi quản trị khi một kênh nhắn tin gặp trục trặc.

zalo-oa-tokens-in-danger = ⚠️ Kênh **Zalo OA** sắp ngừng hoặc đã ngừng gửi tin: bot không gia hạn được quyền truy cập. Anh/chị báo người vận hành bot lấy mã mới cho Zalo OA giúp, rồi khởi động lại bot.

# Khi hạn mức tháng của một kênh sắp hết.
quota-messages = ⚠️ Bot Zalo đã dùng **{ $used } / { $allowed } tin** của gói trong tháng này. { $level ->
        [at80] Để dành tin cho việc trả lời, từ nay mỗi người chỉ được nhắc báo cáo hai tuần một lần.
       *[at95] Để dành tin cho việc trả lời, từ nay đến hết tháng bot không nhắc báo cáo qua Zalo nữa.
    } Hết hạn mức thì Zalo không chuyển tin; anh/chị cân nhắc nâng gói hoặc hẹn mọi người dùng thêm kênh khác.
quota-people = ⚠️ Bot Zalo đang phục vụ **{ $used } / { $allowed } người** của gói. Hết chỗ thì người mới nhắn vào sẽ không được trả lời; anh/chị cân nhắc nâng gói hoặc mời thêm người qua kênh khác.
