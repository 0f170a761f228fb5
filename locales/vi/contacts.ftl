### Một người, nhiều kênh: liên kết bằng mã, chọn kênh nhận nhắc việc, bỏ một kênh.

channel-name =
    { $channel ->
        [telegram] Telegram
        [web] Web chat
        [zalo_bot] Zalo
        [zalo_oa] Zalo OA
       *[other] { $channel }
    }
channel-nth = { $channel } ({ $nth })
channels-title = { "**" }Kênh của anh/chị**
channel-line = • { $channel }
channel-here = đang nhắn ở đây
channel-seen = dùng lần cuối { $day }
channel-written-to = 🔔 nhận nhắc việc
channel-unreachable = ⚠️ hiện không gửi tới được
channels-one = Anh/chị liên kết thêm kênh khác thì báo cáo dở ở kênh này làm tiếp được ở kênh kia.
channels-order = Nhắc việc, tóm tắt và tin báo gửi tới kênh có 🔔; kênh ấy không nhận được thì em gửi sang kênh kế tiếp. Trả lời thì luôn ở nơi anh/chị nhắn.
channel-prefer = 🔔 Nhắc ở { $channel }
channel-part = ✖ Bỏ { $channel }
channel-add = 🔗 Liên kết thêm kênh
channel-preferred = Vâng, từ giờ nhắc việc và tin báo em gửi tới **{ $channel }**.
channel-part-sure = Bỏ liên kết **{ $channel }**? Ở đó sẽ không xem hay báo cáo gì được nữa.
channel-part-here = Bỏ liên kết **{ $channel }**, chính kênh anh/chị đang nhắn? Ở đây sẽ không xem hay báo cáo gì được nữa; các kênh khác vẫn dùng bình thường.
channel-part-yes = Bỏ liên kết
channel-part-no = Giữ lại
channel-parted = Đã bỏ liên kết **{ $channel }**.
channel-parted-here = Đã bỏ liên kết: ở đây không còn xem hay báo cáo gì được nữa. Muốn dùng lại, anh/chị lấy mã mới ở kênh kia.
channel-parted-there = Tài khoản này vừa được bỏ liên kết: ở đây không còn xem hay báo cáo gì được nữa.
channel-last = Đây là kênh duy nhất của anh/chị nên em giữ lại; liên kết kênh khác rồi mới bỏ được kênh này.
channel-gone = Kênh này không còn liên kết với anh/chị.
channel-too-new = Kênh này mới liên kết chưa đủ 24 giờ nên chưa bỏ được kênh có trước. Anh/chị làm việc đó ở kênh cũ giúp em.

link-code =
    Mã liên kết: **{ $code }**, dùng một lần, trong { $minutes } phút.
    Anh/chị mở bot ở kênh kia (Zalo, Telegram hoặc web) rồi nhắn mã này cho em.
    ⚠️ Không đưa mã cho ai: người có mã sẽ xem và báo cáo được thay anh/chị.
link-how =
    Để dùng cùng tài khoản ở đây: ở kênh anh/chị đang dùng, nhắn **/lienket** để lấy mã 8 số, rồi nhắn mã đó vào đây.
    Chưa dùng bot ở đâu thì anh/chị cần **mã mời** của đơn vị.
link-whom = Liên kết tài khoản này với **{ $name }** ({ $role }, { $tenant })?
link-instead = Yêu cầu vào bot của **{ $name }** đang chờ duyệt ở đây sẽ được bỏ.
link-means = Sau đó ở đây xem và báo cáo được như ở kênh cũ. Không phải anh/chị thì bấm **Không phải tôi**.
link-yes = Đúng, liên kết
link-no = Không phải tôi
link-declined = Vâng, em không liên kết gì.
link-done = Xong rồi ạ: ở đây em cũng nhận ra **{ $name }**. Báo cáo, bản nháp và cài đặt dùng chung giữa các kênh.
link-done-draft = Xong rồi ạ: ở đây em cũng nhận ra **{ $name }**. Anh/chị có báo cáo đang làm dở, làm tiếp ở đây được luôn.
link-done-before = Tài khoản này đã liên kết rồi.
link-told = 🔗 Lúc { $at }, một tài khoản **{ $channel }** đã liên kết với anh/chị bằng mã lấy từ bot. Không phải anh/chị làm thì bấm nút dưới, em gỡ ngay.
link-undo = Không phải tôi, gỡ ngay
link-disowned = Đã gỡ tài khoản **{ $channel }** đó; mã cũ không dùng được nữa. Anh/chị báo quản trị của đơn vị nếu thấy việc gì không phải mình làm.
link-unknown = Em không thấy mã liên kết này. Mã có 8 số, dùng một lần; anh/chị xem lại, hoặc nhắn /lienket ở kênh cũ để lấy mã mới.
link-expired = Mã này đã hết hạn. Anh/chị nhắn /lienket ở kênh cũ để lấy mã mới.
link-locked = Ở đây đã nhập sai mã nhiều lần. Anh/chị chờ một giờ rồi thử lại với mã mới.
link-own-code = Mã này để nhắn ở **kênh khác** của anh/chị; ở đây em đã nhận ra anh/chị rồi.
link-typed-elsewhere = Mã này đã được nhập ở một tài khoản khác. Nếu không phải của anh/chị, anh/chị lấy mã mới ở kênh cũ: mã này sẽ mất hiệu lực.
link-other-person = Tài khoản này đang là của **{ $name }** trong bot, nên không liên kết với người khác được. Nếu cả hai là anh/chị, nhờ quản trị của đơn vị.
link-full = Mỗi người liên kết được nhiều nhất { $count } tài khoản. Anh/chị bỏ bớt một tài khoản ở /kenh.
link-too-new = Kênh này mới liên kết chưa đủ 24 giờ. Anh/chị lấy mã ở kênh cũ giúp em.

settings-channels = 🔗 Kênh của tôi
person-replaced = Yêu cầu này đã được bỏ: anh/chị dùng tài khoản đã có.
member-already-replaced = **{ $name }** đã liên kết vào tài khoản có sẵn, không cần duyệt nữa.
form-begun-elsewhere = Báo cáo này anh/chị làm dở ở kênh khác; anh/chị xem ở đây rồi trả lời giúp em:
command-channels = Kênh của tôi, liên kết thêm kênh
