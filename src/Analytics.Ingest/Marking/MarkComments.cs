using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Ingest.Marking;

/// <summary>
/// Comments of marked cells. What somebody has written there stays, with the problems below it; what an earlier marking
/// said goes, for it may be mended.
/// </summary>
static class MarkComments
{
    public const string Author = "Kiểm tra số liệu";

    /// <summary>Takes off what an earlier marking wrote and tells the cells that have no comment any more.</summary>
    public static IReadOnlyList<CellPlace> Clear(WorksheetPart sheet)
    {
        if (sheet.WorksheetCommentsPart?.Comments?.CommentList is not { } list) return [];
        var cleared = new List<CellPlace>();
        foreach (var comment in list.Elements<Comment>().ToList())
        {
            foreach (var run in comment.CommentText?.Elements<Run>().Where(r => r.InnerText.StartsWith("\n\n", StringComparison.Ordinal) && CellMark.IsOurs(r.InnerText)).ToList() ?? [])
                run.Remove();
            if (!CellMark.IsOurs(comment.CommentText?.InnerText ?? "") || CellPlace.Parse(comment.Reference?.Value) is not { } place) continue;
            comment.Remove();
            cleared.Add(place);
        }
        return cleared;
    }

    /// <summary>Adds the comments and tells which cells have got one they had not.</summary>
    public static IReadOnlyList<(CellPlace Place, string Text)> Write(WorksheetPart sheet, IEnumerable<KeyValuePair<CellPlace, CellMark>> marks)
    {
        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>();
        var comments = part.Comments ??= new Comments();
        comments.Authors ??= new Authors();
        comments.CommentList ??= new CommentList();
        var author = AuthorId(comments.Authors);
        // A thread shows instead of the comment, so the problem would not be seen there: the cell keeps its thread and its mark.
        var threads = sheet.WorksheetThreadedCommentsParts.Any();
        var existing = comments.CommentList.Elements<Comment>().Where(c => c.Reference?.Value is not null)
            .GroupBy(c => c.Reference!.Value!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var added = new List<(CellPlace, string)>();
        foreach (var (place, mark) in marks)
        {
            if (existing.TryGetValue(place.ToString(), out var comment))
            {
                if (!threads) (comment.CommentText ??= new CommentText()).AppendChild(Run("\n\n" + mark.Text));
                continue;
            }
            comments.CommentList.AppendChild(new Comment(new CommentText(Run(mark.Text))) { Reference = place.ToString(), AuthorId = author });
            added.Add((place, mark.Text));
        }
        comments.Save();
        return added;
    }

    static uint AuthorId(Authors authors)
    {
        var names = authors.Elements<Author>().Select(a => a.Text).ToList();
        if (names.IndexOf(Author) is >= 0 and var known) return (uint)known;
        authors.AppendChild(new Author(Author));
        return (uint)names.Count;
    }

    static Run Run(string text) => new(new RunProperties(new FontSize { Val = 9 }, new RunFont { Val = "Tahoma" }), new Text(CellEscapes.Escape(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Boxes for new comments in the drawing that spreadsheets take them from, without those of comments that went.</summary>
    public static void Draw(VmlDrawingPart part, IReadOnlyList<CellPlace> cleared, IReadOnlyList<(CellPlace Place, string Text)> added)
    {
        string vml;
        using (var reader = new StreamReader(part.GetStream(FileMode.OpenOrCreate, FileAccess.Read), Encoding.UTF8)) vml = reader.ReadToEnd();
        vml = MarkBoxes.Change(vml, cleared.ToHashSet(), added);
        using var content = part.GetStream(FileMode.Create, FileAccess.Write);
        content.Write(Encoding.UTF8.GetBytes(vml));
    }
}
