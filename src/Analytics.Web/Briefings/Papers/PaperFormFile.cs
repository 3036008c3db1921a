using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Web.Briefings.Papers;

/// <summary>Reads and checks the profile. Somebody edits it by hand, so every complaint names file, field, what was found and what was expected.</summary>
sealed class PaperFormFile
{
    readonly JsonNode root;
    readonly string file;

    PaperFormFile(string json, string file)
    {
        this.file = file;
        try
        {
            root = JsonNode.Parse(json) as JsonObject ?? throw new FormatException($"{file}: expected an object, found something else");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}: not JSON: {e.Message}", e);
        }
    }

    public static PaperForm Parse(string json, string file) => new PaperFormFile(json, file).Form();

    PaperForm Form()
    {
        var form = new PaperForm(
            Date("asOf"), Word("font"), Word("spelling", "ỦY", "UỶ"),
            new(Number("page.widthMm", 100, 500), Number("page.heightMm", 100, 500), Number("page.topMm", 5, 60), Number("page.bottomMm", 5, 60),
                Number("page.leftMm", 5, 60), Number("page.rightMm", 5, 60), Number("page.backLeftMm", 5, 60), Number("page.backRightMm", 5, 60), Number("page.footerMm", 3, 60)),
            new(Size("pageNumber.sizePt"), Number("pageNumber.fromTopMm", 3, 60), YesNo("pageNumber.onFirstPage")),
            new(Size("head.superiorPt"), Size("head.bodyPt"), Size("head.numberPt"), Size("head.partyPt"), Size("head.datePt"), Size("head.subjectPt"), Size("head.markPt")),
            new(Size("title.kindPt"), Size("title.subjectPt"), Word("title.rule")),
            new(Size("text.sizePt"), Number("text.firstLineMm", 0, 40), Number("text.betweenPt", 0, 40), Number("text.linePt", 8, 60)),
            new(Size("signature.capacityPt"), (int)Number("signature.blankLines", 0, 12, step: 1), Size("signature.namePt")),
            new(Size("recipients.labelPt"), Size("recipients.listPt")),
            new(Size("small.tablePt"), Size("small.captionPt"), Size("small.notePt"), Size("small.footPt")));
        var page = form.Page;
        // A text processor knows a margin on the inside and one on the outside, not two free pairs.
        if ((page.BackLeftMm, page.BackRightMm) != (page.LeftMm, page.RightMm) && (page.BackLeftMm, page.BackRightMm) != (page.RightMm, page.LeftMm))
            throw Bad("page.backLeftMm", $"the margins of the front ({page.LeftMm}, {page.RightMm}) or the same exchanged", Invariant($"{page.BackLeftMm}, {page.BackRightMm}"));
        if (page.HeightMm < page.WidthMm) throw Bad("page.heightMm", "an upright sheet, higher than wide", Invariant($"{page.HeightMm}"));
        if (form.PageNumber.FromTopMm >= page.TopMm) throw Bad("pageNumber.fromTopMm", "less than page.topMm", Invariant($"{form.PageNumber.FromTopMm}"));
        if (form.Text.LinePt < form.Text.SizePt) throw Bad("text.linePt", "at least text.sizePt", Invariant($"{form.Text.LinePt}"));
        return form;
    }

    /// <summary>Of letters, in points; a file keeps halves of a point.</summary>
    double Size(string field) => Number(field, 5, 40, step: 0.5);

    double Number(string field, double least, double most, double step = 0)
    {
        var node = Node(field);
        var expected = Invariant($"a number from {least} to {most}{(step > 0 ? Invariant($" in steps of {step}") : "")}");
        if (node is not JsonValue value || !value.TryGetValue<double>(out var number)) throw Bad(field, expected, node.ToJsonString());
        if (number < least || number > most || (step > 0 && number % step != 0)) throw Bad(field, expected, Invariant($"{number}"));
        return number;
    }

    bool YesNo(string field) => Node(field) is JsonValue value && value.TryGetValue<bool>(out var yes) ? yes : throw Bad(field, "true or false", Node(field).ToJsonString());

    string Word(string field, params string[] known)
    {
        var word = Node(field) is JsonValue value && value.TryGetValue<string>(out var text) ? text.Normalize().Trim() : "";
        if (word.Length == 0) throw Bad(field, "a text", Node(field).ToJsonString());
        return known.Length == 0 || known.Contains(word) ? word : throw Bad(field, string.Join(" or ", known), word);
    }

    DateOnly Date(string field) =>
        DateOnly.TryParseExact(Word(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Bad(field, "a date like 2026-11-27", Word(field));

    JsonNode Node(string field)
    {
        JsonNode? node = root;
        foreach (var part in field.Split('.')) node = (node as JsonObject)?[part];
        return node ?? throw new FormatException($"{file}: \"{field}\" is missing");
    }

    FormatException Bad(string field, string expected, string found) => new($"{file}: \"{field}\": expected {expected}, found {found}");

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
