### Quản trị điền những điểm kế hoạch để ngỏ: đơn vị phụ trách, danh sách, giá trị, điều kiện.

menu-settle = 🗂 Cần bổ sung

## Danh sách việc cần điền
settle-title = 🗂 **Cần bổ sung · { $tenant }**
settle-open-parameter = • { $count } giá trị chưa đặt: chưa tính được số liệu
settle-open-condition = • { $count } chỉ tiêu có điều kiện chờ quyết định
settle-open-roster = • { $count } danh sách còn trống
settle-open-owner = • { $count } chỉ tiêu chưa có đơn vị phụ trách
settle-which = Anh/chị chọn một mục để điền giúp em.
settle-none-open = Kế hoạch không còn điểm nào để ngỏ. Cảm ơn anh/chị!
settle-filled = ✏️ Xem, đổi điểm đã điền
settle-filled-which = Anh/chị muốn xem hoặc đổi phần nào?
settle-which-change = Anh/chị chọn một mục để xem và đổi.
settle-kind-parameter = 🔢 Giá trị của kế hoạch
settle-kind-condition = ❔ Chỉ tiêu có điều kiện
settle-kind-roster = 👥 Các danh sách
settle-kind-owner = 🏢 Đơn vị phụ trách
settle-point = { $code } · { $name }
settle-point-roster = 👥 { $name }
settle-stands = { $name }: { $value }
settle-unset = chưa có
settle-undecided = chưa quyết định
settle-now = Hiện nay: **{ $value }**

## Chung cho các bước
settle-cancel = ✖ Hủy
settle-save = ✅ Đúng, lưu
settle-confirm = Đúng chưa ạ? Lưu rồi anh/chị vẫn đổi lại được; số liệu của các kỳ trước giữ nguyên.
settle-press-please = Anh/chị bấm một nút bên dưới giúp em.
settle-which-one = Ý anh/chị là mục nào ạ?
settle-one-day = Em cần một ngày thôi. Ví dụ: { $example }
settle-from-start = Từ đầu kế hoạch { $date }
settle-left = Đã thoát, em chưa đổi gì.
settle-stale = Nút này đã cũ: mục của nó không còn mở. Anh/chị mở lại danh sách giúp em.
settle-gone = Mục này không còn trong kế hoạch. Anh/chị chọn mục khác giúp em.

## Đơn vị phụ trách
settle-owner-title =
    🏢 **{ $code } · { $name }**
    { $plan }, mục { $section }
settle-owner-now = Đang phụ trách: **{ $unit }**
settle-owner-which = Đơn vị nào phụ trách ạ? (bấm, gõ số hoặc gõ tên)
settle-unit-which-one = Ý anh/chị là đơn vị nào ạ?
settle-unit-unknown = Em không tìm thấy đơn vị này.

## Giá trị của kế hoạch
settle-parameter-title = 🔢 **{ $plan } · { $name }**
settle-parameter-choice = Anh/chị chọn một giá trị (bấm, gõ số hoặc gõ tên).
settle-parameter-number = Anh/chị gõ con số giúp em.
settle-parameter-day = Anh/chị gõ ngày giúp em. Ví dụ: 1/1/2026
settle-parameter-card = { $old } → **{ $new }**

## Chỉ tiêu có điều kiện
settle-condition-title = ❔ **{ $code } · { $name }**
settle-condition-which = Chỉ tiêu này có áp dụng không ạ?
settle-condition-yes = Áp dụng
settle-condition-no = Không áp dụng
settle-condition-why = Vì sao ạ? Anh/chị ghi một câu; ai xem chỉ tiêu cũng đọc được.
settle-condition-review = Bao giờ thì xem lại quyết định này ạ? (gõ ngày, ví dụ 31/12)
settle-condition-no-review = ⏭ Không cần xem lại
settle-reason = Lý do: { $reason }
settle-reason-length = Lý do cần từ 2 đến { $most } ký tự. Ví dụ: chưa trường nào đủ người phụ trách
settle-review = Xem lại: { $date }
settle-review-past = Ngày xem lại phải sau hôm nay ({ $today }).

