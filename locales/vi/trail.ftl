# Who changed what and when: of one record, and lately
trail-button = 🕘 Lịch sử
trail-of = 🕘 Lịch sử · { $name }, mới nhất trước:
trail-title = 🕘 Thay đổi gần đây · { $group }
trail-nothing = Chưa có thay đổi nào được ghi.
trail-nobody = Hệ thống
trail-erased = Nội dung cá nhân đã được xóa theo yêu cầu.
trail-yes = có
trail-no = không
trail-line = **{ $at }** · { $who }: { $action }
trail-about = { " " }· { $name }
trail-value = • { $what }: { $value }
trail-change = • { $what }: { $old } → { $new }
trail-group-all = Tất cả
trail-group-reports = Báo cáo
trail-group-people = Con người
trail-group-plans = Kế hoạch, kỳ
trail-group-registers = Sổ sách
trail-group-requests = Yêu cầu
trail-group-messages = Thông báo
trail-group-data = Số liệu ra vào
trail-action = { $action ->
    [report] gửi báo cáo
    [record] bot ghi báo cáo
    [correct] sửa báo cáo
    [withdraw] rút báo cáo
    [confirm] xác nhận
    [reject] không xác nhận
    [send-back] trả lại
    [explain] giải thích
    [close-remark] xong phần trả lại
    [read-doubts] đã xem điều bot từng hỏi
    [count-joint] tính lại báo cáo làm chung
    [add-evidence] thêm ảnh, tệp
    [answer-tip] trả lời tin báo
    [join] xin vào
    [approve] cho vào
    [refuse] không cho vào
    [invite] tạo lời mời
    [set-locale] đổi ngôn ngữ
    [set-org-type] ghi loại hình cơ sở
    [agree] đồng ý
    [take-back-consent] thôi đồng ý
    [erase] xóa dữ liệu của mình
    [erase-words] xóa nội dung cá nhân trong nhật ký
    [link] liên kết thêm kênh
    [link_code] lấy mã liên kết
    [link_locked] gõ sai mã nhiều lần, bị khóa
    [link_refused] từ chối liên kết
    [replace] thay hồ sơ chờ duyệt
    [prefer] chọn kênh nhận tin
    [part] bỏ một kênh
    [disown] gỡ một kênh lạ
    [take-leave] báo nghỉ
    [end-leave] hết nghỉ
    [answer-due] trả lời việc đến hạn
    [settle] sửa lịch
    [settle-owner] giao đơn vị phụ trách
    [settle-unit] lập, đổi tên, sáp nhập đơn vị
    [carry-over] sang đơn vị tiếp nhận
    [settle-parameter] đặt tham số
    [settle-condition] quyết định điều kiện
    [roster-add] thêm vào danh sách
    [roster-end] đưa ra khỏi danh sách
    [add-day] thêm hạn
    [drop-day] bỏ hạn
    [close-period] khóa kỳ
    [end-lock] bỏ khóa kỳ
    [link-group] cho gửi tóm tắt vào nhóm chat
    [unlink-group] thôi gửi vào nhóm chat
    [ask-to-reopen] xin mở kỳ
    [decide-reopening] quyết định mở kỳ
    [reopen-period] mở kỳ
    [teach-word] dạy từ
    [remove-word] bỏ từ
    [rename-org] đổi tên cơ sở
    [name-org] thêm tên gọi
    [merge-org] gộp cơ sở
    [part-org] tách cơ sở
    [set-org-status] đổi tình trạng cơ sở
    [set-own] hộ tự sửa thông tin
    [add-product] ghi sổ sản phẩm
    [remove-product] bỏ sản phẩm
    [open-inspection] mở đợt kiểm tra
    [sign-inspection] ký đợt kiểm tra
    [drop-inspection] bỏ đợt kiểm tra
    [import] nhập từ Excel
    [announce-market-day] báo ngày kiểm định
    [call-off-market-day] hủy ngày kiểm định
    [open-request] gửi yêu cầu
    [take-request] nhận yêu cầu
    [answer-request] trả lời yêu cầu
    [hand-over-request] chuyển yêu cầu
    [hand-over-duty] giao cho người khác
    [pass-up-request] chuyển lên cấp trên
    [close-request] đóng yêu cầu
    [ask-again] hỏi lại
    [add-to-request] nói thêm về yêu cầu
    [propose-article] đề xuất bài hỏi đáp
    [decide-article] duyệt bài hỏi đáp
    [export] xuất số liệu
    [export-asked] xin xuất số liệu
    [export-made] đã xuất số liệu
    [backup] sao lưu
    [restore] phục hồi
    [person-unit] chuyển đơn vị
    [person-role] đổi vai trò
    [person-status] tạm dừng hoặc cho dùng lại
    [hand-over] bàn giao việc
    [token-made] cấp mã cho hệ thống khác
    [token-revoked] thu hồi mã của hệ thống khác
    [revoke-invite] thu hồi lời mời
    [ended] thôi gửi lặp lại
    [copy-own] lấy bản sao dữ liệu của mình
    [settle-unit] đổi tổ chức đơn vị
    [purge] xóa dữ liệu hết hạn lưu
    [restrict] hạn chế xử lý dữ liệu
    [lift-restriction] bỏ hạn chế dữ liệu
    [open-incident] mở sự cố dữ liệu
    [settle-incident-step] làm xong một bước sự cố
    [skip-incident-step] bỏ một bước sự cố
    [undo-incident-step] mở lại một bước sự cố
    [propose-close-incident] đề nghị đóng sự cố
    [go-on-incident] chưa đóng sự cố
    [close-incident] xác nhận đóng sự cố
    [print-incident] lấy biên bản sự cố
    [broadcast-written] soạn thông báo
    [broadcast-proposed] đề nghị gửi thông báo
    [broadcast-refused] không cho gửi thông báo
    [broadcast-released] cho gửi thông báo
    [broadcast-stopped] dừng gửi thông báo
    [broadcast-went-on] cho gửi tiếp thông báo
    [broadcast-ended] thôi gửi thông báo
    [broadcast-cancelled] bỏ thông báo
    [broadcast-recalled] thu hồi thông báo
    [broadcast-changed] sửa thông báo
   *[other] { $action }
  }
