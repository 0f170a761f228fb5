# Nhập cơ sở và danh sách từ Excel. Tên cột đứng trong tệp mẫu.
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
import-merged = { $cells }: ô gộp. Anh/chị bỏ gộp rồi điền từng ô.
import-no-column = Dòng 1 chưa có cột “{ $column }”. Anh/chị giữ nguyên dòng tên cột của tệp mẫu.
import-no-rows = Chưa có dòng nào được điền.
import-empty = { $cell }: chưa điền “{ $column }”.
import-twice = { $cell }: tên này đã có ở dòng { $line }. Hai nơi trùng tên thì ghi thêm chợ hoặc thôn vào tên.
import-formula = { $cell }: là công thức. Anh/chị dán giá trị vào ô này.
import-not-text = { $cell }: cần chữ hoặc số.
import-long = { $cell }: dài quá { $most } ký tự.
import-tax = { $cell }: mã số thuế “{ $value }” không đúng (10 hoặc 13 số, số kiểm tra sai).
import-unknown-kind = { $cell }: chưa có loại hình “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-unknown-place = { $cell }: chưa có nơi “{ $value }”. Anh/chị chọn trong danh sách của ô.
import-day = { $cell }: “{ $value }” chưa phải ngày. Ghi như 31/12/2026.
import-days = { $cell }: ngày kết thúc trước ngày bắt đầu.
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
