# Bản tổng hợp tuần gửi lãnh đạo.

summary-week = Tuần { $number } ({ $first }-{ $last })
summary-title = **Tuần { $number } · { $tenant }** ({ $first }-{ $last })

# Một dòng đếm chỉ tiêu theo tình trạng
summary-good = 🟢 { $count } đúng nhịp
summary-behind = 🟡 { $count } chậm
summary-at-risk = 🔴 { $count } cần anh/chị
summary-no-data = ⚪ { $count } chưa đủ số liệu
summary-followed = 🔹 { $count } theo dõi
summary-none-behind = Không có chỉ tiêu nào chậm.
summary-urgent = 🔴 Cũng cần anh/chị: { $names }
summary-more-targets = … và { $count } chỉ tiêu khác

# Báo cáo trong tuần
summary-reports = Tuần này: { $count } báo cáo ({ $kinds })
summary-kind = { $kind }: { $count }
summary-no-reports = Tuần này: chưa có báo cáo nào
summary-reported = Đã báo cáo: { $units }
summary-unit = { $unit } ({ $count })
summary-no-unit = không thuộc đơn vị nào
summary-silent = Chưa báo cáo: { $units }
summary-none-silent = Các đơn vị đều đã báo cáo
summary-others = { $names } và { $count } nữa

# Việc chờ người đọc
summary-waiting = Chờ anh/chị duyệt: { $what }
summary-pending = { $count } báo cáo
summary-newcomers = { $count } người mới

summary-button-targets = 📊 Từng chỉ tiêu
summary-button-pending = Duyệt báo cáo ({ $count })
summary-button-members = Duyệt người mới ({ $count })
