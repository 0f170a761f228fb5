### Báo cáo năm: văn bản theo Nghị định 30/2020, phụ lục Excel và biểu đồ.

## Đầu và cuối văn bản
paper-authority = ỦY BAN NHÂN DÂN
paper-superior = ỦY BAN NHÂN DÂN TỈNH …
paper-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-sign-number-xa = Số: …/BC-UBND
paper-sign-number-tinh = Số: …/BC-UBND
paper-sign-number-so = Số: …/BC-…
paper-place-date = { $place }, ngày … tháng … năm { $year }
paper-kind = BÁO CÁO
paper-subject = Kết quả { $over } thực hiện kế hoạch { $plan }
paper-over-year = năm { $year }
paper-over-quarter = quý { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} năm { $year }
paper-over-days = từ ngày { $first } đến ngày { $last }
paper-plan = “{ $title }”
paper-numbered = (số { $number })
paper-number = { $number } ngày { $day }
paper-receivers = Nơi nhận:
paper-receiver = - { $name };
paper-receiver-last = - { $name }.
paper-signs-for-xa = TM. ỦY BAN NHÂN DÂN
paper-signs-for-tinh = TM. ỦY BAN NHÂN DÂN
paper-signs-for-so = GIÁM ĐỐC
paper-signs-xa = CHỦ TỊCH
paper-signs-tinh = CHỦ TỊCH
paper-signs-so = (Chữ ký, dấu)

## Mở đầu
paper-opening = { $issuer } báo cáo kết quả { $over } thực hiện kế hoạch { $plan } như sau:
paper-cutoff = Số liệu tính đến hết ngày { $day }, theo những báo cáo đã ghi nhận tới { $known }.
paper-cutoff-then = Số liệu tính đến hết ngày { $day }, theo những báo cáo đã ghi nhận tới khi đó.
paper-rest = Phần còn lại của năm là ước thực hiện, theo nhịp từ đầu kỳ đến nay.
paper-how-to-check = Mã chỉ tiêu trong ngoặc vuông đi kèm từng số liệu: nhắn mã đó cho bot là xem được các báo cáo đứng sau.
paper-bases = Căn cứ thực hiện:

## Các phần
paper-part-general = I. Tình hình chung
paper-part-results = II. Kết quả thực hiện chỉ tiêu
paper-part-followed = III. Nhiệm vụ theo dõi, quy tắc và mục đích
paper-part-work = IV. Nhiệm vụ, giải pháp và kinh phí
paper-part-difficulties = V. Khó khăn, vướng mắc và đề xuất
paper-part-open = VI. Danh sách và nội dung còn để ngỏ
paper-part-ahead = VII. Việc cần làm tiếp và báo cáo phải gửi
paper-section = Mục { $section } của kế hoạch
paper-closing = Trên đây là báo cáo của { $issuer }, trân trọng gửi các cơ quan xem xét, tổng hợp./.

## Tình hình chung
paper-own = { $reports ->
    [0] Chưa có báo cáo nào của đơn vị được tính vào số liệu.
   *[other] Số liệu lấy từ { $reports } báo cáo của đơn vị, kèm { $evidence } minh chứng.
}
paper-below = Cùng với đó là báo cáo của các đơn vị cấp dưới (trong { $count } đơn vị):
paper-from = { $name } { $reports } báo cáo, { $evidence } minh chứng
paper-below-silent = Chưa có báo cáo được tính:
paper-counts = Kế hoạch có { $count } chỉ tiêu, nhiệm vụ theo dõi và mục đích: { $states }.
paper-state-count = { $state } { $count }

## Trạng thái
paper-state-reached = đã đạt
paper-state-kept = giữ đúng mức
paper-state-on-track = đúng nhịp
paper-state-behind = chậm nhịp
paper-state-at-risk = chậm nhiều
paper-state-over = vượt mức
paper-state-no-data = chưa đủ số liệu
paper-state-not-numeric = đang theo dõi
paper-state-told = kể bằng lời
paper-state-past = số liệu trước đây
paper-state-not-applicable = không áp dụng

## Câu về từng chỉ tiêu
paper-reference = [{ $code }]
paper-is-reached = { $name } đã đạt: { $figure }
paper-is-kept = { $name } giữ đúng mức cho phép: { $figure }
paper-is-on-track = { $name } đúng nhịp: { $figure }
paper-is-behind = { $name } chậm nhịp: { $figure }
paper-is-at-risk = { $name } chậm nhiều, cần tập trung: { $figure }
paper-is-over = { $name } vượt mức cho phép: { $figure }
paper-is-no-data = { $name } chưa đủ số liệu để đánh giá: { $figure }
paper-is-not-numeric = { $name }: { $figure }
paper-is-past = { $name }: { $figure }
paper-not-applicable = { $name } không áp dụng: { $reason }
paper-told = { $name }: { $value }
paper-needed = đến nay cần { $expected }
paper-against = mục tiêu { $goal }
paper-goal-due = { $goal }, chậm nhất hết ngày { $day }
paper-goal-year = { $goal } đến hết năm { $year }
paper-estimate = Ước cả năm { $amount }.
paper-trend = Diễn biến: { $points }.
paper-point = { $value } (đến { $day })
paper-nothing-yet = Chưa có kết quả nào được báo:
paper-nothing = { $name } { $code }
paper-others = và { $count } nội dung khác
paper-side = { $name }: { $value }
paper-sources = Số liệu lấy từ { $reports } báo cáo, { $evidence ->
    [0] chưa có minh chứng kèm theo.
   *[other] kèm { $evidence } minh chứng.
}
paper-waiting = Còn { $count } đang chờ xác nhận, chưa tính.
paper-no-goals = Kế hoạch không có chỉ tiêu định lượng.
paper-none-followed = Kế hoạch không có nhiệm vụ theo dõi riêng.

