using System.Text.RegularExpressions;
using Analytics.Domain.Storage;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Tests.Shared;

public partial class TextTests
{
    static readonly TextFiles Files = new();

    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Assert.Equal(Files.In("vi").Keys.Order(StringComparer.Ordinal), Files.In("en").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        Assert.All(Files.In("vi"), text => Assert.Equal(Placeholders(text.Value), Placeholders(Files.In("en")[text.Key])));

    [Fact]
    public void No_text_is_empty() => Assert.DoesNotContain(Files.In("vi").Concat(Files.In("en")), t => string.IsNullOrWhiteSpace(t.Value));

    [Fact]
    public void Every_text_a_view_names_exists()
    {
        var views = Directory.GetFiles(Path.Combine(Places.Root, "src", "Analytics.Web"), "*.cshtml", SearchOption.AllDirectories);
        Assert.NotEmpty(views);
        var named = views.SelectMany(v => Named().Matches(File.ReadAllText(v))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(Files.In("vi").Keys.ToHashSet(StringComparer.Ordinal), named);
    }

    [Fact]
    public void Vietnamese_texts_are_composed_characters() =>
        Assert.All(Files.In("vi").Values, text => Assert.True(text.IsNormalized(), text));

    static List<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal).ToList();

    [GeneratedRegex(@"\bT\[""([^""{}]+)""[\],]")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
