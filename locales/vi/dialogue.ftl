### Lời của bot khi trò chuyện. Ngắn, ấm, "anh/chị"; số và ngày theo cách viết Việt Nam.

## Vai trò
role-officer = cán bộ
role-household = hộ kinh doanh
role-manager = lãnh đạo
role-admin = quản trị

## Vào bot
welcome-stranger =
    Chào anh/chị. Đây là bot tiendo: cán bộ báo cáo việc đã làm, lãnh đạo xem tiến độ.
    Anh/chị đang nói chuyện với máy, không phải người.
    Để vào, anh/chị mở đường liên kết mời, hoặc gửi **mã mời** (10 chữ và số) do đơn vị cấp.
    Đã dùng bot ở kênh khác? Nhắn **/lienket** ở đó để lấy mã 8 số, rồi nhắn mã vào đây.
invite-unknown = Mã mời này không đúng hoặc đã hết hiệu lực. Anh/chị xem lại từng chữ, hoặc xin đơn vị một mã mới. Nếu anh/chị vừa quét nhãn trên cân: thẻ cân chỉ chủ cân và cán bộ của xã mở được.
link-opens-nothing = Đường liên kết này không mở được gì cho anh/chị: thẻ cân ở nơi khác, của hộ khác hay đã xóa, hoặc mã mời trong khi anh/chị đã vào rồi.
invite-expired = Mã mời vào { $tenant } đã hết hạn. Anh/chị xin đơn vị một mã mới giúp em.
invite-used = Mã mời vào { $tenant } đã hết lượt dùng. Anh/chị xin đơn vị một mã mới.
join-consent-staff =
    Anh/chị được mời vào **{ $unit }** với vai trò **{ $role }**.
    Trước khi bắt đầu, xin anh/chị biết:
    • Anh/chị đang nói chuyện với máy, không phải người. { $tenant } dùng bot này để nhận báo cáo và nhắc việc.
    • **Theo nhiệm vụ được giao, không phải xin đồng ý**: bot lưu tên, đơn vị, báo cáo, tin nhắn và ảnh anh/chị gửi ở đây, và nhắc việc đến hạn. Không muốn được nhắc thì tắt được.
    • **Chỉ khi anh/chị đồng ý riêng**: giữ vị trí gửi kèm báo cáo. Lần đầu gửi vị trí em mới hỏi; không đồng ý vẫn báo cáo bình thường. Danh bạ thì bot không lấy.
    • Người xem được: chính anh/chị, lãnh đạo và quản trị của { $tenant }; cán bộ cùng đơn vị xem báo cáo của đơn vị.
    • Xem, lấy bản sao, yêu cầu sửa hay xóa, tắt từng việc: nhắn **/dulieu** lúc nào cũng được.
    Anh/chị vào bot chứ ạ?
join-consent-household =
    Anh/chị được mời vào **{ $unit }** với vai trò **{ $role }**.
    Trước khi bắt đầu, xin anh/chị biết:
    • Anh/chị đang nói chuyện với máy, không phải người. { $tenant } dùng bot này để nhận tin báo và trả lời câu hỏi của bà con.
    • **Cần anh/chị đồng ý để vào bot**: lưu tên, tên hộ, tin nhắn và ảnh anh/chị gửi ở đây.
    • **Em hỏi riêng từng việc, không đồng ý vẫn dùng bot bình thường**: nhắc ngày và hạn kiểm định cân; cán bộ liên hệ hướng dẫn; giữ vị trí anh/chị gửi. Danh bạ thì bot không lấy.
    • Người xem được: chính anh/chị, cán bộ phụ trách, lãnh đạo và quản trị của { $tenant }. Hộ khác không xem được.
    • Xem, lấy bản sao, sửa, thôi từng việc hay xóa hết: nhắn **/dulieu** lúc nào cũng được.
    Anh/chị có đồng ý không?