## Bảng
paper-table-title = Bảng 1. Các chỉ tiêu đến hết ngày { $day }
paper-table-note = Dấu “–”: kế hoạch không giao số, hoặc chỉ tiêu không cộng dồn theo thời gian nên không ước.
paper-table-note-part = Dấu “–”: kế hoạch không giao số, hoặc kế hoạch chưa bắt đầu vào ngày đó.
paper-blank = –
paper-column-code = Mã
paper-column-name = Nội dung
paper-column-goal = Mục tiêu
paper-column-value = Đến { $day }
paper-column-before = Đầu kỳ (đến { $day })
paper-column-estimate = Ước cả năm
paper-column-state = Đánh giá
paper-column-reports = Báo cáo
paper-column-evidence = Minh chứng
paper-column-section = Mục
paper-column-number = Giá trị
paper-column-unit = Đơn vị tính
paper-column-needed = Đến nay cần
paper-column-owner = Phụ trách
paper-column-months = Thời gian
paper-column-steps = Số bước
paper-column-planned = Dự toán (triệu đồng)
paper-column-spent = Đã chi (triệu đồng)
paper-column-settled = Quyết toán (triệu đồng)
paper-column-receipt = Số báo cáo
paper-column-subject = Về việc
paper-column-detail = Khó khăn, đề xuất
paper-column-whose = Của nơi nào
paper-column-list = Danh sách
paper-column-members = Số mục
paper-column-gap = Còn thiếu
paper-column-tenant = Đơn vị

## Nhiệm vụ và kinh phí
paper-no-tasks = Kế hoạch không chia thành nhiệm vụ.
paper-tasks = Trong { $count } nhiệm vụ: { $states }.
paper-tasks-late = trễ { $count }
paper-tasks-over = hết thời gian mà chưa rõ kết quả { $count }
paper-tasks-running = đang trong thời gian thực hiện { $count }
paper-tasks-ahead = chưa tới thời gian { $count }
paper-tasks-done = đã xong { $count }
paper-late-task = { $name }: { $how }; phụ trách: { $who } { $code }.
paper-task-over = đã hết thời gian, chưa rõ kết quả
paper-task-running = đang trong thời gian
paper-task-ahead = chưa tới
paper-task-done = xong
paper-task-late = trễ
paper-steps-late = trễ { $count } bước
paper-nobody = chưa có đơn vị
paper-money = Kinh phí đã chi { $spent } trên { $total } triệu đồng của kế hoạch ({ $share } %) [{ $plan }].
paper-money-untold = Kế hoạch không ghi tổng kinh phí; đã chi { $spent } triệu đồng [{ $plan }].
paper-money-none = Chưa có khoản chi nào được báo.
paper-money-over = { $name }: chi vượt { $by } triệu đồng.

## Khó khăn
paper-no-difficulties = Trong kỳ báo cáo chưa có khó khăn, đề xuất nào được báo lên.
paper-whose = ({ $whose })

## Danh sách, điều còn để ngỏ
paper-rosters = Các danh sách dùng để tính tỷ lệ:
paper-roster = { $name } có { $count }
paper-gap = { $name } { $code }
paper-gaps-parameter = { $count } giá trị chưa được đặt:
paper-gaps-condition = { $count } chỉ tiêu có điều kiện chưa được quyết định:
paper-gaps-roster = { $count } danh sách còn trống:
paper-gaps-owner = { $count } chỉ tiêu, nhiệm vụ chưa có đơn vị phụ trách:
paper-no-gaps = Không còn nội dung nào để ngỏ.
paper-gap-parameter = giá trị chưa đặt
paper-gap-condition = chưa quyết định có áp dụng hay không
paper-gap-roster = danh sách trống
paper-gap-owner = chưa có đơn vị phụ trách

## Việc cần làm tiếp
paper-ahead-some = Các chỉ tiêu cần tập trung:
paper-ahead-none = Không có chỉ tiêu nào chậm nhịp; tiếp tục duy trì kết quả.
paper-ahead = { $name }: { $rest } { $code }.
paper-short-by = còn thiếu { $amount } so với nhịp
paper-due-some = Báo cáo phải gửi trong năm:
paper-due = { $name }: chậm nhất hết ngày { $day }, gửi

## Phụ lục
paper-annex = Phụ lục
paper-annex-title = Diễn biến số liệu và minh chứng
paper-annex-of-xa = (Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm { $year })
paper-annex-of-tinh = (Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm { $year })
paper-annex-of-so = (Kèm theo Báo cáo số …/BC-… ngày … tháng … năm { $year })
paper-chart-title = Chỉ tiêu so với nhịp, đến hết ngày { $day }
paper-chart-heading = { $plan }: chỉ tiêu so với nhịp, { $day }
paper-chart-legend = Thanh màu: phần đã đạt. Vạch đen: nhịp cần đến nay.
paper-chart-empty = Chưa có chỉ tiêu nào có số liệu để vẽ.
paper-sheet-targets = Chỉ tiêu
paper-sheet-tasks = Nhiệm vụ
paper-sheet-money = Kinh phí
paper-sheet-difficulties = Khó khăn
paper-sheet-lists = Danh sách
paper-sheet-gaps = Còn để ngỏ
paper-sheet-tenants = Đơn vị
