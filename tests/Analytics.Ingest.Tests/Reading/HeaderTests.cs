using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Reading;

public class HeaderTests
{
    [Theory]
    [InlineData("code,name,kind,level,parent,valid_from,valid_to,area", FileKind.Units)]
    [InlineData("effective_date,kind,from_code,to_code,whole,document", FileKind.Changes)]
    [InlineData("code,name_vi,name_en,body,sort", FileKind.Positions)]
    [InlineData("code,name_vi,name_en,regime,held_from,held_to,due,level,sample", FileKind.Rounds)]
    [InlineData("round,unit,position,official,official_code,born,in_post_since,status,reason", FileKind.Roster)]
    [InlineData("round,unit,position,official,held_on,present,issued,collected,valid,invalid,confidence,no_confidence", FileKind.Results)]
    [InlineData("Round;UNIT;Position;Official;No Confidence;no-confidence-x", FileKind.Results)]
    [InlineData("Đợt,Mã đơn vị,Chức danh,Họ và tên,Mã cán bộ,Năm sinh,Diện,Lý do,Giữ chức từ", FileKind.Roster)]
    [InlineData("round,unit,planned_on,self_review_on,conference_on,minutes_on,note", FileKind.Steps)]
    [InlineData("round,unit,minutes_on", FileKind.Steps)]
    [InlineData("Đợt,Mã đơn vị,Tên đơn vị,Ngày dự kiến,Ngày gửi bản kiểm điểm,Ngày hội nghị,Ngày nhận biên bản,Ghi chú", FileKind.Steps)]
    public void The_kind_is_the_one_whose_columns_match_most_headers(string header, FileKind kind)
    {
        var file = Sources.Csv(header + "\n1;,1\n");
        Assert.Equal(kind, file.Kind);
        Assert.DoesNotContain("missing-column", file.Rules());
    }

    [Theory, InlineData("round,unit,position,official"), InlineData("x,y,z")]
    public void A_tie_and_no_match_at_all_are_an_unknown_kind_whose_rows_are_still_counted(string header)
    {
        var file = Sources.Csv(header + "\n1,2,3,4\n5,6,7,8\n");
        Assert.Null(file.Kind);
        Assert.Equal(["unknown-kind"], file.Rules());
        Assert.Equal(2, file.RowCount);
        Assert.Equal(2, file.Rows.Count());
    }

    [Fact]
    public void A_kind_that_is_given_settles_a_tie() =>
        Assert.Empty(Sources.Csv("round,unit,position,official\nR,1,P,A\n", FileKind.Results).Problems);

    [Theory]
    [InlineData("Đợt", "round"), InlineData("MÃ ĐỢT", "round"), InlineData("ma dvhc", "unit"), InlineData("Mã   đơn vị", "unit")]
    [InlineData("Đơn vị", "unit_name"), InlineData("Xã/phường/thị trấn", "unit_name"), InlineData("Quận/huyện", "district")]
    [InlineData("Chức vụ", "position"), InlineData("Họ tên", "official"), InlineData("Mã cán bộ", "official_code")]
    [InlineData("Ngày sinh", "born"), InlineData("Ngày lấy phiếu", "held_on"), InlineData("Tổng số đại biểu", "delegates")]
    [InlineData("Triệu tập", "invited"), InlineData("Tham dự", "present"), InlineData("Tổng số phiếu phát ra", "issued")]
    [InlineData("Số phiếu thu về", "collected"), InlineData("Thu vào", "collected"), InlineData("Hợp lệ", "valid"), InlineData("Phiếu không hợp lệ", "invalid")]
    [InlineData("Tín nhiệm cao", "high"), InlineData("Tín nhiệm", "confidence"), InlineData("tin nhiem thap", "low"), InlineData("Không tín nhiệm", "no_confidence")]
    [InlineData("Tỷ lệ tín nhiệm thấp (%)", "published_low_percent"), InlineData("Tín nhiệm cao %", "published_high_percent")]
    [InlineData("Tỉ lệ % tín nhiệm cao", "published_high_percent"), InlineData("Số phiếu tín nhiệm cao", "high")]
    [InlineData("Không thuộc diện", "exempt"), InlineData("Ghi chú", "note"), InlineData("Nguồn", "source"), InlineData("published-low percent", "published_low_percent")]
    public void Headers_of_results_are_understood_without_regard_to_case_accents_and_spaces(string header, string column)
    {
        var file = Sources.Csv($"{header};official_id\nx;y\n", FileKind.Results);
        Assert.Equal("x", Assert.Single(file.Rows)[column]);
    }

