"""Makes the .xls files of this folder with python3-xlwt 1.3.0 (Debian). All names are invented."""
import datetime
import xlwt

HEADER = ["Đợt", "Mã đơn vị", "Chức danh", "Họ và tên", "Ngày lấy phiếu", "Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"]
DATE = xlwt.easyxf(num_format_str="dd/mm/yyyy")
PERCENT = xlwt.easyxf(num_format_str="0.00%")
CODE = xlwt.easyxf(num_format_str="00000")
PLAIN = xlwt.easyxf("")


def row(sheet, line, cells, styles=None):
    for column, cell in enumerate(cells):
        if cell is not None:
            sheet.write(line - 1, column, cell, (styles or {}).get(column, PLAIN))


def results():
    """Title rows, a grouped header over two rows, merged cells, every kind of cell, a hidden row, a total, a hidden and an ignored sheet."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Kết quả")
    sheet.write_merge(0, 0, 0, 7, "KẾT QUẢ LẤY PHIẾU TÍN NHIỆM")
    for column, text in enumerate(["STT", "Mã đơn vị", "Chức danh", "Họ và tên", "Ngày lấy phiếu"]):
        sheet.write_merge(2, 3, column, column, text)
    sheet.write_merge(2, 2, 5, 6, "Tín nhiệm cao")
    sheet.write_merge(2, 2, 7, 8, "Tín nhiệm thấp")
    row(sheet, 4, [None] * 5 + ["Số phiếu", "Tỷ lệ %", "Số phiếu", "Tỷ lệ %"])
    styles = {1: CODE, 4: DATE, 6: PERCENT}
    row(sheet, 5, [1, 97, "Chủ tịch HĐND", "Đỗ Thị Hà", datetime.date(2014, 11, 15), 40, 0.6667, 5, 8.33], styles)
    row(sheet, 6, [2, 97, "Phó Chủ tịch HĐND", "Trần  Văn\nBình ", "16/11/2014", 41.5, 0.7, "4", None], styles)
    sheet.row(5).set_cell_error(8, "#DIV/0!")
    row(sheet, 7, [3, 97, "Chủ tịch UBND", "Lê Văn Cẩn", None, 1.234, None, True, xlwt.Formula("1+1")], styles)
    sheet.write_merge(7, 8, 1, 1, "00098")
    row(sheet, 8, [4, None, "Chủ tịch HĐND", "Phạm Dung", None, 30, None, "1.234"], styles)
    row(sheet, 9, [5, None, "Chủ tịch UBND", "Võ Thị Én", None, 31, None, 2], styles)
    sheet.row(8).hidden = True
    row(sheet, 10, ["Tổng cộng", None, None, None, None, 142])
    row(sheet, 13, [None, None, None, "Người lập biểu"])
    for line in range(13, 40):
        sheet.write(line, 3, "", DATE)
    hidden = book.add_sheet("Ẩn")
    row(hidden, 1, HEADER)
    row(hidden, 2, ["R", "00099", "Chủ tịch HĐND", "Bùi Gấm", "1/2/2014", 1, 2, 3])
    hidden.visibility = 1
    row(book.add_sheet("Ghi chú"), 1, ["Tài liệu nội bộ"])
    book.save("results.xls")


def dates_1904():
    """Days counted from 1904; a date and time; a number no calendar has."""
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = True
    sheet = book.add_sheet("S")
    row(sheet, 1, HEADER)
    for line, style, value in ((2, DATE, 40496), (3, xlwt.easyxf(num_format_str="dd/mm/yyyy hh:mm"), 40496.5), (4, DATE, 9_000_000), (5, PLAIN, 40496)):
        row(sheet, line, ["R", "1", "P", f"A{line}", value, 1, 2, 3], {4: style})
    book.save("dates-1904.xls")


results()
dates_1904()
