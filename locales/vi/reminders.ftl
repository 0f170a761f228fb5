# Lời nhắc hằng tuần gửi cán bộ chưa báo cáo.

reminder-greeting = Chào anh/chị { $name },
reminder-nothing-yet = **{ $week }** chưa có báo cáo nào của anh/chị.
reminder-effort = Báo cáo mất khoảng 1 phút, nhắn một câu cũng được. Tuần này không có việc thì bấm “Không phát sinh tuần này”.
reminder-expected = Việc đang cần chú ý:
reminder-more = … và { $count } chỉ tiêu khác

reminder-draft = Anh/chị còn bản nháp **{ $form }**. Phần đã nhập vẫn giữ nguyên, chỉ cần làm tiếp.
reminder-draft-unnamed = Anh/chị còn một bản nháp. Phần đã nhập vẫn giữ nguyên, chỉ cần làm tiếp.

reminder-button-report = 📝 Báo cáo
reminder-button-nil = Không phát sinh tuần này
reminder-button-later = Để sau
reminder-button-continue = ▶ Làm tiếp