join-agree-staff = Tôi đã rõ, vào bot
join-agree-household = Tôi đồng ý
join-decline-staff = Không vào
join-decline-household = Không đồng ý
join-declined = Vâng, em không lưu gì thêm. Khi nào cần, anh/chị mở lại đường liên kết mời.
join-name = Cảm ơn anh/chị. Anh/chị cho em xin **họ và tên** để ghi vào báo cáo.
join-name-again = Em cần họ và tên bằng chữ, từ 2 đến 80 ký tự. Ví dụ: Trần Thị An
join-organisation = **Tên hộ kinh doanh** hoặc cơ sở của anh/chị là gì? Ví dụ: Hộ Bình, quầy rau chợ Ngụ
join-organisation-again = Tên hộ cần từ 2 đến 80 ký tự. Ví dụ: Hộ Bình, quầy rau chợ Ngụ
join-already = Anh/chị đã vào bot rồi, không cần mã mời nữa.
join-done = Xong rồi ạ. Chào **{ $name }** ({ $role }), mời anh/chị bắt đầu.
join-waiting = Cảm ơn **{ $name }**. Em đã gửi yêu cầu tới người duyệt; được duyệt là em báo ngay.
join-waiting-nobody = Cảm ơn **{ $name }**. Em đã ghi yêu cầu, nhưng chưa có người duyệt nào dùng bot; anh/chị nhắn đơn vị giúp em.
join-register = Mình khai nơi bán và cân để em nhắc trước khi hết hạn kiểm định nhé, chừng 2 phút.
join-go-on = ▶ Khai ngay
join-approved = Chúc mừng **{ $name }**, anh/chị đã được duyệt vào bot.
join-refused = Yêu cầu vào bot của **{ $name }** không được duyệt. Nếu có nhầm lẫn, anh/chị liên hệ đơn vị.
person-pending = Yêu cầu của **{ $name }** đang chờ duyệt. Được duyệt là em nhắn ngay, anh/chị không cần làm gì thêm. Xem hoặc xóa dữ liệu của mình: /dulieu
person-blocked = Tài khoản này hiện không dùng được bot. Nếu có nhầm lẫn, anh/chị liên hệ quản trị của đơn vị. Xem hoặc xóa dữ liệu của mình: /dulieu
person-suspended = Tài khoản của anh/chị đang tạm dừng. Báo cáo, bản nháp đã có vẫn được giữ. Nếu có nhầm lẫn, anh/chị hỏi quản trị của { $tenant }{ $contact ->
    [none] { "" }
   *[other] { " " }({ $contact })
    }. Xem, lấy bản sao hay yêu cầu xóa dữ liệu của mình: /dulieu

## Menu
menu-button = ☰ Menu
menu-greeting = Chào **{ $name }** ({ $role }, { $unit }).
menu-question = Anh/chị cần gì ạ?
menu-report = 📝 Báo cáo
menu-mine = 📄 Báo cáo của tôi
menu-progress = 📊 Tiến độ
menu-dues = ⏰ Việc đến hạn
menu-calendar = 📅 Lịch báo cáo
menu-pending = ✅ Chờ xác nhận
menu-summary = 🗓 Tóm tắt tuần
menu-members = 👥 Người dùng
menu-ask = 💬 Đặt câu hỏi
menu-own-scales = ⚖️ Cân của tôi
menu-own-day = 📅 Ngày kiểm định
menu-settings = ⚙️ Cài đặt
menu-help = ❓ Trợ giúp
not-understood = Em chưa đọc được câu này. Anh/chị chọn một việc bên dưới giúp em.
command-unknown = Em không có lệnh này. Anh/chị chọn một việc bên dưới giúp em.
unsupported = Loại tin này em chưa đọc được. Anh/chị gõ chữ, gửi ảnh hoặc chọn một mục dưới đây giúp em.
nothing-open = Hiện không có báo cáo nào đang làm dở.
message-given-up = Tin vừa rồi của anh/chị em chưa xử lý được; lỗi ở phía em. Anh/chị gửi lại giúp em nhé, người vận hành bot đã được báo.
not-allowed = Việc này anh/chị chưa được giao quyền. Nếu cần, anh/chị hỏi quản trị của đơn vị.
place-this = Anh/chị xem ở đây nhé:
report-this = Anh/chị muốn ghi thành báo cáo nào?
kind = { $icon } { $kind }
help-officer =
    { "**" }Em là bot, một phần mềm: giúp anh/chị báo cáo bằng tin nhắn.**
    • Cứ nhắn như nói: “sáng qua 6 người đi tập huấn 5S do Sở mở”. Em hiện lại để anh/chị xem rồi mới gửi.
    • Hoặc bấm **Báo cáo**, trả lời từng câu: bấm nút, gõ số của nút, hay gõ chữ (không dấu cũng được).
    • Đang làm dở thì cứ để đó: câu trả lời đã được giữ, lúc nào làm tiếp cũng được.
    • Gửi rồi mà nhầm: **Hoàn tác** trong 10 phút; sau đó dùng **Sửa**, có ghi lý do.
    • Hỏi về cân, mã vạch, nhãn hàng, tiêu chuẩn: cứ hỏi, em trả lời kèm nguồn.
    • Gõ nhanh: /baocao, /viec, /tiendo, /cuatoi, /huy, /kenh, /menu
    Cần người giúp: quản trị của đơn vị.
