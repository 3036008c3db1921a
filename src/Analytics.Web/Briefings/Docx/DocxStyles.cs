using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>The styles of a document: all of the form that is not the page. Who edits the file changes a style, not a hundred paragraphs.</summary>
static class DocxStyles
{
    public const string
        Normal = "Normal", Strong = "Strong", Text = "ThanVanBan", Item = "GachDauDong", Caption = "Caption", Note = "GhiChu",
        Picture = "Hinh", PictureCaption = "TenHinh", Gap = "KhoangCach", SectionEnd = "CuoiPhan";
    public const string
        Header = "Header", Footer = "Footer", PageNumber = "SoTrang", Mark = "DanhDauSoLieu", Foot = "ChanTrang";
    public const string
        Superior = "CapTren", Body = "CoQuan", Star = "DauSao", Number = "SoKyHieu", Subject = "TrichYeuCongVan", HeadMark = "DauChiMuc",
        Party = "TieuDeDang", PartyRule = "DuongKe", Date = "DiaDanhNgay";
    public const string
        Kind = "TenLoai", TitleSubject = "TrichYeu", TitleRule = "GachDuoiTrichYeu",
        Addressee = "KinhGui", Addressees = "KinhGuiNhieuNoi", NextAddressee = "NoiGuiTiep";
    public const string
        Capacity = "QuyenHan", Deputy = "ChucVu", Name = "HoTenNguoiKy", RecipientsLabel = "NoiNhan", Recipient = "DanhSachNoiNhan";
    public const string
        Figures = "BangSoLieu", Frame = "KhungKhongVien", HeaderCell = "DauBang", Cell = "OBang", CentredCell = "OBangGiua", NumberCell = "OBangSo", GroupCell = "NhomBang";

    public static string Heading(int level) => level is >= 1 and <= 3 ? $"Heading{level}" : throw new ArgumentOutOfRangeException(nameof(level), level, "Headings have three levels.");

    public static Styles Of(PaperForm form, string language) => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = new() { Ascii = form.Font, HighAnsi = form.Font, EastAsia = form.Font, ComplexScript = form.Font },
                Color = new() { Val = "000000" },
                FontSize = new() { Val = DocxStyle.HalfPoints(form.Text.SizePt) },
                FontSizeComplexScript = new() { Val = DocxStyle.HalfPoints(form.Text.SizePt) },
                Languages = DocxText.Tag(language),
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { SpacingBetweenLines = new() { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto } })),
        .. DocxTextStyles.Of(form),
        .. DocxHeadStyles.Of(form),
        .. DocxTableStyles.Of(form),
    ]);
}