## Các danh sách
settle-roster-title = 👥 **{ $name }**
settle-roster-empty = Danh sách này còn trống.
settle-roster-more = … và { $count } mục khác
settle-roster-count = { $count } mục
settle-roster-duty = Ai được ghi trong báo cáo "Phân công nhiệm vụ" cũng tự vào danh sách này.
settle-roster-what = Anh/chị muốn thêm hay bớt ạ?
settle-roster-add = ➕ Thêm
settle-roster-out = ➖ Bớt
settle-member = • { $name }
settle-member-days = • { $name } ({ $days })
settle-member-since = từ { $date }
settle-member-until = đến { $date }
settle-roster-pick = Anh/chị chọn những nơi cần thêm, rồi bấm **Chọn xong**; hoặc gõ tên, cách nhau bằng dấu phẩy.
settle-roster-chosen = Đã chọn: { $names }
settle-roster-type-place = Mọi địa điểm đã có trong danh sách rồi ạ.
settle-roster-type-unit = Mọi đơn vị đã có trong danh sách rồi ạ.
settle-roster-type-person = Anh/chị gõ họ tên, mỗi người một dòng hoặc cách nhau bằng dấu phẩy.
settle-roster-type-product = Anh/chị gõ tên, mỗi dòng một tên hoặc cách nhau bằng dấu phẩy.
settle-roster-done = Chọn xong ({ $count })
settle-roster-since-when = Tính từ ngày nào ạ? (bấm hoặc gõ ngày)
settle-roster-who-leaves = Anh/chị bớt mục nào ạ?
settle-roster-not-there = Em không thấy tên này trong danh sách. Anh/chị bấm hoặc gõ lại giúp em.
settle-roster-left-when = Từ ngày nào thì không còn trong danh sách ạ? (bấm hoặc gõ ngày)
settle-roster-card-add = Thêm vào danh sách, tính từ **{ $date }**:
settle-roster-card-out = Bớt khỏi danh sách, từ **{ $date }** không tính nữa:
settle-names-again = Mỗi tên cần từ 2 đến { $longest } ký tự, nhiều nhất { $most } tên một lần.
settle-names-there = Đã có trong danh sách: { $names }
settle-names-unclear = Em chưa nhận ra: { $names }. Anh/chị chọn bên dưới hoặc gõ lại tên giúp em.

## Đã lưu
settle-owner-done = ✅ Đã ghi: **{ $unit }** phụ trách { $code } · { $name }.
settle-parameter-done = ✅ Đã đặt **{ $plan } · { $name }**.
settle-condition-done-yes = ✅ Đã ghi: { $code } · { $name } **áp dụng**.
settle-condition-done-no = ✅ Đã ghi: { $code } · { $name } **không áp dụng**, từ nay không tính là chậm.
settle-roster-added = ✅ Đã thêm { $count } mục vào **{ $roster }**, tính từ { $date }: { $names }.
settle-roster-nobody-new = Tất cả đã có trong **{ $roster }** nên em giữ nguyên.
settle-roster-ended = ✅ Từ { $date }, **{ $name }** không còn trong { $roster }.
settle-roster-see = 👥 Xem lại danh sách này
settle-rest = Còn { $count } điểm cần bổ sung.
settle-next = ▶ Điểm tiếp theo

## Trong số liệu và báo cáo
progress-state-not-applicable = ⚫ không áp dụng
summary-not-applicable = ⚫ { $count } không áp dụng
progress-condition-open = Chưa quyết định có áp dụng hay không: quản trị ghi ở mục Cần bổ sung.
progress-condition-met = Đã quyết định áp dụng
progress-condition-not-met = Đã quyết định không áp dụng
progress-condition-review = xem lại { $date }