trail-key = { $what ->
    [step] bước
    [status] tình trạng
    [role] vai trò
    [name] tên
    [unit] đơn vị
    [successor] đơn vị làm tiếp
    [also] tên khác
    [days] số ngày
    [taker] người nhận
    [requests] yêu cầu
    [reason] lý do
    [purpose] việc
    [until] đến
    [count] số lượng
    [owner] người phụ trách
    [period] kỳ
    [title] tên nhóm
    [due] hạn
    [granted] cho mở
    [answer] câu trả lời
    [question] câu hỏi
    [state] tình trạng
    [value] giá trị
    [met] đạt điều kiện
    [review] xem lại
    [works] đi làm
    [about] về
    [place] nơi
    [day] ngày
    [matter] việc
    [reply] trả lời
    [consent] bản đồng ý
    [rows] số dòng
    [file] tệp
    [kind] loại
    [new] thêm mới
    [changed] thay đổi
    [locale] ngôn ngữ
    [org_type] loại hình
    [channel] kênh
    [subject] chủ đề
    [uses] số lượt dùng
    [what] nội dung
    [since] từ
    [field] mục
    [into] vào
    [reports] báo cáo
    [satisfied] đã rõ
    [tenant] cấp trên
    [text] lời
    [code] mã
    [gtin] mã số
    [organisation] cơ sở
    [invite] mã mời
    [phrase] từ dạy
    [is] nay là
    [why] lý do
    [scopes] phạm vi
    [asker] người hỏi
    [contact] kênh liên hệ
    [answered] đã trả lời
    [option] lựa chọn
    [broadcasts] thông báo
    [duties] nhiệm vụ
    [targets] chỉ tiêu
    [articles] bài hỏi đáp
    [raised] câu đã hỏi
    [inspections] buổi kiểm tra
    [groups] nhóm chat
    [person] người dùng
   *[other] { $what }
  }
trail-own = { $field ->
    [place] nơi bán
    [spot] quầy
    [trade] mặt hàng
    [tax] mã số thuế
   *[name] tên
  }
trail-off = tắt
trail-day = { $day }
trail-moment = { $at }
trail-reply = { $reply ->
    [later] để sau
    [doing] đang làm
    [not-mine] không phụ trách
    [nothing] không phát sinh
    [done] đã xong
   *[again] lấy lại câu trả lời
  }
trail-matter = { $kind ->
    [duty] báo cáo theo kế hoạch
    [date] hạn của đơn vị
    [step] bước { $code }
    [task] nhiệm vụ { $code }
    [goal] chỉ tiêu { $code }
    [request] yêu cầu
    [pending] báo cáo chờ xác nhận
   *[instruments] phương tiện đo sắp hết hạn
  }
trail-state = { $state ->
    [draft] nháp
    [approved] đã duyệt
    [pending] chờ
    [active] đang dùng
    [blocked] ngừng
    [suspended] tạm dừng
    [confirmed] đã xác nhận
    [withdrawn] đã rút
    [rejected] không xác nhận
    [superseded] đã có bản sửa
    [joint] làm chung
    [paused] tạm nghỉ
    [closed] đóng cửa
    [replaced] đã thay
    [dropped] đã bỏ
   *[other] { $state }
  }
