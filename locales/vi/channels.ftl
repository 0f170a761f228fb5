# Tin gửi quản trị khi một kênh nhắn tin gặp trục trặc.

zalo-oa-tokens-in-danger = ⚠️ Kênh **Zalo OA** sắp ngừng hoặc đã ngừng gửi tin: bot không gia hạn được quyền truy cập. Anh/chị báo người vận hành bot lấy mã mới cho Zalo OA giúp, rồi khởi động lại bot.

# Khi hạn mức tháng của một kênh sắp hết.
quota-messages = ⚠️ Bot Zalo đã dùng **{ $used } / { $allowed } tin** của gói trong tháng này. { $level ->
        [at80] Để dành tin cho việc trả lời, từ nay mỗi người chỉ được nhắc báo cáo hai tuần một lần.
       *[at95] Để dành tin cho việc trả lời, từ nay đến hết tháng bot không nhắc báo cáo qua Zalo nữa.
    } Hết hạn mức thì Zalo không chuyển tin; anh/chị cân nhắc nâng gói hoặc hẹn mọi người dùng thêm kênh khác.
quota-people = ⚠️ Bot Zalo đang phục vụ **{ $used } / { $allowed } người** của gói. Hết chỗ thì người mới nhắn vào sẽ không được trả lời; anh/chị cân nhắc nâng gói hoặc mời thêm người qua kênh khác.

# Lệnh `tiendo channels`: từng kênh, cho người vận hành.
channels-heading = { $state ->
        [used] ● { $channel }
        [partly] ✗ { $channel }: cài đặt còn thiếu hoặc sai
       *[off] ○ { $channel }: chưa dùng
    }
channels-wrong = ✗ { $complaint }
channels-lacking = chưa đặt { $settings }
channels-credential = { $setting }: { $value }{ $length ->
        [0] { "" }
       *[other] {" "}({ $length } ký tự)
    }
channels-trouble = { $ailment ->
        [token] ✗ dịch vụ không nhận mã của bot: { $words }
        [busy] ✗ dịch vụ bảo chờ, đã gọi quá nhiều: { $words }
       *[silent] ✗ chưa hỏi được dịch vụ: { $words }
    }
channels-account = tên trên dịch vụ: { $account }
channels-receives = { $how ->
        [polling] nhận tin: polling (bot tự hỏi dịch vụ)
        [webhook] nhận tin: webhook tại { $address }
        [pages] trang của bot: { $address }
       *[here] trang của bot, chỉ mở được trên máy này: chưa đặt TIENDO_PUBLIC_URL
    }
channels-hook-right = { $set ->
        [yes] webhook: dịch vụ đã ghi đúng địa chỉ
       *[no] webhook: dịch vụ không đặt, đúng với polling
    }
channels-hook-missing = ⚠ webhook: dịch vụ chưa ghi địa chỉ nào; bot ghi khi khởi động
channels-hook-other = { $polls ->
        [yes] ⚠ webhook: dịch vụ đang gửi tin tới { $host }, polling không nhận được gì; bot xóa khi khởi động
       *[no] ⚠ webhook: dịch vụ đang gửi tin tới nơi khác ({ $host }); bot ghi lại khi khởi động
    }
channels-hook-waiting = dịch vụ còn giữ { $count } tin chưa chuyển
channels-hook-error = ⚠ lần chuyển tin hỏng gần nhất { $at }: { $words }
channels-tokens = mã truy cập dùng đến { $access }; mã gia hạn dùng đến { $refresh }
channels-tokens-in-danger = ⚠ mã sắp hết hạn hoặc đã hết hạn mà bot chưa gia hạn được: xem bot có đang chạy không; mã gia hạn hết hạn thì phải lấy mã mới
channels-no-tokens = chưa có mã truy cập: bot lấy khi chạy lần đầu với mã gia hạn này
channels-people = { $allowed ->
        [0] { $used } người
       *[other] { $used } / { $allowed } người
    }
channels-messages = { $allowed ->
        [0] { $used } tin trong tháng { $month }
       *[other] { $used } / { $allowed } tin trong tháng { $month }
    }
channels-near-limit = ⚠ đã dùng từ { $percent } % hạn mức của gói trở lên
channels-received = tin nhận gần nhất: { $at }, từ { $chat } { $event }
channels-nothing-received = chưa nhận tin nào
channels-queues = chờ gửi { $waiting }, chờ xử lý { $unread }, đã bỏ { $dead }, không được phép gửi { $undeliverable }{ $listed ->
        [0] { "" }
       *[other] {" "}(xem: tiendo outbox)
    }
channels-paused = ⚠ tạm nghỉ gửi đến { $until }
channels-last-error = lỗi gửi gần nhất { $at }: { $words }
channels-test-message = ✅ Em gửi thử một tin ạ. Anh/chị đọc được tin này là kênh gửi đã thông.
channels-test-sent = ✓ { $channel } đã nhận tin thử gửi tới { $chat }; mã tin { $reference }
channels-test-failed = ✗ { $channel } không nhận tin thử gửi tới { $chat }: { $words }

# Ai nhắn quá nhanh
flood-member = 🐢 Tin tới nhanh quá, em đọc lần lượt nhé. Không tin nào mất, anh/chị không cần gửi lại; em trả lời chậm hơn một lúc.
flood-stranger = 🐢 Tin tới nhanh quá. Em đọc lần lượt những tin đầu; tin nào em chưa trả lời, anh/chị gửi lại sau ít phút giúp em.
