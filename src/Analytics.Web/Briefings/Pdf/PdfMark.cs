namespace Analytics.Web.Briefings.Pdf;

/// <summary>One thing that is drawn. Places are in points, right and down from the corner of the box it belongs to.</summary>
abstract record PdfMark
{
    public abstract PdfMark Moved(double x, double y);
}

/// <param name="Y">Where the letters stand.</param>
sealed record PdfLetters(double X, double Y, string Text, PdfStyle Style) : PdfMark
{
    public override PdfMark Moved(double x, double y) => this with
    {
        X = X + x,
        Y = Y + y,
    };
}

/// <param name="Thickness">Of the line.</param>
sealed record PdfStroke(double X, double Y, double ToX, double ToY, double Thickness) : PdfMark
{
    public override PdfMark Moved(double x, double y) => new PdfStroke(X + x, Y + y, ToX + x, ToY + y, Thickness);
}

sealed record PdfImage(double X, double Y, double Width, double Height, byte[] Png) : PdfMark
{
    public override PdfMark Moved(double x, double y) => this with
    {
        X = X + x,
        Y = Y + y,
    };
}
