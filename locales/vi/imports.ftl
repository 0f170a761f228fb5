# Nhập cơ sở, cân và danh sách từ Excel. Tên cột đứng trong tệp mẫu.
import-sheet = Danh sách
import-column-name = Tên
import-column-kind = Loại hình
import-column-trade = Ngành nghề
import-column-place = Chợ, thôn, điểm kinh doanh
import-column-spot = Quầy, số nhà
import-column-tax = Mã số thuế
import-column-also = Tên gọi khác (cách nhau dấu ;)
import-column-since = Từ ngày
import-column-until = Đến hết ngày
import-column-owner = Chủ cân
import-column-where = Chợ, điểm kinh doanh
import-column-instrument = Loại phương tiện
import-column-stall = Quầy
import-column-serial = Số máy
import-column-capacity = Mức cân lớn nhất (kg)
import-column-counted = Thống kê đã đếm chưa
import-column-used = Dùng từ ngày
import-column-verified = Kiểm định ngày
import-column-valid = Hiệu lực đến
import-column-body = Tổ chức kiểm định
import-column-certificate = Số tem hoặc giấy
import-merged = { $cells }: ô gộp. Anh/chị bỏ gộp rồi điền từng ô.
import-no-column = Dòng 1 chưa có cột “{ $column }”. Anh/chị giữ nguyên dòng tên cột của tệp mẫu.
import-no-rows = Chưa có dòng nào được điền.
import-empty = { $cell }: chưa điền “{ $column }”.
import-twice = { $cell }: tên này đã có ở dòng { $line }. Hai nơi trùng tên thì ghi thêm chợ hoặc thôn vào tên.
import-also = { $cell }: “{ $value }” là tên của dòng { $line }. Một nơi thì bỏ dòng ấy, hai nơi thì bỏ tên này ở đây.
import-twice-serial = { $cell }: số máy này đã có ở dòng { $line }.
import-capacity = { $cell }: mức cân “{ $value }” phải là số kg, từ 0,1 đến 200.000.
import-future = { $cell }: ngày { $day } chưa tới.
import-not-verified = { $cell }: có hạn hiệu lực thì cần ngày kiểm định.
import-many-rows = Nhiều hơn { $most } dòng. Anh/chị tách thành nhiều tệp nhé.
import-serial-other = Dòng { $line }: số máy { $serial } trong sổ là cân của { $owner }, { $place }. Anh/chị sửa dòng này, hoặc sửa thẻ của cân đó trước.
import-out-of-use = Dòng { $line }: cân của { $owner } { $serial } đã ghi thôi dùng. Anh/chị mở thẻ, ghi dùng lại trước đã.
import-row = Dòng { $line }: { $what }
import-formula = { $cell }: là công thức. Anh/chị dán giá trị vào ô này.
import-not-text = { $cell }: cần chữ hoặc số.
import-long = { $cell }: dài quá { $most } ký tự.
import-tax = { $cell }: mã số thuế “{ $value }” không đúng (10 hoặc 13 số, số kiểm tra sai).
import-unknown-kind = { $cell }: chưa có loại hình “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-unknown-place = { $cell }: chưa có nơi “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-unknown-where = { $cell }: chưa có chợ, điểm kinh doanh “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-unknown-instrument = { $cell }: chưa có loại “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-unknown-counted = { $cell }: “{ $value }” chưa rõ. Anh/chị chọn trong danh sách của ô.
import-day = { $cell }: “{ $value }” chưa phải ngày. Ghi như 31/12/2026.
import-days = { $cell }: ngày kết thúc trước ngày bắt đầu.
import-days-valid = { $cell }: hạn hiệu lực phải sau ngày kiểm định.
import-nothing-stored = { $count } chỗ cần sửa. Chưa lưu dòng nào.
import-new = Mới: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }và { $more } nữa
 }
import-changed = Thay đổi: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }và { $more } nữa
 }
import-same = Giữ nguyên: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }và { $more } nữa
 }
import-really = Lưu những dòng này?
import-done = Đã lưu.
import-doubts = Nên xem lại ({ $count }):
import-more = … và { $count } chỗ nữa
import-nothing-new = Trong sổ đã có đủ, không có gì để lưu.
import-file = mau-{ $kind }.xlsx
import-kind = { $kind ->
    [organisations] Sổ cơ sở
   *[instruments] Sổ cân, phương tiện đo
 }
import-title = **{ $register }**, từ tệp Excel:
import-button = Nhập từ Excel
import-ask = Anh/chị gửi tệp Excel (.xlsx) vào đây, em xem từng dòng rồi mới lưu. Chưa có mẫu thì bấm lấy một mẫu:
import-ask-beside = Anh/chị làm xong báo cáo đang mở rồi gửi tệp Excel nhé: tệp gửi bây giờ là của báo cáo ấy. Lấy mẫu thì bấm:
import-template = Mẫu *{ $register }*: anh/chị giữ nguyên dòng 1, điền từ dòng 2, rồi gửi lại tệp này cho em.
import-no-file = Em đang đợi tệp Excel. Khi nào có, anh/chị gửi vào đây là được.
import-no-workbook = Đây chưa phải tệp Excel (.xlsx). Anh/chị lưu lại thành .xlsx rồi gửi nhé.
import-unknown = Em chưa nhận ra tệp này: dòng 1 phải là tên các cột như trong mẫu.
import-which = Đây là danh sách nào ạ?
import-yes = Lưu
import-no = Không lưu
import-stored = Mới: { $new } · Thay đổi: { $changed }
import-look = Mở sổ
import-dropped = Đã bỏ tệp này, sổ giữ như cũ.
import-gone = Tệp này không còn nữa. Anh/chị gửi lại nhé.
