# Quyền đối với dữ liệu của chính mình
rights-title = 🗂 **Bot đang lưu gì về anh/chị**
rights-who = { $name } · { $role } · { $where }
rights-agreed = Đồng ý cho bot lưu: { $day }{ $version ->
    [none] { "" }
   *[other] { " " }(bản { $version })
    }
rights-count = • { $kind }: { $count }
rights-seen = Người xem được: chính anh/chị, lãnh đạo và quản trị của đơn vị; cán bộ cùng đơn vị xem báo cáo của đơn vị.
rights-copy = 📥 Lấy bản sao
rights-correct = ✏️ Yêu cầu sửa
rights-restrict = ⏸ Yêu cầu hạn chế
rights-object = ✋ Phản đối
rights-delete = 🗑 Rút đồng ý, xóa
rights-claim = Gửi yêu cầu
rights-about-correct = Báo cáo của mình anh/chị tự sửa được ở **/cuatoi**. Tên, đơn vị, vai trò ghi sai thì gửi yêu cầu: lãnh đạo hoặc quản trị phải làm xong trong { $days } ngày.
rights-about-restrict = Anh/chị muốn bot chỉ giữ mà không dùng dữ liệu của mình? Khi được hạn chế: bot không nhắc việc, không gửi thông báo chung, tóm tắt; tên anh/chị không có trong tệp xuất và API; việc đến hạn nhắc người khác. Báo cáo đã gửi vẫn được tính, lãnh đạo vẫn xem được; anh/chị vẫn dùng bot và nhận trả lời cho việc của mình. Lãnh đạo hoặc quản trị phải làm xong trong { $days } ngày; anh/chị bỏ hạn chế lúc nào cũng được.
rights-about-object = Anh/chị không muốn dữ liệu của mình được dùng vào một việc nào đó? Lãnh đạo hoặc quản trị phải trả lời trong { $days } ngày.
rights-in-words = Anh/chị nhắn luôn vào đây là điều gì (như { $right ->
    [correct] “tên tôi là Trần Văn An”
    [object] “đừng kể tên tôi trong tóm tắt”
   *[restrict] “tạm đừng dùng dữ liệu của tôi”
    }), em chuyển nguyên lời; hoặc bấm nút, người phụ trách sẽ hỏi lại.
rights-in-words-again = Anh/chị nhắn từ 2 đến { $most } ký tự giúp em, hoặc bấm nút.
rights-about-delete = Rút đồng ý là thôi dùng bot: bot không nhận báo cáo, không nhắc, không gửi tin cho anh/chị nữa. Tên, tin nhắn, bản nháp được xóa trong { $days } ngày. Báo cáo công vụ đã xác nhận phải lưu theo kế hoạch nên được giữ lại, bỏ tên người báo.
rights-delete-candidate = Anh/chị xóa được ngay, không phải chờ ai: tên, đơn vị xin vào và yêu cầu chờ duyệt mất hẳn. Muốn vào lại thì xin mã mời mới. Xóa thật không?
rights-told = Đã cho anh/chị biết cách bot dùng dữ liệu: { $day }{ $version ->
    [none] { "" }
   *[other] { " " }(bản { $version })
    }
