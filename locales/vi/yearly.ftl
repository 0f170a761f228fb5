### Báo cáo năm: văn bản theo Nghị định 30/2020, phụ lục Excel và biểu đồ.

## Đầu và cuối văn bản
yearly-authority = ỦY BAN NHÂN DÂN
yearly-superior = ỦY BAN NHÂN DÂN TỈNH …
yearly-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
yearly-motto = Độc lập - Tự do - Hạnh phúc
yearly-sign-number-xa = Số: …/BC-UBND
yearly-sign-number-tinh = Số: …/BC-UBND
yearly-sign-number-so = Số: …/BC-…
yearly-place-date = { $place }, ngày … tháng … năm { $year }
yearly-kind = BÁO CÁO
yearly-subject = Kết quả năm { $year } thực hiện kế hoạch { $plan }
yearly-plan = “{ $title }”
yearly-numbered = (số { $number })
yearly-number = { $number } ngày { $day }
yearly-receivers = Nơi nhận:
yearly-receiver = - { $name };
yearly-signs-for-xa = TM. ỦY BAN NHÂN DÂN
yearly-signs-for-tinh = TM. ỦY BAN NHÂN DÂN
yearly-signs-for-so = GIÁM ĐỐC
yearly-signs-xa = CHỦ TỊCH
yearly-signs-tinh = CHỦ TỊCH
yearly-signs-so = (Chữ ký, dấu)

## Mở đầu
yearly-opening = { $issuer } báo cáo kết quả năm { $year } thực hiện kế hoạch { $plan } như sau:
yearly-cutoff = Số liệu tính đến hết ngày { $day }, theo những báo cáo đã ghi nhận tới { $known }.
yearly-cutoff-then = Số liệu tính đến hết ngày { $day }, theo những báo cáo đã ghi nhận tới khi đó.
yearly-rest = Phần còn lại của năm là ước thực hiện, theo nhịp từ đầu kỳ đến nay.
yearly-how-to-check = Mã chỉ tiêu trong ngoặc vuông đi kèm từng số liệu: nhắn mã đó cho bot là xem được các báo cáo đứng sau.
yearly-bases = Căn cứ thực hiện:

## Các phần
yearly-part-general = I. Tình hình chung
yearly-part-results = II. Kết quả thực hiện chỉ tiêu
yearly-part-followed = III. Nhiệm vụ theo dõi, quy tắc và mục đích
yearly-part-work = IV. Nhiệm vụ, giải pháp và kinh phí
yearly-part-difficulties = V. Khó khăn, vướng mắc và đề xuất
yearly-part-open = VI. Danh sách và nội dung còn để ngỏ
yearly-part-ahead = VII. Việc cần làm tiếp và báo cáo phải gửi
yearly-section = Mục { $section } của kế hoạch
yearly-closing = Trên đây là báo cáo của { $issuer }, trân trọng gửi các cơ quan xem xét, tổng hợp./.

## Tình hình chung
yearly-own = { $reports ->
    [0] Chưa có báo cáo nào của đơn vị được tính vào số liệu.
   *[other] Số liệu lấy từ { $reports } báo cáo của đơn vị, kèm { $evidence } minh chứng.
}
yearly-below = Cùng với đó là báo cáo của các đơn vị cấp dưới (trong { $count } đơn vị):
yearly-from = { $name } { $reports } báo cáo, { $evidence } minh chứng
yearly-below-silent = Chưa có báo cáo được tính:
yearly-counts = Kế hoạch có { $count } chỉ tiêu, nhiệm vụ theo dõi và mục đích: { $states }.
yearly-state-count = { $state } { $count }

## Trạng thái
yearly-state-reached = đã đạt
yearly-state-kept = giữ đúng mức
yearly-state-on-track = đúng nhịp
yearly-state-behind = chậm nhịp
yearly-state-at-risk = chậm nhiều
yearly-state-over = vượt mức
yearly-state-no-data = chưa đủ số liệu
yearly-state-not-numeric = đang theo dõi
yearly-state-told = kể bằng lời
yearly-state-past = số liệu trước đây
yearly-state-not-applicable = không áp dụng

## Câu về từng chỉ tiêu
yearly-reference = [{ $code }]
yearly-is-reached = { $name } đã đạt: { $figure }
yearly-is-kept = { $name } giữ đúng mức cho phép: { $figure }
yearly-is-on-track = { $name } đúng nhịp: { $figure }
yearly-is-behind = { $name } chậm nhịp: { $figure }
yearly-is-at-risk = { $name } chậm nhiều, cần tập trung: { $figure }
yearly-is-over = { $name } vượt mức cho phép: { $figure }
yearly-is-no-data = { $name } chưa đủ số liệu để đánh giá: { $figure }
yearly-is-not-numeric = { $name }: { $figure }
yearly-is-past = { $name }: { $figure }
yearly-not-applicable = { $name } không áp dụng: { $reason }
yearly-told = { $name }: { $value }
yearly-needed = đến nay cần { $expected }
yearly-against = mục tiêu { $goal }
yearly-goal-due = { $goal }, chậm nhất hết ngày { $day }
yearly-goal-year = { $goal } đến hết năm { $year }
yearly-estimate = Ước cả năm { $amount }.
yearly-trend = Diễn biến: { $points }.
yearly-point = đến { $day } là { $value }
yearly-nothing-yet = Chưa có kết quả nào được báo:
yearly-nothing = { $name } { $code }
yearly-others = và { $count } nội dung khác
yearly-side = { $name }: { $value }
yearly-sources = Số liệu lấy từ { $reports } báo cáo, { $evidence ->
    [0] chưa có minh chứng kèm theo.
   *[other] kèm { $evidence } minh chứng.
}
yearly-waiting = Còn { $count } đang chờ xác nhận, chưa tính.
yearly-no-goals = Kế hoạch không có chỉ tiêu định lượng.
yearly-none-followed = Kế hoạch không có nhiệm vụ theo dõi riêng.