help-household =
    { "**" }Em là bot, một phần mềm: giúp anh/chị đăng ký cân, hỏi đáp và gửi nhu cầu cho xã.**
    • Muốn hỏi gì cứ nhắn như nói: “bán tương ớt có phải có mã vạch không”. Em trả lời kèm nguồn; chưa rõ thì chuyển cán bộ.
    • Khai cân, xin hướng dẫn, đăng ký lớp học: bấm **Báo cáo**, trả lời từng câu bằng nút hoặc gõ chữ.
    • Có mã vạch thì chụp gửi em, hoặc gõ dãy số: em xem giúp mã có đúng không.
    • Anh/chị gửi xong, cán bộ xã xem và xác nhận; em báo lại ngay.
    • Anh/chị chỉ thấy thông tin của chính mình; xem, sửa, xóa ở /dulieucuatoi.
    Cần người giúp: cán bộ phụ trách của xã.
help-manager =
    { "**" }Em là bot, một phần mềm: giúp anh/chị nắm tiến độ trong hai phút.**
    • **Tiến độ**: từng chỉ tiêu, đang ở đâu so với nhịp, bấm vào để xem các báo cáo đứng sau.
    • **Tóm tắt tuần**: chiều thứ Sáu em tự gửi; lúc khác thì nhắn “tóm tắt tháng 10”, “tóm tắt quý 3”.
    • **Chờ xác nhận**: xác nhận, hay trả lại kèm lý do. Nhắn số của báo cáo, như KT-0514-03, là mở ngay.
    • **Báo cáo năm, quý**: em soạn sẵn văn bản. /xuat lấy số liệu ra Excel, “ngân sách” xem kinh phí.
    • **Người dùng**: duyệt người mới, tạo mã mời. /thongbao đề nghị gửi tin cho nhiều người.
    • /nhatky xem ai đã thay đổi gì.
help-admin =
    { "**" }Em là bot, một phần mềm. Việc của quản trị:**
    • **Người dùng**: duyệt người mới, tạo mã mời cho từng vai trò và đơn vị.
    • **Thông báo**: nhắn cho nhiều người; xem trước trên máy mình rồi mới gửi, hẹn giờ, dừng, đính chính được.
    • **Cần bổ sung**: điền đơn vị phụ trách, danh sách, giá trị và điều kiện mà kế hoạch để ngỏ.
    • **Từ vựng**: xem tin em chưa đọc được hoặc đã phải sửa, và dạy em từ mới.
    • **Lịch báo cáo**: đổi hạn, ngày nghỉ, giờ em nhắn. /donvi lập, tách, sáp nhập đơn vị.
    • **Tiến độ**, **Tóm tắt tuần**: như lãnh đạo. /nhatky xem ai đã thay đổi gì; /suco khi lộ, mất dữ liệu.
    Thêm chỉ tiêu hay mẫu báo cáo: nhờ người cài đặt bot.

## Điền báo cáo
report-which = Anh/chị báo cáo việc gì ạ?
report-by-name = Chọn nhóm việc, hoặc gõ tên việc.
report-area = { $area } ({ $count })
report-in-area = { "**" }{ $area }:** việc nào ạ?
report-areas = ◀ Nhóm khác
report-none = Hiện chưa có mẫu báo cáo nào dành cho anh/chị.
form-step = { $icon } **{ $kind }** · Bước { $step }/{ $total }
form-left-to-ask = { $icon } **{ $kind }** · còn { $count } câu
form-changed = ✔ { $field }: { $old } → { $new }
form-groups = Các nhóm: { $groups }.
form-understood = ✔ { $field }: { $value }
form-refused = ⚠️ { $reason }
form-not-yet =
    { $count ->
        [0] Bản này chưa gửi được ạ. Anh/chị trả lời câu này, hoặc bấm **Bỏ qua** nếu có, rồi em cho xem lại để gửi.
       *[other] Bản này chưa gửi được ạ, còn { $count } câu. Xong, em cho xem lại rồi anh/chị mới xác nhận.
    }