rights-duty-on = ✔ { $purpose }: theo nhiệm vụ, tắt được
rights-duty-off = ✖ { $purpose }: anh/chị đã tắt. Việc vẫn đến hạn, quá hạn lãnh đạo vẫn được báo; xem ở **/viec**
rights-stranger = Em chưa biết anh/chị là ai: anh/chị chưa vào bot, nên không có dữ liệu nào mang tên anh/chị. Những tin vừa nhắn ở đây tự xóa sau một thời gian ngắn, không ai phải làm gì. Vào rồi thì nhắn **/dulieu** để xem, lấy bản sao hay xóa.
rights-place-not-kept = 📍 Em chưa giữ vị trí này. Vị trí cho biết anh/chị đang ở đâu, nên cần anh/chị đồng ý riêng; không đồng ý vẫn báo cáo bình thường, địa điểm thì gõ tên là được.
rights-place-agreed = ✅ Cảm ơn anh/chị. Mời anh/chị gửi lại vị trí. Muốn thôi: **/dulieu**, vị trí đã giữ cũng được xóa.
rights-wants-correct = Yêu cầu về dữ liệu cá nhân: sửa cho đúng (luật cho { $days } ngày)
rights-wants-restrict = Yêu cầu về dữ liệu cá nhân: hạn chế xử lý (luật cho { $days } ngày)
rights-wants-object = Yêu cầu về dữ liệu cá nhân: phản đối xử lý (luật cho { $days } ngày)
rights-wants-delete = Yêu cầu về dữ liệu cá nhân: rút đồng ý và xóa (luật cho { $days } ngày)
rights-copy-about = Bản sao dữ liệu bot đang lưu về anh/chị. Số điện thoại, số giấy tờ ghi trong báo cáo được che ở đây; tệp JSON gửi kèm có đủ, kể cả mã nội bộ.
rights-field = { $field ->
    [name] Tên
    [role] Vai trò
    [status] Tình trạng
    [tenant] Nơi
    [unit] Đơn vị
    [business] Hộ, cơ sở
    [language] Ngôn ngữ
    [joined] Vào bot
    [restricted] Hạn chế từ
    [agreed] Đồng ý, được cho biết
    [agreed_to] Theo bản
    [channel] Kênh
    [last_seen_at] Nhắn lần cuối
    [linked_at] Liên kết
    [purpose] Việc
    [version] Bản
    [given_at] Đồng ý lúc
    [withdrawn_at] Thôi lúc
    [receipt] Số
    [type] Loại báo cáo
    [occurred_from] Từ ngày
    [occurred_to] Đến ngày
    [recorded_at] Ghi lúc
    [fields] Nội dung
    [reason] Lý do
    [kind] Loại
    [latitude] Vĩ độ
    [longitude] Kinh độ
    [added_at] Gửi lúc
    [key] Mã
    [owner] Chủ
    [stall] Quầy
    [text] Nội dung
    [state] Tình trạng
    [opened_at] Gửi lúc
    [at] Lúc
    [since] Từ ngày
    [until] Đến ngày
    [ended_at] Kết thúc lúc
    [matter] Việc đến hạn
    [reply] Trả lời
    [action] Việc
   *[other] { $field }
    }
rights-code = { $code ->
    [officer] cán bộ
    [household] hộ kinh doanh
    [manager] lãnh đạo
    [admin] quản trị
    [active] đang dùng
    [pending] đang chờ
    [suspended] tạm dừng
    [blocked] không được vào
    [confirmed] đã ghi
    [withdrawn] đã rút
    [superseded] đã thay bằng bản sửa
    [rejected] không được xác nhận
    [joint] làm chung
    [new] mới
    [taken] đang xử lý
    [answered] đã trả lời
    [closed] đã đóng
    [vi] tiếng Việt
    [en] tiếng Anh
    [photo] ảnh
    [document] tệp
    [location] vị trí
    [voice] ghi âm
    [question] câu hỏi
    [guidance] cần hướng dẫn
    [training] đăng ký lớp học
    [support] xin hỗ trợ
    [difficulty] khó khăn
    [data] dữ liệu cá nhân
    [reminders] nhắc ngày và hạn kiểm định
    [contact] cán bộ liên hệ hướng dẫn
    [work-reminders] nhắc việc đến hạn
   *[other] { $code }
    }
