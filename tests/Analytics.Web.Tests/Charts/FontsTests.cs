using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public class FontsTests
{
    readonly string folder = Samples.FontFolder;

    [Fact]
    public void Every_font_file_is_the_one_the_manifest_names()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        var entries = manifest.RootElement.EnumerateArray().ToList();
        foreach (var entry in entries)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, entry.GetProperty("file").GetString()!));
            Assert.Equal(entry.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal("OFL-1.1", entry.GetProperty("licence").GetString());
        }
        Assert.Equal(
            Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Where(f => f != "manifest.json").Order(StringComparer.Ordinal),
            entries.Select(e => e.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(ChartCase.AllNames), MemberType = typeof(ChartCase))]
    public void Every_character_of_a_chart_has_a_glyph_or_is_drawn(string name)
    {
        foreach (var text in ChartCase.Named(name).Build(new(900, 500), ChartOptions.Picture).GetPlottables<Lettering>().Single().Texts)
            foreach (var (run, isMark) in DrawnMarks.Split(text.Text))
                Assert.True(isMark || ChartFonts.Face(text.Bold).ContainsGlyphs(run), $"no glyph for part of “{run}”");
    }

    [Fact]
    public void Every_Vietnamese_letter_and_sign_of_the_office_has_a_glyph()
    {
        const string letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz0123456789%*·–−,.;:/()“”’\u00a0";
        Assert.All([false, true], bold => Assert.True(ChartFonts.Face(bold).ContainsGlyphs(letters + letters.ToUpperInvariant())));
    }

    [Fact]
    public void ScottPlot_draws_with_the_vendored_family() => Assert.Equal(ChartFonts.Family, ScottPlot.Fonts.Default);
}