form-not-asked = (Trả lời vậy thì bản này không có mục { $fields }, nên em không ghi.)
form-chosen = ✔ { $label }
form-choices-done = Chọn xong
form-today = Hôm nay { $date }
form-yesterday = Hôm qua { $date }
form-last = Như lần trước: { $value }
form-more = Xem tiếp · { $page }/{ $pages }
form-back = ◀ Quay lại
form-skip = ⏭ Bỏ qua
form-cancel = ✖ Hủy (lưu nháp)
form-to-review = ◀ Về bản xem lại
form-evidence-done = Xong, { $count } ảnh/tệp
form-evidence-please = Bước này em chờ ảnh hoặc tệp. Anh/chị gửi ảnh, hoặc gõ "bỏ qua".
form-kind-gone = Mẫu báo cáo này không còn dùng nữa. Anh/chị bấm Báo cáo để chọn mẫu khác.
form-not-yours = Mẫu báo cáo này không dành cho vai trò của anh/chị, hoặc không còn dùng.
form-still-open = Anh/chị đang làm dở báo cáo này:
form-left = Đã thoát, chưa có gì để lưu.
form-parked = Đã lưu nháp **{ $name }**. Lúc nào anh/chị làm tiếp cũng được.
form-set-aside = (Em đã cất bản nháp { $name } để anh/chị làm tiếp sau.)
draft-name = { $kind }, dừng ở bước { $step }/{ $total }
draft-resume = ▶ Làm tiếp: { $name }
draft-continue = ▶ Làm tiếp
draft-delete = Xóa nháp
draft-deleted = Đã xóa bản nháp.
draft-none = Anh/chị không có bản nháp nào.
stale-draft = Nút này thuộc một bản nháp anh/chị đã cất. Làm tiếp hay xóa ạ?
stale-button = Nút này đã cũ: báo cáo của nó không còn mở. Anh/chị dùng menu giúp em.

## Xem lại và gửi
review-title = { $icon } **{ $kind }** · xem lại trước khi gửi
review-line = • { $field }: **{ $value }**
review-changed = • { $field }: { $old } → **{ $new }**
review-none = (trống)
numbers-found = 📵 { $fields }: em thấy có số điện thoại hoặc số căn cước. Báo cáo không cần số này; anh/chị bấm *Che số*, hoặc để nguyên cũng được.
numbers-hide = 📵 Che số
numbers-hidden = ✔ Em đã che số, các chữ khác giữ nguyên.
review-evidence = 📎 { $count } ảnh/tệp kèm theo
review-question = Đúng chưa ạ? Sai chỗ nào anh/chị bấm ✏️ chỗ đó.
review-send-correction = Anh/chị sửa xong thì bấm gửi.
review-send = ✅ Đúng, gửi
review-edit = ✏️ { $field }
review-typed = Bản này đã đủ. Anh/chị bấm **Đúng, gửi**, hoặc bấm ✏️ ở dòng cần sửa.
review-no-words = Tin này không có lời nào em hiểu được nên em giữ nguyên. Anh/chị nhắn bằng lời, hoặc bấm ✏️ ở dòng cần sửa.
review-missing = Còn thiếu: { $field }
duplicate-found = Hình như việc này đã được báo: **{ $receipt }** ({ $name }).
duplicate-question = Đây là cùng một việc hay việc khác ạ?
duplicate-other = Việc khác, vẫn gửi
duplicate-same = Cùng một việc, bỏ bản này
receipt = ✅ Đã ghi **{ $receipt }** lúc { $time } · { $kind }
receipt-corrected = ✅ Đã sửa **{ $receipt }** lúc { $time } · { $kind }
receipt-pending = ⏳ Chờ cán bộ xác nhận; có kết quả em báo ngay.
receipt-untracked = Chưa chỉ tiêu nào ở đây tính loại việc này; em vẫn giữ báo cáo.
receipt-photo = 📷 Thêm ảnh
receipt-fix = ✏️ Sửa
receipt-undo = ↩️ Hoàn tác (10 phút)
receipt-next = 📝 Báo cáo tiếp
undo-done = Đã hoàn tác **{ $receipt }**, số liệu không tính nữa.
undo-why = **{ $receipt }** gửi đã quá 10 phút, số liệu có thể đã có người xem. Rút vì lý do gì ạ?
withdrawn-mistake = Gửi nhầm
withdrawn-double = Báo trùng
withdrawn-cancelled = Việc không diễn ra

