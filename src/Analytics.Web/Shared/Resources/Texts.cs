using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Shared.Resources;

/// <summary>Texts in the language of the request: <c>@T["nav.overview"]</c>, <c>@T["overview.units", count, total]</c>.</summary>
/// <remarks>
/// A missing key throws in Development and tests; elsewhere the key is printed, because a page with one odd word is
/// more use than none. Arguments are printed as they are: format numbers with <see cref="Formatting.Formats"/>.
/// </remarks>
public sealed class Texts(TextFiles files, Language language, IHostEnvironment environment, HtmlEncoder encoder)
{
    public string this[string key] => Find(key);

    public string this[string key, params object[] arguments] => string.Format(CultureInfo.InvariantCulture, Find(key), arguments);

    /// <summary>
    /// The text <c>KEY.one</c> for exactly one in English, else <c>KEY.other</c>; <c>{0}</c> is <paramref name="printed"/>.
    /// </summary>
    public string Counted(string key, long count, string printed, params object[] more) =>
        this[language.English && count == 1 ? key + ".one" : key + ".other", [printed, .. more]];

    /// <summary>A text that holds markup of ours (<c>&lt;strong&gt;</c>, a link); the arguments are encoded.</summary>
    public IHtmlContent Html(string key, params object[] arguments) => new HtmlString(string.Format(
        CultureInfo.InvariantCulture, Find(key),
        [.. arguments.Select(a => encoder.Encode(Convert.ToString(a, CultureInfo.InvariantCulture) ?? ""))]));

    /// <summary>Whether there is such a text, for keys built from codes.</summary>
    public bool Has(string key) => files.In(language.Code).ContainsKey(key);

    string Find(string key)
    {
        if (files.In(language.Code).TryGetValue(key, out var text)) return text;
        return environment.IsDevelopment() ? throw new KeyNotFoundException($"There is no text {key} in {language.Code}.") : key;
    }
}