    [Theory]
    [InlineData("ĐỢT LẤY PHIẾU", "round"), InlineData("Mã ĐVHC", "unit"), InlineData("Xã, phường", "unit_name"), InlineData("Quận, huyện, thị xã", "district")]
    [InlineData("Ngày dự kiến tổ chức hội nghị", "planned_on"), InlineData("Kế hoạch tổ chức", "planned_on"), InlineData("ngay gui kiem diem", "self_review_on"), InlineData("Gửi bản kiểm điểm", "self_review_on")]
    [InlineData("Ngày họp hội nghị", "conference_on"), InlineData("Ngày gửi báo cáo", "minutes_on"), InlineData("NGÀY GỬI BIÊN BẢN", "minutes_on"), InlineData("Ghi chú", "note")]
    public void Headers_of_steps_are_understood_without_regard_to_case_accents_and_spaces(string header, string column)
    {
        var file = Sources.Csv($"{header};official_id\nx;y\n", FileKind.Steps);
        Assert.Equal("x", Assert.Single(file.Rows)[column]);
    }

    [Fact]
    public void Each_required_column_that_is_missing_is_told_in_both_languages()
    {
        var file = Sources.Csv("round,official,low,high\nR,A,1,2\n");
        var missing = file.Problems.Where(p => p.Rule == "missing-column").ToList();

        Assert.Equal(["unit", "position"], missing.Select(p => p.Value));
        Assert.All(missing, p => Assert.Equal((Severity.Error, null, null), (p.Severity, p.Row, p.Column)));
        Assert.Contains("\"unit\" hoặc \"unit_name\"", missing[0].MessageVi, StringComparison.Ordinal);
        Assert.Contains("\"unit\" or \"unit_name\"", missing[0].MessageEn, StringComparison.Ordinal);
        Assert.Contains("\"official\"", missing[1].MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_headers_for_one_column_are_refused_naming_both()
    {
        var problem = Assert.Single(Sources.Csv("Đợt,Mã đơn vị,Chức danh,Chức vụ,Họ và tên,Tín nhiệm cao\nR,1,P,P,A,3\n").Problems);
        Assert.Equal("duplicate-column", problem.Rule);
        Assert.Contains("\"Chức danh\" (C), \"Chức vụ\" (D)", problem.MessageVi, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_kept_under_its_header_and_the_nearest_name_is_offered()
    {
        var file = Sources.Csv("TT,round,unit,position,official,low,Ngày tổ chứcc,Điện thoại\n1,R,1,P,A,3,2014-12-01,x\n");

        Assert.Equal(["Ngày tổ chứcc", "Điện thoại"], file.UnknownColumns);
        Assert.Equal(["unknown-column", "unknown-column"], file.Rules());
        Assert.Contains("\"held_on\"?", file.Problems[0].MessageEn, StringComparison.Ordinal);
        Assert.DoesNotContain("?", file.Problems[1].MessageEn, StringComparison.Ordinal);
        var row = Assert.Single(file.Rows);
        Assert.Equal("x", row["Điện thoại"]);
        Assert.Equal(["Ngày tổ chứcc", "Điện thoại"], row.UnknownCells.Select(c => c.Key));
    }

    [Fact]
    public void A_column_without_header_is_kept_only_if_it_holds_something()
    {
        var file = Sources.Csv("round,unit,position,official,low,,\nR,1,P,A,3,,x\n");
        Assert.Equal(["(G)"], file.UnknownColumns);
        Assert.Equal("x", Assert.Single(file.Rows)["(G)"]);
    }

    [Fact]
    public void A_header_of_two_rows_in_a_csv_gives_counts_and_printed_percentages()
    {
        var file = Sources.Csv("""
            UBND HUYỆN,,,,,,,,
            TT,Mã đơn vị,Chức danh,Họ và tên,Tín nhiệm cao,,Tín nhiệm,,Tín nhiệm thấp,,Ghi chú
            ,,,,Số phiếu,Tỷ lệ %,Số phiếu,Tỷ lệ %,Số phiếu,Tỷ lệ %,
            (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11)
            1,00097,PC-CHAIR,Đỗ Thị Hà,40,"66,67",15,25,5,"8,33",x
            """);

        Assert.Equal(FileKind.Results, file.Kind);
        Assert.Equal(["Tín nhiệm – Tỷ lệ %"], file.UnknownColumns);
        Assert.Equal(["unknown-column"], file.Rules());
        Assert.Single(file.Notes);
        var row = Assert.Single(file.Rows);
        Assert.Equal((5, "40", "66,67", "15", "5", "8,33", "x", "25"), (row.Row, row["high"], row["published_high_percent"],
            row["confidence"], row["low"], row["published_low_percent"], row["note"], row["Tín nhiệm – Tỷ lệ %"]));
    }

    [Fact]
    public void The_measure_may_stand_above_the_levels_too()
    {
        var file = Sources.Csv("""
            Mã đơn vị;Chức danh;Họ và tên;Số phiếu;;;Tỷ lệ %;;
            ;;;Tín nhiệm cao;Tín nhiệm;Tín nhiệm thấp;Tín nhiệm cao;Tín nhiệm;Tín nhiệm thấp
            1;P;A;40;15;5;66,67;25;8,33
            """);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("40", "15", "5", "66,67", "8,33"),
            (row["high"], row["confidence"], row["low"], row["published_high_percent"], row["published_low_percent"]));
    }

    [Fact]
    public void A_sub_heading_that_only_says_count_is_not_data()
    {
        var file = Sources.Csv("unit,position,official,high,confidence,low\n,,,Số phiếu,Số phiếu,Số phiếu\n1,P,A,1,2,3\n");
        Assert.Equal([(3, "A")], file.Rows.Select(r => (r.Row, r["official"])));
    }

    [Theory, InlineData("Tổng cộng,,,,,10,20,30"), InlineData(",,,CỘNG:,,10,20,30"), InlineData("1,x,,Tổng số,,10,20,30")]
    public void A_trailing_total_row_is_left_out_with_a_note(string total)
    {
        var file = Sources.Csv($"{Sources.ResultsHeader}\nR,1,P,A,60,1,2,3\n{total}\n,,,,,,,\n,,,Người lập biểu,,,,\n");
        Assert.Equal(1, file.RowCount);
        Assert.Equal("A", Assert.Single(file.Rows)["official"]);
        Assert.Contains("dòng 3", Assert.Single(file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_row_of_an_official_is_no_total_whatever_word_stands_in_it()
    {
        var file = Sources.Csv($"{Sources.ResultsHeader}\nR,1,P,A,60,1,2,3\nTổng cộng,1,P,B,60,1,2,3\n");
        Assert.Equal(["A", "B"], file.Rows.Select(r => r["official"]));
        Assert.Empty(file.Notes);
    }

    [Fact]
    public void A_subtotal_among_the_rows_stays_a_row()
    {
        var file = Sources.Csv($"{Sources.ResultsHeader}\nR,1,P,A,60,1,2,3\nCộng,,,,,1,2,3\nR,1,P,B,60,1,2,3\n");
        Assert.Equal(3, file.RowCount);
        Assert.Empty(file.Notes);
    }
}