## Sửa báo cáo đã gửi
correct-which = Sửa **{ $receipt }**. Anh/chị bấm ✏️ ở dòng cần sửa, xong thì gửi.
correct-told = Sửa **{ $receipt }** như dưới đây, anh/chị xem lại rồi gửi.
correct-why = Anh/chị sửa vì lý do gì? (bấm hoặc gõ)
correct-unchanged = Không có gì thay đổi nên em giữ nguyên báo cáo.
correct-reason-length = Lý do cần từ 2 đến { $most } ký tự. Ví dụ: biên bản ghi 12
reason-typo = Gõ nhầm
reason-late = Có số liệu mới
reason-recount = Đếm lại

## Báo cáo của tôi
progress-own = Số liệu kế hoạch thì cán bộ mới xem được ạ.
mine-title = Các báo cáo gần đây của anh/chị:
mine-none = Anh/chị chưa có báo cáo nào.
mine-line = { $receipt } · { $kind } · { $status }
report-title = { $icon } **{ $kind }** · { $receipt }
report-withdraw = ↩️ Rút báo cáo
report-withdrawn-why = Lý do rút: { $reason }
report-corrected-why = Lý do sửa: { $reason }
report-rejected-why = Lý do trả lại: { $reason }
report-by = { $name } · { $at } · { $status }
report-not-found = Em không tìm thấy báo cáo này, hoặc anh/chị không có quyền xem.
report-is-confirmed = **{ $receipt }** đã được xác nhận trước đó.
report-is-pending = **{ $receipt }** đang chờ xác nhận.
report-is-withdrawn = **{ $receipt }** đã được hoàn tác trước đó, không còn tính.
report-is-superseded = **{ $receipt }** đã có bản sửa mới hơn. Anh/chị mở bản mới trong Báo cáo của tôi.
report-is-rejected = **{ $receipt }** không được xác nhận, không tính vào số liệu.
status-confirmed = đã ghi
status-pending = chờ xác nhận
status-withdrawn = đã hoàn tác
status-superseded = đã thay bằng bản sửa
status-rejected = không được xác nhận

## Ảnh và tệp
file-kept = 📎 Đã nhận { $count } ảnh/tệp
file-too-big = Tệp này quá lớn (nhiều nhất 20 MB). Anh/chị gửi ảnh chụp thường, không gửi dạng tệp gốc.
file-wrong-type = Em chỉ nhận ảnh, PDF và tệp Word/Excel. Anh/chị gửi lại giúp em.
file-empty = Tệp này trống, không có nội dung. Anh/chị gửi lại giúp em.
file-gone = Em không tải được tệp này. Anh/chị gửi lại giúp em.
file-too-many = Hôm nay anh/chị đã gửi { $count } ảnh/tệp, hết mức một ngày rồi nên em chưa nhận ảnh/tệp này. Lời nhắn, báo cáo em vẫn ghi bình thường; ảnh/tệp anh/chị giữ lại, sau 0 giờ gửi tiếp giúp em.
loose-question = Em đã giữ { $count } ảnh/tệp. Kèm vào đâu ạ?
loose-to-report = Kèm vào { $receipt }
loose-new-report = 📝 Báo cáo mới với ảnh này
loose-drop = Bỏ ảnh này
loose-dropped = Đã bỏ ảnh.
loose-gone = Các ảnh này đã được xử lý rồi.
photos-please = Anh/chị gửi ảnh cho **{ $receipt }** đi ạ (gửi nhiều ảnh một lúc cũng được).
photos-kept = 📎 **{ $receipt }** hiện có { $count } ảnh/tệp.
photos-done = Xong
photos-no-more = Vâng, em không chờ ảnh nữa.
report-evidence = 🖼 Xem { $count } ảnh/tệp
evidence-shown = 🖼 **{ $receipt }**: { $number }/{ $count }
evidence-place = 📍 { $latitude }, { $longitude }
evidence-place-gone = 📍 Vị trí đã được xóa theo ý người gửi.
evidence-none = **{ $receipt }** không có ảnh/tệp kèm theo.
evidence-more = Xem tiếp (còn { $count })
evidence-back = Mở { $receipt }

