using System.Text.Json.Nodes;
using Analytics.Web.Briefings.Docx;
using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Tests.Briefings;

/// <summary>The profile of the form is edited by hand: a mistake is told by file and field, a change is seen in what is written.</summary>
public class DocxPaperFormTests
{
    [Theory]
    [InlineData("page.topMm", "\"twenty\"", "a number from 5 to 60, found \"twenty\"")]
    [InlineData("page.topMm", "200", "a number from 5 to 60, found 200")]
    [InlineData("head.partyPt", "15.3", "a number from 5 to 40 in steps of 0.5, found 15.3")]
    [InlineData("font", "\" \"", "a text, found \" \"")]
    [InlineData("spelling", "\"UY\"", "ỦY or UỶ, found UY")]
    [InlineData("asOf", "\"27/11/2026\"", "a date like 2026-11-27, found 27/11/2026")]
    [InlineData("pageNumber.onFirstPage", "\"no\"", "true or false, found \"no\"")]
    [InlineData("page.backLeftMm", "25", "the margins of the front (30, 15) or the same exchanged, found 25, 30")]
    [InlineData("pageNumber.fromTopMm", "20", "less than page.topMm, found 20")]
    [InlineData("text.linePt", "13", "at least text.sizePt, found 13")]
    public void A_value_out_of_bounds_is_told_with_file_and_field(string field, string value, string told) =>
        Assert.Equal($"party-form.json: \"{field}\": expected {told}", Refused(field, JsonNode.Parse(value)));

    [Theory]
    [InlineData("small"), InlineData("text.firstLineMm"), InlineData("signature.blankLines")]
    public void A_value_that_is_missing_is_told_with_file_and_field(string field) =>
        Assert.StartsWith($"party-form.json: \"{field}", Refused(field, null), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_JSON_is_told_with_the_file() =>
        Assert.StartsWith("party-form.json: not JSON: ", Assert.Throws<FormatException>(() => PaperFormFile.Parse("{ \"font\": ", "party-form.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_value_that_is_changed_changes_what_is_written()
    {
        var root = Shipped();
        var unseen = new List<string>();
        var shipped = Written(DocxRead.Form);
        foreach (var (group, node) in root.Where(p => p.Value is JsonObject && p.Key is not ("description" or "source" or "certainty")).ToList())
            foreach (var (name, value) in node!.AsObject().ToList())
            {
                // Left and right go together with those of the back.
                if (group == "page" && name is "leftMm" or "rightMm" or "backLeftMm" or "backRightMm") continue;
                var other = value!.GetValueKind() switch
                {
                    System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<double>() + (name == "fromTopMm" ? -1 : 1)),
                    System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
                    _ => JsonValue.Create("***"),
                };
                if (Written(PaperFormFile.Parse(With($"{group}.{name}", other), "changed")).AsSpan().SequenceEqual(shipped)) unseen.Add($"{group}.{name}");
            }
        Assert.Empty(unseen);
    }

    [Fact]
    public void A_sheet_printed_on_one_side_only_has_no_mirrored_margins()
    {
        var root = Shipped();
        root["page"]!["backLeftMm"] = 30;
        root["page"]!["backRightMm"] = 15;
        using var read = new DocxRead(DocxWriter.Write(DocxPapers.English(), PaperFormFile.Parse(root.ToJsonString(), "changed"), DocxPapers.At));
        Assert.Null(read.Settings.GetFirstChild<MirrorMargins>());
    }

    static byte[] Written(PaperForm form) => DocxWriter.Write(DocxPapers.Letter("Xã Mẫu Một") with { Title = new("BÁO CÁO", ["thử"]), Blocks = DocxPapers.Report().Blocks }, form, DocxPapers.At);

    static string Refused(string field, JsonNode? value) => Assert.Throws<FormatException>(() => PaperFormFile.Parse(With(field, value), "party-form.json")).Message;

    static string With(string field, JsonNode? value)
    {
        var root = Shipped();
        var parts = field.Split('.');
        var parent = parts.Length == 1 ? root : root[parts[0]]!.AsObject();
        if (value is null) parent.Remove(parts[^1]);
        else parent[parts[^1]] = value;
        return root.ToJsonString();
    }

    static JsonObject Shipped() => JsonNode.Parse(File.ReadAllText(PaperForm.File))!.AsObject();
}
