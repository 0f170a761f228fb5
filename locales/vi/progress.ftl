### Tiến độ: số liệu của từng chỉ tiêu, tính vào đâu và vì sao không tính.

## Một dòng mỗi chỉ tiêu
progress-line =
    • **{ $name }**
    { $figure }
progress-coded-line = **{ $code }** { $name }
progress-needed = đến nay cần { $expected }
progress-pending = +{ $count } chờ xác nhận
progress-state-reached = ✅ đã đạt
progress-state-kept = ✅ giữ đúng mức
progress-state-on-track = 🟢 đúng nhịp
progress-state-behind = 🟡 chậm nhịp
progress-state-at-risk = 🔴 chậm nhiều
progress-state-over = 🔴 vượt mức
progress-state-no-data = ⚪ chưa đủ số liệu
progress-state-not-numeric = 🔹 đang theo dõi
progress-state-told = 📝 kể bằng lời
progress-state-past = 🕘 số liệu trước đây
progress-state-count = { $state }: { $count }

## Con số
progress-number = { $value }
progress-plus = +{ $value }
progress-date = { $date }
progress-none = chưa có số liệu
progress-missing = chờ quản trị viên đặt “{ $names }”
progress-amount = { $value }/{ $goal } { $unit }
progress-amount-alone = { $value } { $unit }
progress-percent = { $value } %
progress-share = { $value } % ({ $above }/{ $below })
progress-growth = { $value } % ({ $above } năm nay, { $below } năm trước)
progress-growth-none = { $value } năm nay, năm trước chưa có số để so
progress-wanted = mục tiêu { $goal }
progress-wanted-over = mục tiêu hơn { $goal }
progress-wanted-most = tối đa { $goal }
progress-wanted-about = mục tiêu khoảng { $goal }
progress-wanted-none = không được có
progress-band = { $low }-{ $high }
progress-from = từ { $low }
progress-band-inside = trong khoảng mục tiêu
progress-band-above = trên khoảng mục tiêu, vẫn là đạt
progress-previous = kỳ trước { $value }
progress-no-previous = kỳ trước chưa có số liệu để so
progress-stage = bước “{ $stage }”
progress-not-begun = chưa bắt đầu
progress-done = đã xong
progress-not-done = chưa xong
progress-parts = phần đã xong
progress-linked = { $count } báo cáo liên quan trong năm
progress-past = { $value }, giai đoạn { $period }
progress-met = khi đó đã đạt
progress-not-met = khi đó chưa đạt
progress-met-unknown = kế hoạch không nói đã đạt hay chưa

## Trang của một chỉ tiêu
progress-title = **{ $code } · { $name }**
progress-plan = { $plan }, mục { $section }
progress-goal = Mục tiêu: { $goal }
progress-goal-least = ít nhất { $goal }
progress-goal-over = hơn { $goal }
progress-goal-exact = đủ { $goal }
progress-goal-most = không quá { $goal }
progress-goal-none = không có { $unit } nào
progress-goal-about = khoảng { $goal }, chênh không quá { $tolerance }
progress-goal-increase = cao hơn kỳ trước
progress-goal-done = hoàn thành
progress-due = hạn { $date }
progress-forecast = cứ nhịp này, đến hạn được khoảng { $amount }
progress-forecast-year = cứ nhịp này, hết năm khoảng { $amount }
progress-trend = Diễn biến: { $points }
progress-trend-point = { $month }: { $value }
progress-trend-now = nay: { $value }
progress-trend-none = chưa có
progress-side = • { $name }: { $value }
progress-as-of = 🕓 **Tính đến hết { $day }**, theo những gì đã báo tới khi đó
progress-now = 📊 Số liệu hôm nay
progress-owner = Phụ trách: { $unit }
progress-no-owner = Phụ trách: chưa có đơn vị phụ trách
progress-partners = Phối hợp: { $units }
progress-tasks-more = … và { $count } nhiệm vụ khác
progress-duty = Phải gửi: { $name }, { $due } ({ $to })
progress-duty-due = hạn { $day } hằng năm
progress-duty-yearly = hằng năm, không ghi ngày
progress-duty-adhoc = khi được yêu cầu
progress-conditional = Chỉ tiêu có điều kiện: { $condition }
progress-note = Ghi chú: { $note }
progress-facts = Các báo cáo đã tính ({ $count }):
progress-facts-linked = Các báo cáo liên quan ({ $count }):
progress-facts-none = Chưa có báo cáo nào được tính.
progress-facts-page = Các báo cáo (trang { $page }/{ $pages }):
progress-fact = • { $fact }
progress-facts-more = … và { $count } báo cáo khác

## Các kế hoạch và trang của một kế hoạch
plan-line = **{ $code }** { $title }
plan-button = { $code }
plan-back = 📋 { $code }
plan-title = 📊 **{ $code }** { $title } (trang { $page }/{ $pages })
plan-unknown = Đơn vị của anh/chị không có kế hoạch này.
plan-group-goals = 🎯 Mục tiêu ({ $count })
plan-group-duties = 📌 Nhiệm vụ theo dõi ({ $count })
plan-group-rules = ⚖️ Quy tắc ({ $count })
plan-group-purposes = 💬 Mục đích ({ $count })
plan-group-past = 🕘 Kết quả trước đây ({ $count })
plan-tasks = 🧩 Nhiệm vụ ({ $count })
plan-budget = 💰 Kinh phí
target-back = 🎯 { $code }
target-reports = Tất cả báo cáo ({ $count })