## Chờ xác nhận
waiting-title = Báo cáo đang chờ anh/chị xem:
waiting-none = Không có báo cáo nào chờ xác nhận.
waiting-line = { $name } · { $receipt }
waiting-confirm = ✅ Xác nhận
waiting-reject = ✖ Không đúng
waiting-why = Không đúng ở chỗ nào ạ? Người gửi sẽ đọc được câu này.
waiting-confirmed = Đã xác nhận **{ $receipt }**.
waiting-rejected = Đã trả **{ $receipt }**, em báo lại cho người gửi.
your-report-confirmed = ✅ Cán bộ đã xác nhận **{ $receipt }** của anh/chị.
your-report-rejected = **{ $receipt }** của anh/chị chưa được xác nhận: { $reason }

## Người dùng và mã mời
members-title = Người đang chờ vào bot ({ $count }):
members-none = Không có ai chờ duyệt.
member-line = • **{ $name }** · { $role } · { $unit }
member-asks = 👤 **{ $name }** xin vào bot: { $role }, { $unit }.
member-approve = Duyệt { $name }
member-refuse = Từ chối { $name }
member-invite = ➕ Tạo mã mời
member-is-active = Đã duyệt **{ $name }**.
member-is-blocked = Đã từ chối **{ $name }**.
member-already-active = **{ $name }** đã được duyệt trước đó.
member-already-blocked = **{ $name }** đã bị từ chối trước đó.
member-already-suspended = **{ $name }** đang tạm dừng.
member-unreached = Em chưa nhắn được cho **{ $name }**; anh/chị báo giúp em.
invite-which-role = Mời ai ạ?
invite-which-unit = Vào đơn vị nào ạ?

## Cài đặt và nhắc lại
settings-title = Anh/chị muốn bot nói tiếng gì?
locale-vi = Tiếng Việt
locale-en = English
locale-set = Từ giờ em nói tiếng Việt.
reminder-again = **{ $name }** ơi, anh/chị hẹn em nhắc lại: tuần này anh/chị chưa có báo cáo.
reminder-snoozed = Vâng, 3 giờ nữa em nhắc lại.

## Tiến độ
figures-title = 📊 **Tiến độ · { $tenant }**
target-unknown = Em không tìm thấy chỉ tiêu này.

# Something in a report that does not fit what is known: asked before it is sent.
doubt-title = Em hỏi lại cho chắc trước khi gửi:
doubt-line = • { $text }
doubt-register = { $where }: sổ theo dõi có { $there } cái, báo cáo ghi { $field } { $said }.
doubt-approval = Bước { $code } ({ $step }) phải được duyệt trước, mà chưa có báo cáo là đã xong.
doubt-rule = { $code } ({ $name }) xét theo { $fields }, báo cáo chưa ghi nên không được tính ở đó.
doubt-question = Anh/chị xem lại giúp. Nếu đúng như vậy thì em gửi.
doubt-sure = Đúng như vậy, gửi

# A report that would break a rule of a plan, such as: one kind of support once for each organisation.
rule-broken = Khoan gửi anh/chị nhé, báo cáo này làm sai một quy định của kế hoạch:
rule-line = • { $code } · { $name }
rule-question = Anh/chị xem lại giúp. Nếu vẫn đúng như vậy, em gửi và để lãnh đạo quyết định; trong lúc chờ thì chưa tính.
rule-send = Gửi, chờ lãnh đạo
rule-drop = Bỏ bản này
rule-waiting = Báo cáo này chờ vì trái quy định của kế hoạch:
rule-manager = Việc này để lãnh đạo quyết định anh/chị nhé.
receipt-pending-rule = Đang chờ lãnh đạo quyết định, chưa tính vào chỉ tiêu.

## Tin nhắn tự do
said-happening = • { $icon } { $kind }: { $told }
said-repeated = (Một việc anh/chị nhắn lặp lại, em ghi một lần thôi.)
said-one-each = Mỗi cân có một thẻ riêng: mình ghi cân thứ nhất trước, xong anh/chị khai tiếp cân sau nhé.
said-several =
    Em hiểu tin này có { $count } việc, mình ghi lần lượt nhé:
    { $told }
said-kept =
    Việc này em giữ lại, xong bản đang làm là em mở ngay:
    { $told }
said-kept-first = ▶ Ghi việc này trước
said-kept-alike =
    Đây là việc khác, hay sửa vào bản đang làm ạ?
    { $told }
    Nếu là việc khác thì em đã giữ lại, xong bản này là em mở ngay.