## Bảng
yearly-table-title = Bảng 1. Các chỉ tiêu đến hết ngày { $day }
yearly-table-note = Dấu “–”: kế hoạch không giao số, hoặc chỉ tiêu không cộng dồn theo thời gian nên không ước.
yearly-blank = –
yearly-column-code = Mã
yearly-column-name = Nội dung
yearly-column-goal = Mục tiêu
yearly-column-value = Đến { $day }
yearly-column-estimate = Ước cả năm
yearly-column-state = Đánh giá
yearly-column-reports = Báo cáo
yearly-column-evidence = Minh chứng
yearly-column-section = Mục
yearly-column-number = Giá trị
yearly-column-unit = Đơn vị tính
yearly-column-needed = Đến nay cần
yearly-column-owner = Phụ trách
yearly-column-months = Thời gian
yearly-column-steps = Số bước
yearly-column-planned = Dự toán (triệu đồng)
yearly-column-spent = Đã chi (triệu đồng)
yearly-column-settled = Quyết toán (triệu đồng)
yearly-column-receipt = Số báo cáo
yearly-column-subject = Về việc
yearly-column-detail = Khó khăn, đề xuất
yearly-column-whose = Của nơi nào
yearly-column-list = Danh sách
yearly-column-members = Số mục
yearly-column-gap = Còn thiếu
yearly-column-tenant = Đơn vị

## Nhiệm vụ và kinh phí
yearly-no-tasks = Kế hoạch không chia thành nhiệm vụ.
yearly-tasks = Trong { $count } nhiệm vụ: { $states }.
yearly-tasks-late = trễ { $count }
yearly-tasks-over = hết thời gian mà chưa rõ kết quả { $count }
yearly-tasks-running = đang trong thời gian thực hiện { $count }
yearly-tasks-ahead = chưa tới thời gian { $count }
yearly-tasks-done = đã xong { $count }
yearly-late-task = { $name }: { $how }; phụ trách: { $who } { $code }.
yearly-task-over = đã hết thời gian, chưa rõ kết quả
yearly-task-running = đang trong thời gian
yearly-task-ahead = chưa tới
yearly-task-done = xong
yearly-task-late = trễ
yearly-steps-late = trễ { $count } bước
yearly-nobody = chưa có đơn vị
yearly-money = Kinh phí đã chi { $spent } trên { $total } triệu đồng của kế hoạch ({ $share } %) [{ $plan }].
yearly-money-untold = Kế hoạch không ghi tổng kinh phí; đã chi { $spent } triệu đồng [{ $plan }].
yearly-money-none = Chưa có khoản chi nào được báo.
yearly-money-over = { $name }: chi vượt { $by } triệu đồng.

## Khó khăn
yearly-no-difficulties = Trong năm chưa có khó khăn, đề xuất nào được báo lên.
yearly-whose = ({ $whose })

## Danh sách, điều còn để ngỏ
yearly-rosters = Các danh sách dùng để tính tỷ lệ:
yearly-roster = { $name } có { $count }
yearly-gap = { $name } { $code }
yearly-gaps-parameter = { $count } giá trị chưa được đặt:
yearly-gaps-condition = { $count } chỉ tiêu có điều kiện chưa được quyết định:
yearly-gaps-roster = { $count } danh sách còn trống:
yearly-gaps-owner = { $count } chỉ tiêu, nhiệm vụ chưa có đơn vị phụ trách:
yearly-no-gaps = Không còn nội dung nào để ngỏ.
yearly-gap-parameter = giá trị chưa đặt
yearly-gap-condition = chưa quyết định có áp dụng hay không
yearly-gap-roster = danh sách trống
yearly-gap-owner = chưa có đơn vị phụ trách

## Việc cần làm tiếp
yearly-ahead-some = Các chỉ tiêu cần tập trung:
yearly-ahead-none = Không có chỉ tiêu nào chậm nhịp; tiếp tục duy trì kết quả.
yearly-ahead = { $name }: { $rest } { $code }.
yearly-short-by = còn thiếu { $amount } so với nhịp
yearly-due-some = Báo cáo phải gửi trong năm:
yearly-due = { $name }: chậm nhất hết ngày { $day }, gửi

## Phụ lục
yearly-annex = Phụ lục
yearly-annex-title = Diễn biến số liệu và minh chứng
yearly-annex-of-xa = (Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm { $year })
yearly-annex-of-tinh = (Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm { $year })
yearly-annex-of-so = (Kèm theo Báo cáo số …/BC-… ngày … tháng … năm { $year })
yearly-chart-title = Chỉ tiêu so với nhịp, đến hết ngày { $day }
yearly-chart-heading = { $plan }: chỉ tiêu so với nhịp, { $day }
yearly-chart-legend = Thanh màu: phần đã đạt. Vạch đen: nhịp cần đến nay.
yearly-chart-empty = Chưa có chỉ tiêu nào có số liệu để vẽ.
yearly-sheet-targets = Chỉ tiêu
yearly-sheet-tasks = Nhiệm vụ
yearly-sheet-money = Kinh phí
yearly-sheet-difficulties = Khó khăn
yearly-sheet-lists = Danh sách
yearly-sheet-gaps = Còn để ngỏ
yearly-sheet-tenants = Đơn vị