rights-copy-read = 📄 Bản để đọc.
rights-copy-json = 🗃 Bản cho máy đọc (JSON). Hai tệp này chỉ gửi cho anh/chị, xin giữ kín.
rights-file = du-lieu-cua-toi
rights-kind-person = Thông tin của anh/chị
rights-kind-channels = Kênh đang dùng
rights-kind-consents = Lần đồng ý, tắt
rights-kind-reports = Báo cáo
rights-kind-files = Ảnh, tệp
rights-kind-scales = Cân đã khai
rights-kind-requests = Yêu cầu
rights-kind-questions = Câu hỏi (90 ngày)
rights-kind-messages = Tin nhắn (90 ngày)
rights-kind-leaves = Lần nghỉ
rights-kind-answers = Trả lời việc đến hạn
rights-kind-acts = Việc đã làm trong bot
rights-erase = 🗑 Xóa dữ liệu của người này
rights-paper = 📝 Ghi yêu cầu về dữ liệu
rights-paper-ask = **{ $name }** vừa gặp hay gửi giấy, đề nghị điều gì về dữ liệu của mình? Em ghi thành yêu cầu có số, có hạn như khi người ấy tự gửi. Xóa thì phải một người khác trong đơn vị bấm.
rights-paper-by = Nhận trực tiếp, { $name } ghi lại.
rights-paper-noted = 📝 Đã ghi **{ $receipt }** cho { $name }. Hẹn trả lời: chậm nhất { $day }.
rights-paper-told = 📝 { $by } vừa ghi **{ $receipt }** theo lời anh/chị. { $wants }. Không phải ý anh/chị thì báo ngay lãnh đạo hoặc quản trị khác.
rights-paper-other = Yêu cầu này do chính anh/chị ghi. Xóa thì cần một người khác có quyền trong đơn vị bấm.
rights-whose = 👤 **{ $name }**, theo { $receipt }.
rights-erase-really = Việc đang giao cho người này nên bàn giao trước. Xóa xong là không lấy lại được: tên, tin nhắn, bản nháp, câu hỏi mất; báo cáo đã tính vẫn được đếm, không còn tên. Xóa bây giờ?
rights-erase-yes = Xóa
rights-erased = ✅ Đã xóa dữ liệu của { $name } theo { $receipt }.
rights-last-admin = Đây là quản trị duy nhất của đơn vị. Anh/chị cho một người khác làm quản trị trước đã.

# Hạn chế xử lý
rights-restrict-for = ⏸ Hạn chế dữ liệu của người này
rights-restrict-really = Từ lúc này bot chỉ giữ dữ liệu của người ấy: không nhắc việc, không gửi thông báo chung, tóm tắt; tên không có trong tệp xuất và API; việc đến hạn nhắc người khác cùng đơn vị, hoặc lãnh đạo. Báo cáo vẫn được tính. Hạn chế bây giờ?
rights-restrict-yes = Hạn chế
rights-restricted = ⏸ Đã hạn chế dữ liệu của { $name } theo { $receipt }. Em đã báo người ấy.
rights-restricted-answer = Đã hạn chế xử lý dữ liệu của anh/chị.
rights-restricted-told = ⏸ Dữ liệu của anh/chị **đang hạn chế** theo yêu cầu: bot không nhắc việc, không gửi thông báo chung hay tóm tắt nữa; tên anh/chị không có trong tệp xuất và API. Bot vẫn trả lời khi anh/chị nhắn, vẫn báo về báo cáo, yêu cầu của anh/chị và điều luật buộc phải báo. Đổi ý lúc nào cũng được.
rights-restricted-since = ⏸ **Đang hạn chế** từ { $day }: không nhắc việc, không gửi thông báo chung; tên không có trong tệp xuất và API.
rights-lift = ▶ Bỏ hạn chế
rights-lifted = ▶ Đã bỏ hạn chế: bot lại nhắc việc và gửi thông báo cho anh/chị như trước.
rights-lifted-for = ▶ Đã bỏ hạn chế dữ liệu của { $name }. Em đã báo người ấy.
rights-lifted-told = ▶ { $by } vừa bỏ hạn chế dữ liệu của anh/chị: bot lại nhắc việc và gửi thông báo như trước. Chưa đồng ý thì anh/chị gửi lại yêu cầu ở **/dulieu**.