said-kept-into = ✏️ Sửa vào bản đang làm
said-sums-differ = ⚠️ Anh/chị ghi tổng là { $stated }, mà các nhóm cộng lại là { $sum }. Anh/chị ghi lại từng nhóm giúp em.
said-parts-differ = ⚠️ Anh/chị ghi tổng là { $stated }, mà các phần cộng lại là { $sum }. Anh/chị xem lại giúp em.
said-rest = Tin dài nên em ghi phần đầu trước. Từ “{ $begins } …” trở đi em chưa ghi gì. Xong phần này, anh/chị bấm **Đọc tiếp** hoặc gửi lại phần đó giúp em.
said-rest-read = 📄 Đọc tiếp
said-missing = Còn thiếu: { $fields }. Anh/chị nhắn gộp một lần cũng được.
said-rather = Đây là: { $kind }
said-total = { $kind }: { $total } là số cộng dồn, nên em **không cộng thêm**. Anh/chị xem số đang có, hoặc ghi riêng phần mới.
said-total-figures = 📊 Xem số đang có
said-total-report = Ghi phần mới
said-which = Anh/chị muốn nói tới báo cáo nào?
said-withdraw = Rút báo cáo **{ $receipt }** ({ $kind }) ạ?
said-withdraw-yes = Rút báo cáo này
said-keep = Giữ nguyên
said-nil = Em ghi là tuần này không phát sinh, đúng không ạ?
said-planned = { $kind }: việc này chưa diễn ra nên em chưa ghi. Làm xong, anh/chị nhắn em một câu là được.
said-already-done = Đã làm rồi, ghi luôn
not-here =
    Em hiểu đây là báo cáo **{ $kind }**. { $communes ->
        [true] Mẫu này dành cho cấp xã; kế hoạch của { $tenant } không tính việc này nên em chưa ghi thành báo cáo.
       *[other] Mẫu này dành cho cấp tỉnh, cấp sở; kế hoạch của { $tenant } không tính việc này nên em chưa ghi thành báo cáo.
    }
    Lời anh/chị nhắn thì em vẫn giữ nguyên.
not-here-kinds = 📝 Việc báo cáo được ở đây
said-ask = Câu này em chưa có lời giải đáp đã được duyệt, nên em không trả lời bừa. Em ghi lại nguyên câu để cán bộ trả lời anh/chị nhé?
said-make-report = Báo cáo bằng văn bản thì lãnh đạo hoặc quản trị lấy được trong mục **Báo cáo năm, quý**. Số liệu để viết có sẵn ở đây:
said-broadcast = Gửi tin cho nhiều người thì chỉ cán bộ, lãnh đạo và quản trị làm được, nên tin này **chưa ai nhận**. Anh/chị nhờ đơn vị giúp em.
console-welcome = Anh/chị gõ như nhắn tin, ví dụ "hôm nay kiểm tra 23 cân chợ Ngụ" hay "menu" để xem mọi việc; gõ số để bấm nút, dòng trống để thoát.
said-assign = Em chưa giao việc thay anh/chị được, nên lời này **chưa ai nhận**. Anh/chị nhắn người làm bằng **Thông báo**. Việc của kế hoạch thì giao theo đơn vị, ai phụ trách việc gì xem ở **Việc đến hạn**; báo cáo năm, quý thì em viết sẵn được.
said-unsent = Em cũng chưa gửi tin này cho ai.
said-reminder =
    Em chưa đặt được giờ nhắc riêng, nên lời này em **chưa hẹn**.
    { $role ->
        [officer] Chiều thứ Sáu em tự nhắc nếu tuần đó anh/chị chưa báo cáo. Việc sắp làm thì anh/chị nhắn việc và ngày, ví dụ "thứ 5 tuần sau kiểm định cân chợ Ngụ": qua ngày đó em hỏi lại.
        [household] Khi cần kiểm định lại cân, anh/chị hỏi cán bộ phụ trách của xã giúp em.
       *[other] Chiều thứ Sáu em tự nhắc cán bộ chưa báo cáo và gửi tóm tắt tuần.
    }
