### Trả lời câu hỏi từ những bài đã được duyệt.

known-ask = Anh/chị hỏi đi ạ: về cân, mã vạch, nhãn hàng, tiêu chuẩn, thực phẩm, hỗ trợ... Cứ hỏi bằng lời mình.
known-title = **{ $title }**
known-source = 📎 { $sources } · rà soát { $month }
known-overdue = ⚠️ Bài này quá hạn rà soát từ { $day }, có thể đã có quy định mới. Việc quan trọng anh/chị hỏi lại cán bộ giúp em.
known-beside = ➕ **{ $title }** · { $answer }
known-part-plain = Nói dễ hiểu hơn
known-part-more = Xem kỹ hơn
known-part-short = Nói gọn lại
known-right = Đúng ý tôi 👍
known-wrong = Chưa đúng
known-people = 🙋 Gặp cán bộ
known-choice =
    { $count ->
        [1] Có phải anh/chị hỏi điều này không ạ?
       *[other] Anh/chị muốn hỏi điều nào ạ?
    }
known-near = Về { $subject } em chưa trả lời được ạ. Anh/chị hỏi { $ask } giúp em. Em rành chuyện cân, mã vạch, nhãn hàng, tiêu chuẩn, an toàn thực phẩm.
known-waiting = Về chuyện này anh/chị đang có **{ $receipt }** chờ cán bộ trả lời, nên em không chen vào. Gửi thêm câu này cho cán bộ luôn nhé?
known-tell-more = Gửi thêm cho cán bộ
known-not-meant = Em xin lỗi, em ghi lại để sửa bài. Anh/chị muốn hỏi điều khác, hay để em chuyển cho cán bộ?
known-gone = Hiện em chưa có bài trả lời này. Anh/chị hỏi lại bằng lời giúp em.
