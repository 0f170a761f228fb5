### Tiến độ: số liệu của từng chỉ tiêu, tính vào đâu và vì sao không tính.

## Một dòng mỗi chỉ tiêu
progress-line =
    • **{ $name }**
    { $figure }
progress-needed = cần { $expected } tới nay
progress-needed-percent = cần { $expected } % tới nay
progress-pending = +{ $count } chờ xác nhận
progress-state-reached = ✅ đã đạt
progress-state-on-track = 🟢 đúng nhịp
progress-state-behind = 🟡 chậm nhịp
progress-state-at-risk = 🔴 chậm nhiều
progress-state-no-data = ⚪ chưa đủ số liệu
progress-state-not-numeric = 🔹 đang theo dõi
progress-state-count = { $state }: { $count }

## Con số
progress-number = { $value }
progress-date = { $date }
progress-none = chưa có số liệu
progress-amount = { $value }/{ $goal } { $unit }
progress-amount-over = { $value } { $unit } (cần hơn { $goal })
progress-amount-alone = { $value } { $unit }
progress-percent = { $value } %
progress-percent-goal = mục tiêu { $goal } %
progress-share = { $value } % ({ $above }/{ $below })
progress-previous = kỳ trước { $value }
progress-no-previous = kỳ trước chưa có số liệu để so
progress-stage = bước “{ $stage }”
progress-not-begun = chưa bắt đầu
progress-done = đã xong
progress-not-done = chưa xong
progress-parts = phần đã xong

## Trang của một chỉ tiêu
progress-title = **{ $code } · { $name }**
progress-plan = { $plan }, mục { $section }
progress-goal = Mục tiêu: { $goal }
progress-goal-least = ít nhất { $value } { $unit }
progress-goal-over = hơn { $value } { $unit }
progress-goal-increase = cao hơn kỳ trước
progress-goal-done = hoàn thành
progress-due = hạn { $date }
progress-forecast = cứ nhịp này, đến hạn được khoảng { $value } { $unit }
progress-forecast-percent = cứ nhịp này, đến hạn được khoảng { $value } %
progress-conditional = Chỉ tiêu có điều kiện: { $condition }
progress-note = Ghi chú: { $note }
progress-facts = Các báo cáo đã tính ({ $count }):
progress-facts-none = Chưa có báo cáo nào được tính.
progress-fact = • { $fact }
progress-facts-more = … và { $count } báo cáo khác

## Một báo cáo tính vào đâu
progress-moved = Tính vào **{ $name }** ({ $code }): { $figure } · { $state }
progress-moved-from = Tính vào **{ $name }** ({ $code }): { $before } → { $figure } · { $state }
progress-unmoved = Không tính vào { $name } ({ $code }): { $reason }

## Vì sao không tính
progress-field-place = Địa điểm
progress-field-unit = Đơn vị
progress-not-given = chưa ghi
progress-bound-from = từ { $value } trở lên
progress-bound-above = trên { $value }
progress-bound-to = tới { $value }
progress-bound-below = dưới { $value }
progress-bound-not = khác { $value }
progress-why-test = { $field } là “{ $value }”, chỉ tiêu chỉ tính “{ $wanted }”.
progress-why-no-place = báo cáo chưa ghi địa điểm.
progress-why-place-kind = { $place } không thuộc loại nơi mà chỉ tiêu tính.
progress-why-window = ngày { $date } nằm ngoài kỳ đang tính.
progress-why-nothing = báo cáo chưa ghi “{ $field }”.
progress-why-options = trong “{ $field }” không có { $wanted }.
progress-why-counted = { $value } đã được tính từ báo cáo khác.
progress-why-not-listed = { $value } chưa có trong danh sách “{ $roster }”.
progress-why-not-in-whole = { $value } không nằm trong số cần tính của chỉ tiêu.
progress-why-newer = đã có báo cáo mới hơn về việc này.
progress-why-expired = hiệu lực đã hết từ ngày { $date }.
progress-why-not-registered = nơi này chưa thống kê loại phương tiện đo đó, nên chưa tính được tỷ lệ.
progress-why-all-verified = số phương tiện đo đã thống kê ở đây đều được tính rồi.
progress-why-same = số liệu của chỉ tiêu không thay đổi.
