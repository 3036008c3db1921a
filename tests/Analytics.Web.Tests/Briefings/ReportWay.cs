using System.Net;
using System.Text.RegularExpressions;
using Analytics.Domain.Access;

namespace Analytics.Web.Tests.Briefings;

/// <summary>The summing-up of the sample's latest round, taken once from its first draft to the issued paper; what was seen on the way.</summary>
public sealed partial class ReportWay : IAsyncLifetime
{
    public const string Round = "GD-2026";

    readonly TestHost host = new() { LoadSample = true };

    public TestHost Host => host;
    public HttpClient Board { get; private set; } = null!;
    public string Address { get; private set; } = "";

    /// <summary>Before anything was written.</summary>
    internal byte[] Empty { get; private set; } = [];
    internal string RefusedSignature { get; private set; } = "";
    internal byte[] Draft { get; private set; } = [];
    internal byte[] SecondDraft { get; private set; } = [];
    internal string Repeated { get; private set; } = "";
    internal string ChangedAfterSigning { get; private set; } = "";
    internal List<string> WrongNumbers { get; } = [];
    internal byte[] Summary { get; private set; } = [];
    internal string IssuedPage { get; private set; } = "";
    internal byte[] Issued { get; private set; } = [];
    internal HttpStatusCode LiveAfterIssue { get; private set; }
    internal string StepAfterIssue { get; private set; } = "";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Board = await host.SignedIn(Roles.Board);
        Address = await Start("summing-up");
        Empty = await Bytes(Address + "?format=docx");
        RefusedSignature = await Step("to-signature", 0, 1);
        await Write();
        Draft = await Bytes(Address + "?format=docx");
        await Step("to-opinions", 0, 1);
        await Step("opinions-received", 1, 1, ("note", "Nhất trí."));
        await Step("new-draft", 1, 1);
        SecondDraft = await Bytes(Address + "?format=docx");
        await Step("to-signature", 0, 2);
        Repeated = await Step("to-signature", 0, 2);
        foreach (var (number, day) in ((string, string)[])[("0", "2026-11-20"), ("125", ""), ("125", "2019-01-01"), ("125", "2099-01-01")])
            WrongNumbers.Add(await Step("number", 2, 2, ("number", number), ("signedOn", day)));
        await Step("number", 2, 2, ("number", "5"), ("signedOn", "2026-11-05"));
        await Change("Ghi thêm sau khi ký.", "Chuẩn bị chu đáo.");
        ChangedAfterSigning = await Step("issue", 3, 2);
        await Change("Chuẩn bị chu đáo.", "Ghi thêm sau khi ký.");
        await Step("issue", 3, 2);
        IssuedPage = await Board.GetStringAsync(Address, Ct);
        Issued = await Bytes(Kept(IssuedPage));
        LiveAfterIssue = (await Board.GetAsync(Address + "?format=docx", Ct)).StatusCode;
        StepAfterIssue = await Step("new-draft", 4, 2);
        Summary = await Bytes(await Start("summary") + "?format=docx");
    }

    /// <summary>Address of the latest file that was kept.</summary>
    public static string Kept(string page) => WebUtility.HtmlDecode(File().Match(page).Groups[1].Value);

    public async Task<byte[]> Bytes(string address)
    {
        using var response = await Board.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Ct);
    }

    async Task<string> Start(string kind)
    {
        using var response = await TestHost.Post(Board, "/reports?round=" + Round, ("kind", kind));
        return response.Headers.Location!.ToString();
    }

    /// <summary>The page that answers; empty where the step was taken.</summary>
    async Task<string> Step(string step, int stage, int draft, params (string, string)[] fields)
    {
        using var response = await TestHost.Post(Board, Address, [("step", step), ("stage", $"{stage}"), ("draft", $"{draft}"), .. fields]);
        return response.StatusCode == HttpStatusCode.SeeOther ? "" : WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>The text on what went well, written anew.</summary>
    async Task Change(string text, string was)
    {
        using var reader = host.Store.Read();
        var seen = reader.Db.RoundTexts.Where(t => t.Body == was).Max(t => t.Id);
        using var saved = await TestHost.Post(Board, $"/rounds/{Round}/text", ("body[strengths]", text), ("seen[strengths]", $"{seen}"));
        Assert.EndsWith("saved=1", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    async Task Write()
    {
        (string Section, string Text)[] texts =
        [
            ("direction", "Thành ủy đã ban hành kế hoạch."), ("strengths", "Chuẩn bị chu đáo."), ("limits", "Một số đơn vị gửi chậm."), ("causes", "Thay đổi đầu mối."),
            ("recommendations", "Đề nghị hoàn thành báo cáo.\nĐề nghị xem xét, đánh giá cán bộ.\nĐề nghị rà soát danh sách."),
        ];
        using var saved = await TestHost.Post(Board, $"/rounds/{Round}/text", [.. texts.Select(t => ($"body[{t.Section}]", t.Text)), .. texts.Select(t => ($"seen[{t.Section}]", "0"))]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        using var counted = await TestHost.Post(Board, $"/rounds/{Round}/text?handler=Opinion", ("theme", "Đất đai"), ("count", "112"));
        Assert.Equal(HttpStatusCode.SeeOther, counted.StatusCode);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [GeneratedRegex("href=\"(/reports/\\d+\\?file=\\d+)\"")]
    private static partial Regex File();
}
