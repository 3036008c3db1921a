using System.Net;
using Analytics.Domain.Access;
using Analytics.Ingest.Reading;
using Analytics.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Imports;

public sealed class TemplateTests : IDisposable
{
    readonly Office office = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_areas_account_gets_its_own_units_only_and_the_download_is_recorded()
    {
        var board = await office.BoardWithReferenceData();
        var local = await office.SignedIn(Roles.Local);
        Assert.Contains("/imports/templates/T-2024.xlsx", await local.GetStringAsync("/imports", Ct), StringComparison.Ordinal);
        Assert.Equal(["090101", "090201"], await Units(board, "/imports/templates/T-2024.xlsx"));
        Assert.Equal(["090201"], await Units(board, "/imports/templates/T-2024.xlsx?district=0902"));
        Assert.Equal(["090101"], await Units(local, "/imports/templates/T-2024.xlsx"));
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync("/imports/templates/T-2024.xlsx?district=0902", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync("/imports/templates/T-1999.xlsx", Ct)).StatusCode);
        office.Services.GetRequiredService<AuditMover>().Move(Ct);
        using var db = office.Store.Open();
        Assert.Equal(3, db.Audit.Count(a => a.Action == "export" && a.Target.StartsWith("/imports/templates/T-2024.xlsx")));
    }

    static async Task<List<string>> Units(HttpClient client, string address)
    {
        using var content = new MemoryStream(await client.GetByteArrayAsync(address, Ct));
        return FileReader.Read(content, "t.xlsx", ct: Ct).Rows.Select(r => r["unit"]).Distinct().ToList();
    }
}
