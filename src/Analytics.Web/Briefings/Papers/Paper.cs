namespace Analytics.Web.Briefings.Papers;

/// <summary>
/// What a document of the office says, in its order and in one language, before it has a form: a report, a letter, a table with its
/// header block. A writer gives it sizes, margins and fonts.
/// </summary>
sealed record Paper
{
    /// <summary><c>vi</c> or <c>en</c>: the language the text is marked with.</summary>
    public required string Language { get; init; }
    /// <summary>For the properties of the file; not printed.</summary>
    public required string FileTitle { get; init; }
    public required PaperHead Head { get; init; }
    /// <summary>Null on a letter, which has its subject in the head.</summary>
    public PaperTitle? Title { get; init; }
    /// <summary>On a letter, after <c>Kính gửi:</c>; empty elsewhere.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];
    public required IReadOnlyList<PaperBlock> Blocks { get; init; }
    /// <summary>Null on a paper nobody signs.</summary>
    public PaperSignature? Signature { get; init; }
    /// <summary>After <c>Nơi nhận:</c>, without punctuation; empty where there is no such list.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    /// <summary>What follows the signature on pages of its own: lists and tables.</summary>
    public IReadOnlyList<PaperBlock> Appendix { get; init; } = [];
    /// <summary>Printed on every page of invented figures; null for real ones.</summary>
    public string? SampleMark { get; init; }
    /// <summary>Small, at the foot of every page: data as of, version, copy. May be empty.</summary>
    public string Foot { get; init; } = "";
}

/// <summary>The block above a paper: the issuing body on the left, the Party on the right.</summary>
/// <param name="Superior"><c>THÀNH ỦY HÀ NỘI</c>.</param>
/// <param name="Body"><c>BAN TUYÊN GIÁO VÀ DÂN VẬN</c>.</param>
/// <param name="Number"><c>Số 125-BC/BTGDVTU</c>; with a blank where the registry has not given the number yet.</param>
/// <param name="PlaceAndDate"><c>Hà Nội, ngày 05 tháng 02 năm 2026</c>; with blanks where the day is not given yet.</param>
/// <param name="Subject">Of a letter, under its number; null elsewhere.</param>
/// <param name="Marks"><c>Dự thảo lần 1</c>, <c>LƯU HÀNH NỘI BỘ</c>, <c>KHẨN</c>; may be empty.</param>
sealed record PaperHead(string Superior, string Body, string Number, string PlaceAndDate, string? Subject, IReadOnlyList<string> Marks)
{
    public const string Party = "ĐẢNG CỘNG SẢN VIỆT NAM";
}

/// <param name="Kind"><c>BÁO CÁO</c>.</param>
/// <param name="Subject">Its subject, one entry a line.</param>
sealed record PaperTitle(string Kind, IReadOnlyList<string> Subject);

/// <param name="Capacity">Lines above the name, the first bold, the others regular: <c>K/T TRƯỞNG BAN</c>, <c>PHÓ TRƯỞNG BAN</c>.</param>
/// <param name="Name">Without titles; empty leaves room for it.</param>
sealed record PaperSignature(IReadOnlyList<string> Capacity, string Name);

abstract record PaperBlock;

/// <param name="Level">1: <c>I- …</c> in bold capitals as given; 2: <c>1.</c>; 3: <c>a)</c>.</param>
sealed record PaperHeading(int Level, string Text) : PaperBlock;

sealed record PaperParagraph(string Text) : PaperBlock
{
    /// <summary>Leads on to what follows, and stays with it on one page.</summary>
    public bool LeadsOn => Text.EndsWith(':');
}

/// <summary>Lines that begin with <c>-</c>, which the writer adds.</summary>
sealed record PaperList(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>Small text under a table or a picture: source, what is left out.</summary>
sealed record PaperNote(string Text) : PaperBlock;

/// <param name="AlternativeText">Says the finding to who cannot see it.</param>
/// <param name="Caption">Under the picture.</param>
sealed record PaperPicture(byte[] Png, int PixelWidth, int PixelHeight, string AlternativeText, string Caption) : PaperBlock;

/// <summary>What follows begins a new page, upright or lying.</summary>
sealed record PaperBreak(bool Landscape) : PaperBlock;

/// <summary>A table with a caption above it and header rows that are repeated on every page.</summary>
/// <param name="Header">One or two rows; a cell below a cell that spans rows is left out.</param>
/// <param name="Rows">As printed, as many cells as columns.</param>
/// <param name="Note">Under the table; may be empty.</param>
sealed record PaperTable(
    string Caption, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<PaperHeaderCell>> Header, IReadOnlyList<PaperRow> Rows, string Note = "") : PaperBlock;

/// <param name="Width">In parts of the table's width.</param>
sealed record PaperColumn(double Width, PaperAlign Align);

enum PaperAlign
{
    Left,
    Center,
    Right,
}

sealed record PaperHeaderCell(string Text, int Columns = 1, int Rows = 1);

/// <param name="Kind">A group's row has one text over the whole width, in its first cell.</param>
sealed record PaperRow(IReadOnlyList<string> Cells, PaperRowKind Kind = PaperRowKind.Normal);

enum PaperRowKind
{
    Normal,
    Group,
    Total,
}
