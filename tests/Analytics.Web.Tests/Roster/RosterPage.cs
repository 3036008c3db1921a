using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Web.Tests.Roster;

/// <summary>The form of a unit's roster, filled in as a browser does: what stands in its fields is sent along with what is changed.</summary>
sealed partial class RosterPage
{
    readonly HttpClient client;
    readonly string address;
    readonly Dictionary<string, string> fields;

    RosterPage(HttpClient client, string address, Dictionary<string, string> fields) => (this.client, this.address, this.fields) = (client, address, fields);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RosterPage> Open(HttpClient client, string address)
    {
        var page = await client.GetStringAsync(address, Ct);
        var form = page[page.IndexOf("<form method=\"post\" action=\"/rounds/", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var fields = Input().Matches(form).Where(m => !m.Value.Contains("checkbox", StringComparison.Ordinal)).ToDictionary(m => m.Groups[1].Value, m => Attribute(m.Value, "value"), StringComparer.Ordinal);
        foreach (Match select in Select().Matches(form))
            fields[select.Groups[1].Value] = Attribute(Option().Matches(select.Value).Select(o => o.Value).FirstOrDefault(o => o.Contains("selected", StringComparison.Ordinal)) ?? Option().Match(select.Value).Value, "value");
        return new(client, address, fields);
    }

    /// <summary>Number of the line that names an official; 0 is the first.</summary>
    public int LineOf(string official) => int.Parse(Number().Match(fields.Single(f => f.Key.EndsWith(".Official", StringComparison.Ordinal) && f.Value == official).Key).Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Number of the first line that is neither on the roster nor filled in.</summary>
    public int Spare => fields.Where(f => f.Key.EndsWith(".Position", StringComparison.Ordinal) && f.Value.Length == 0)
        .Select(f => int.Parse(Number().Match(f.Key).Value, System.Globalization.CultureInfo.InvariantCulture)).Min();

    public RosterPage With(int line, string field, string value)
    {
        fields[$"Lines[{line}].{field}"] = value;
        return this;
    }

    public RosterPage With(string field, string value)
    {
        fields[field] = value;
        return this;
    }

    public async Task<(HttpStatusCode Status, string Page)> Save()
    {
        var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields), Ct);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? (answer.StatusCode, WebUtility.HtmlDecode(await client.GetStringAsync(answer.Headers.Location, Ct)))
            : (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]* name=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<select name=\"([^\"]+)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
