using System.Globalization;
using System.Text.Json;
using Analytics.Domain.Access;
using Analytics.Domain.FollowUp;
using Analytics.Web.Access;
using Analytics.Web.Api;

namespace Analytics.Web.Tests.Api;

/// <summary>Addresses of the sample city under which every described table is found, and who may open them.</summary>
static class DescribedTables
{
    static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["/rounds/{code}"] = "/rounds/GD-2026",
        ["/districts/{code}"] = "/districts/0904",
        ["/positions/{code}"] = "/positions/PC-CHAIR",
        ["/units/{code}"] = "/units/090401",
        ["/rounds/{code}/roster"] = "/rounds/GD-2026/roster",
        ["/rounds/{code}/what-if"] = "/rounds/GD-2026/what-if?regime=NA-85&base=delegates",
        ["/coverage/{round}/{unit}"] = "/coverage/GD-2026/090401",
    };

    /// <summary>A description's page and table, as a test's argument: <c>/districts/{code} units</c>.</summary>
    public static TheoryData<string> All => new(ApiPages.All.SelectMany(p => p.Tables, (p, t) => $"{p.Route} {t.Name}".Trim()));

    public static (ApiPage Page, ApiTable Table) Find(string named)
    {
        var parts = named.Split(' ');
        var page = ApiPages.At(parts[0])!;
        return (page, page.Tables.Single(t => t.Name == (parts.Length > 1 ? parts[1] : "")));
    }

    public static string RoleFor(ApiPage page) => page.Right == nameof(Policies.Administration) ? Roles.Admin : Roles.Board;

    public static string AddressOf(TestHost host, ApiPage page, ApiTable table)
    {
        var address = page.Route switch
        {
            "/officials/{id:int}" => "/officials/" + Someone(host),
            "/follow-up" => Cases(host),
            "/follow-up/after" => After(host),
            "/follow-up/{id:int}" => "/follow-up/" + Case(host),
            "/imports/{id:int}" => "/imports/" + Import(host, table.Name),
            _ => Codes.GetValueOrDefault(page.Route, page.Route),
        };
        return With(address, table.Name.Length > 0 ? $"{page.Selector}={table.Name}" : "");
    }

    public static string With(string address, string query) => query.Length == 0 ? address : address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;

    static string Someone(TestHost host)
    {
        using var reader = host.Store.Read();
        return reader.Db.Results.OrderBy(r => r.Id).First().PersonId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The sample has no case: nothing of it is compared with minutes.</summary>
    static string Cases(TestHost host)
    {
        Case(host);
        return "/follow-up?stage=all";
    }

    static string After(TestHost host)
    {
        Case(host);
        return "/follow-up/after";
    }

    static string Case(TestHost host)
    {
        using var writer = host.Store.Write();
        if (writer.Db.Cases.Select(c => (int?)c.Id).FirstOrDefault() is not { } id)
        {
            id = CaseOpening.ByReviewer(writer.Db, writer.Reference, writer.Db.Results.Where(r => r.ToVersion == null).Max(r => r.Id), CaseReason.ByHand, "xem thêm", "board@example.org", DateTime.UtcNow)!.Id;
            writer.RaiseWorkVersion();
            writer.Commit();
        }
        return id.ToString(CultureInfo.InvariantCulture);
    }

    static string Import(TestHost host, string table)
    {
        using var reader = host.Store.Read();
        var import = table == "problems" ? reader.Db.ImportProblems.OrderBy(p => p.Id).Select(p => p.ImportId).First() : reader.Db.Imports.OrderBy(i => i.Id).First(i => i.Kind == "results").Id;
        return import.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What of a value does not go with its schema; empty where all does.</summary>
    public static string Mistake(JsonElement schema, JsonElement value)
    {
        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray().Select(t => t.GetString()).ToList() : [schema.GetProperty("type").GetString()];
        var type = value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.TryGetInt64(out _) && types.Contains("integer") ? "integer" : "number",
            _ => value.ValueKind.ToString(),
        };
        if (!types.Contains(type)) return $"{value} is {type}, described as {string.Join('|', types)}";
        if (type == "null") return "";
        if (schema.TryGetProperty("enum", out var words) && words.EnumerateArray().All(w => w.ToString() != value.ToString())) return $"{value} is none of {words}";
        if (schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble() - 1e-12) return $"{value} is under {least}";
        if (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble() + 1e-12) return $"{value} is over {most}";
        if (!schema.TryGetProperty("format", out var format)) return "";
        return format.GetString() switch
        {
            "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => DateTime.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        } ? "" : $"{value} is no {format}";
    }
}
