using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Web.Tests.Rules;

/// <summary>A form that sets a rule, used as in a browser: the fields of the page that was answered last are sent along with what is changed.</summary>
sealed partial class RulePage
{
    readonly HttpClient client;
    readonly string address;
    List<(string Name, string Value)> fields = [];

    RulePage(HttpClient client, string address) => (this.client, this.address) = (client, address);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The page that was answered last, as text.</summary>
    public string Text { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public static async Task<RulePage> Open(HttpClient client, string address)
    {
        var page = new RulePage(client, address);
        page.Take(await client.GetAsync(address, Ct), await client.GetStringAsync(address, Ct));
        return page;
    }

    /// <summary>Types into the field of that name; the n-th where several have it.</summary>
    public RulePage With(string name, string value, int at = 0)
    {
        var places = fields.Select((f, i) => (f, i)).Where(x => x.f.Name == name).Select(x => x.i).ToList();
        if (at < places.Count) fields[places[at]] = (name, value);
        else fields.Add((name, value));
        return this;
    }

    public RulePage Unmark(string name, string value)
    {
        Assert.Equal(1, fields.RemoveAll(f => f == (name, value)));
        return this;
    }

    public Task<RulePage> Look() => Press(null);

    public Task<RulePage> Set() => Press("set");

    public async Task<RulePage> Press(string? act)
    {
        var sent = act is null ? fields : [.. fields, ("act", act)];
        var answer = await client.PostAsync(address, new FormUrlEncodedContent(sent.Select(f => KeyValuePair.Create(f.Name, f.Value))), Ct);
        Take(answer, answer.StatusCode == HttpStatusCode.SeeOther ? await client.GetStringAsync(answer.Headers.Location, Ct) : await answer.Content.ReadAsStringAsync(Ct));
        return this;
    }

    void Take(HttpResponseMessage answer, string html)
    {
        Status = answer.StatusCode;
        Text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");
        if (Status != HttpStatusCode.OK) return;
        var form = html[html.IndexOf("<form method=\"post\" action=\"/r", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        fields = [.. Fields().Matches(form).SelectMany(Value)];
    }

    static IEnumerable<(string, string)> Value(Match field)
    {
        var tag = field.Value;
        if (field.Groups["area"].Success) yield return (Attribute(tag, "name"), WebUtility.HtmlDecode(field.Groups["area"].Value));
        else if (field.Groups["options"].Success) yield return (Attribute(tag, "name"), Attribute(Regex.Match(tag, "<option[^>]* selected[^>]*>").Value, "value"));
        else if (!tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal)) yield return (Attribute(tag, "name"), Attribute(tag, "value"));
    }

    static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*>|<textarea[^>]*>(?<area>[^<]*)</textarea>|<select[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