## Điều cần biết cạnh các chỉ tiêu, trong biên nhận
notice-overspent = 🔴 Dòng { $code } ({ $name }): đã chi { $spent }/{ $planned } triệu đồng, vượt { $over }.
notice-overspent-plan = 🔴 Kế hoạch { $plan }: đã chi { $spent }/{ $planned } triệu đồng, vượt { $over }.
notice-roster = ⚠️ { $roster }: danh sách đang có { $listed }, báo cáo ghi { $said }. Số liệu tính theo danh sách; quản trị viên bổ sung danh sách ở /bosung.

## Nhiệm vụ và các bước
task-unknown = Em không tìm thấy nhiệm vụ này.
task-back = 🧩 Nhiệm vụ
task-list-title = 🧩 **Nhiệm vụ · { $plan }** (trang { $page }/{ $pages })
task-line = **{ $code }** { $name }
task-serving = 🧩 { $code } { $name }
task-section = { $plan }, mục { $section }
task-no-owner = chưa có đơn vị phụ trách
task-state-late = 🔴 trễ
task-state-over = ⌛ hết thời gian
task-state-running = 🔵 đang trong thời gian
task-state-ahead = ⚪ chưa tới
task-state-done = ✅ xong
task-state-count = { $state }: { $count }
task-late = 🔴 trễ { $count } bước
task-steps-done = xong { $done }/{ $total } bước
task-mark-late = 🔴
task-mark-running = 🔵
task-mark-ahead = ⚪
task-mark-done = ✅
task-step = { $mark } { $code }. { $name }
task-step-mark = { $mark }{ $code }
task-step-approval = phê duyệt
task-step-procurement = mua sắm
task-step-broadcast = phát sóng
task-step-acceptance = nghiệm thu
task-said-done = xong { $date }
task-said-waiting = chờ duyệt từ { $date }
task-said-begun = đang làm từ { $date }
task-no-months = không ghi tháng
task-window = { $first }-{ $last }
task-since = từ { $date }
task-until = đến { $date }
task-output = Kết quả: { $output }
task-procurement = Cách mua sắm: { $how }
task-sub-plan = Cần lập kế hoạch chi tiết riêng.
task-money = Kinh phí: đã chi { $spent }/{ $amount } triệu đồng
task-money-shared = Kinh phí: dùng chung, đã chi { $spent } triệu đồng
task-serves = Góp vào: { $targets }

## Kinh phí
progress-budget-which = Anh/chị xem kinh phí của kế hoạch nào ạ?
budget-title = 💰 **Kinh phí · { $plan }** (trang { $page }/{ $pages })
budget-title-alone = 💰 **Kinh phí · { $plan }**
budget-total = Đã chi { $spent }/{ $total } triệu đồng
budget-share = { $percent } %
budget-over = 🔴 vượt { $amount }
budget-no-total = Kế hoạch không nêu tổng số tiền.
budget-spent = Đã chi { $spent } triệu đồng
budget-settled = Đã quyết toán { $amount } triệu đồng
budget-exceeded = 🔴 { $count } dòng vượt
budget-group = **{ $code } { $name }**
budget-line = • { $code } { $name }
budget-of = { $spent }/{ $amount }
budget-unsplit = { $spent } (không có số riêng)
budget-sources = Nguồn:
budget-source = • { $source }

## Một báo cáo tính vào đâu
progress-moved = Tính vào **{ $name }** ({ $code }): { $figure }
progress-moved-from = Tính vào **{ $name }** ({ $code }): { $before } → { $figure }
progress-left = Không còn tính vào **{ $name }** ({ $code }): { $figure }. { $reason }
progress-left-from = Không còn tính vào **{ $name }** ({ $code }): { $before } → { $figure }. { $reason }
progress-unchanged = Không làm thay đổi { $name } ({ $code }): { $reason }
progress-unmoved = Không tính vào { $name } ({ $code }): { $reason }

## Vì sao không tính
progress-field-place = Địa điểm
progress-field-unit = Đơn vị
progress-field-year = Năm
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
progress-why-zero = “{ $field }” trong báo cáo là 0.
progress-why-options = trong “{ $field }” không có { $wanted }.
progress-why-counted = { $value } đã được tính từ báo cáo khác.
progress-why-asked-later = { $value }: nhu cầu được gửi sau ngày này nên vẫn còn chờ.
progress-why-still-asked = vẫn còn nhu cầu chưa được hướng dẫn: { $value }.
progress-why-no-list = danh sách “{ $roster }” còn trống nên chưa tính được tỷ lệ; quản trị viên bổ sung giúp.
progress-why-not-listed = { $value } chưa có trong danh sách “{ $roster }”.
progress-why-not-in-whole = { $value } không nằm trong số cần tính của chỉ tiêu.
progress-why-newer = đã có báo cáo mới hơn về việc này.
progress-why-expired = hiệu lực đã hết từ ngày { $date }.
progress-why-not-registered = nơi này chưa thống kê loại phương tiện đo đó, nên chưa tính được tỷ lệ.
progress-why-all-verified = số phương tiện đo đã thống kê ở đây đều được tính rồi.
progress-why-same = số liệu của chỉ tiêu không thay đổi.
progress-why-earlier = đã có báo cáo sớm hơn về việc này, chỉ tiêu lấy báo cáo đầu tiên.
progress-why-also = { $value } còn cần thêm báo cáo “{ $report }” ({ $asked }).
progress-why-also-any = { $value } còn cần thêm báo cáo “{ $report }”.
progress-answer = { $field }: { $value }
progress-why-having = { $value } có { $count } báo cáo, chỉ tiêu chỉ tính khi có { $wanted }.
progress-why-having-different = { $value } có { $count } “{ $field }” khác nhau, chỉ tiêu chỉ tính khi có { $wanted }.
progress-why-not-exceeded = { $value } chưa vượt dự toán.
progress-why-exceeded = { $value } đã vượt dự toán từ trước.
progress-why-reached = việc này đã đạt từ trước.
