# Việc đến hạn: tên từng việc, hạn, ai được báo.

due-duty = { $name } ({ $plan }, { $year })
due-step = Bước { $code }: { $name }
due-request = Yêu cầu { $receipt }: { $text }
due-pending = { $kind } { $receipt } chờ xác nhận
due-instruments = { $count } phương tiện đo ở { $place } hết hạn kiểm định

due-mark-late = 🔴
due-mark-soon = 🟠
due-mark-coming = 🔹
due-line = { $mark } **{ $name }**: { $when }
due-before = trước { $before } (hết ngày { $last })
due-by = hạn { $last }
due-left = còn { $days } ngày
due-today = hôm nay là ngày cuối
due-late = quá hạn { $days } ngày

due-told-manager = lãnh đạo ({ $day })
due-told-above = cấp trên ({ $day })
due-ahead = Nếu vẫn chưa xong, bot báo { $who }.

# tiendo due
due-title = { $tenant }, { $day }: { $count } việc
due-none = Không có việc nào đến hạn.
due-owners = { "   " }{ $units }: { $people }
due-no-unit = chưa có đơn vị phụ trách
due-nobody = chưa có ai nhận, báo lãnh đạo
due-away = { "   " }đang nghỉ: { $people }
due-stages = { "   " }báo ngày: { $days }
due-stage-officer = { $day }
due-stage-manager = { $day } lãnh đạo
due-stage-above = { $day } cấp trên
