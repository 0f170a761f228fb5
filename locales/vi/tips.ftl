# Tin báo vi phạm: chỉ người phụ trách xem.
tips-title = 🚨 Tin báo (chỉ đơn vị phụ trách và lãnh đạo xem được):
tips-none = Chưa có tin báo nào.
tips-back = ◀ Các tin báo
tip-line = { $answers ->
    [0] 🆕 { $receipt } · { $day }
   *[other] ✔️ { $receipt } · { $day }
 }
tip-news = 🚨 Có tin báo mới **{ $receipt }**. Nội dung chỉ mở được trong bot, không chuyển tiếp cho người ngoài.
tip-open = 📄 Xem
tip-confidential = 🔒 Tin này chỉ đơn vị phụ trách và lãnh đạo xem được. Không nêu tên người bị báo ra ngoài.
tip-thanks = 🔒 Chỉ { $unit } và lãnh đạo xem được tin này.{ $hidden ->
    [true] { " " }Tên anh/chị được giữ kín, kể cả với cán bộ xử lý.
   *[false] { "" }
 } Có kết quả em nhắn lại anh/chị.
tip-nobody = ⚠️ Hiện chưa có ai ở đó nhận được qua bot; việc gấp thì anh/chị báo thẳng trụ sở giúp em.
tip-send = 🚨 Anh/chị thấy cân thiếu, nhãn sai, hàng kém chất lượng thì báo ở đây. Chỉ đơn vị phụ trách và lãnh đạo xem được; giấu tên được.
tip-anonymous = Người báo tin (giấu tên)
tip-answer = ✍️ Báo kết quả cho người gửi
tip-write = Anh/chị nhắn kết quả xử lý **{ $receipt }** cho người báo tin. Đừng nêu tên người bị báo.
tip-answered = ✅ Đã báo kết quả **{ $receipt }** tới người gửi.
tip-answered-unreached = Đã ghi kết quả **{ $receipt }**, nhưng em chưa nhắn được cho người gửi.
tip-answer-news = 💬 { $unit } báo kết quả tin **{ $receipt }**:
    { $text }
tip-told = 💬 { $at }: { $text }