said-newcomer = Vào bot thì cần **mã mời** do lãnh đạo hoặc quản trị của đơn vị tạo. Anh/chị nhờ họ gửi mã cho người mới; riêng anh/chị đã vào rồi, cứ nhắn em là được.
said-signing-in =
    Bot không có mật khẩu nên anh/chị không phải nhớ gì: em nhận ra anh/chị qua chính tài khoản Zalo, Telegram hay trình duyệt đã mở liên kết mời.
    • Đổi máy: vào lại đúng tài khoản Zalo, Telegram ấy là được.
    • Muốn vào thêm bằng kênh khác, hay trình duyệt khác: bấm nút dưới để lấy mã, rồi nhắn mã ở nơi mới.
    • Mất hẳn tài khoản cũ: xin lãnh đạo hoặc quản trị mã mời mới và nhờ bàn giao việc đang dở.
    Có người hỏi mã của anh/chị thì đừng đưa.
said-newcomer-invite = Thêm người mới thì anh/chị vào **Người dùng**, bấm **Tạo mã mời** rồi gửi mã cho họ.
said-welcome = Dạ không có gì ạ. Có việc gì anh/chị cứ nhắn em.
said-no = Vâng, em để nguyên ạ.
said-sorry = Em xin lỗi đã làm anh/chị mất công. Anh/chị nhắn lại một câu ngắn, mỗi câu một việc, em làm ngay. Cần người thật thì bấm **Gặp cán bộ**.
said-yes = Vâng ạ. Có việc gì anh/chị cứ nhắn em.
said-who = Em là trợ lý tự động của đơn vị, là máy chứ không phải người: em ghi báo cáo, cho xem tiến độ, trả lời về cân, mã vạch, nhãn hàng và chuyển câu hỏi tới cán bộ.
confirm-which = Chưa có báo cáo nào chờ anh/chị xác nhận. Anh/chị còn dở việc này:
confirm-nothing = Chưa có gì chờ anh/chị xác nhận ạ.
confirm-answers = 💬 Câu trả lời chờ anh/chị xem
said-ask-officer = Ghi lại cho cán bộ
said-instead-report = 📝 Ghi thành báo cáo
said-either = Anh/chị ghi báo cáo việc này, hay muốn hỏi ạ? Kể thêm ngày, nơi, số lượng thì em ghi luôn.
said-instead-tip = 📣 Gửi phản ánh chuyện này
said-instead-support = 🤝 Gửi yêu cầu hỗ trợ
said-greet =
    { $role ->
        [officer] Chào { $name }. Anh/chị cứ nhắn việc đã làm bằng lời, em ghi giúp.
        [household] Chào { $name }. Anh/chị cần đăng ký cân, cần hướng dẫn hay muốn báo chỗ cân sai, cứ nhắn em bằng lời.
       *[other] Chào { $name }. Anh/chị muốn xem chỉ tiêu nào cứ hỏi em bằng lời, ví dụ "kiểm định cân tới đâu rồi".
    }
said-refuse = Việc này em không làm được: em chỉ làm những gì anh/chị được giao quyền.
said-off-topic = Chuyện này em không rành ạ. Em giúp được việc báo cáo, tiến độ, cân, mã vạch, nhãn hàng.
review-said = Đúng chưa ạ? Sai chỗ nào anh/chị nhắn lại chỗ đó, ví dụ "22 chứ không phải 23".
review-change = ✏️ Sửa
said-remind = 🔔 Hỏi lại tôi sau { $day }
planned-noted = Vâng, 8:00 ngày { $morning } em hỏi lại anh/chị về { $kind } ({ $day }).
planned-done = Ngày { $day } anh/chị có việc: **{ $kind }**. Xong rồi thì mình ghi báo cáo nhé?
planned-report = 📝 Ghi báo cáo

## Lệnh Telegram gợi ý khi gõ "/"
command-menu = Mở menu
command-report = Gửi báo cáo
command-mine = Báo cáo của tôi
command-progress = Xem tiến độ các chỉ tiêu
command-summary = Tóm tắt tuần, dành cho lãnh đạo
command-cancel = Dừng phiếu đang làm, giữ bản nháp
command-settings = Cài đặt, đổi ngôn ngữ
command-help = Hướng dẫn

# Đơn vị không còn trong nội dung của bot
tenant-gone = Đơn vị **{ $name }** hiện không còn trong cài đặt của bot nên em chưa làm việc tiếp được. Báo cáo và dữ liệu đã gửi vẫn còn nguyên. Anh/chị báo người vận hành bot giúp em nhé.
tenant-gone-data = 🔐 Dữ liệu của tôi
tenant-gone-settings = ⚙️ Cài đặt
