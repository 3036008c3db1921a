using System.Globalization;
using Analytics.Domain.Access;
using Analytics.Web.Tests.Officials;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Access;

/// <summary>Who may open what. A new route adds its row, or <see cref="Every_route_stands_in_the_table"/> fails.</summary>
[Collection(nameof(OnTheSample))]
public class RouteTests(SampleHost host)
{
    const int SignIn = 302;
    const int NotThere = 404;
    const string BriefingFile = @"/briefings/{id:int}/{file:regex(^(report\.html|charts\.zip)$)}";

    /// <summary>Route as the program declares it, an address on it, and the status of a GET by nobody and by each role.</summary>
    sealed record Row(string Route, string Address, int Nobody, int Admin, int Board, int Local, int Auditor);

    static readonly Row[] Table =
    [
        //   route                                     address                         nobody    admin     board     local     auditor
        new("/",                                       "/",                            SignIn,   200,      200,      200,      200),
        new("/account",                                "/account",                     SignIn,   200,      200,      200,      200),
        new("/admin",                                  "/admin",                       SignIn,   200,      NotThere, NotThere, NotThere),
        new("/admin/annotations",                      "/admin/annotations",           SignIn,   200,      200,      NotThere, NotThere),
        new("/admin/mail",                             "/admin/mail",                  SignIn,   200,      NotThere, NotThere, NotThere),
        new("/admin/reference",                        "/admin/reference",             SignIn,   200,      NotThere, NotThere, NotThere),
        new("/admin/settings",                         "/admin/settings",              SignIn,   200,      NotThere, NotThere, NotThere),
        new("/admin/users",                            "/admin/users",                 SignIn,   200,      NotThere, NotThere, NotThere),
        new("/analysis",                               "/analysis?position=PC-CHAIR",  SignIn,   NotThere, 200,      200,      200),
        new("/briefings",                              "/briefings",                   SignIn,   NotThere, 200,      NotThere, 200),
        new(BriefingFile,                              "/briefings/1/report.html",     SignIn,   NotThere, NotThere, NotThere, NotThere),
        new("/calendar",                               "/calendar",                    SignIn,   NotThere, 200,      200,      200),
        new("/charts/{name}.{extension}",              "/charts/trend.png",            401,      NotThere, 200,      200,      200),
        new("/compare",                                "/compare",                     SignIn,   NotThere, 200,      200,      200),
        new("/coverage",                               "/coverage",                    SignIn,   NotThere, 200,      200,      200),
        new("/coverage/urging",                        "/coverage/urging",             SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/coverage/urging/{roundCode}/{bodyCode}", "/coverage/urging/GD-2026/090401", SignIn, NotThere, 200,     NotThere, NotThere),
        new("/coverage/{round}/{unit}",                "/coverage/GD-2026/090401",     SignIn,   NotThere, 200,      NotThere, 200),
        new("/districts",                              "/districts",                   SignIn,   NotThere, 200,      200,      200),
        new("/districts/{code}",                       "/districts/0904",              SignIn,   NotThere, 200,      NotThere, 200),
        new("/follow-up",                              "/follow-up",                   SignIn,   NotThere, 200,      200,      NotThere),
        new("/follow-up/mail",                         "/follow-up/mail",              SignIn,   NotThere, 200,      200,      NotThere),
        new("/follow-up/after",                        "/follow-up/after",             SignIn,   NotThere, 200,      200,      NotThere),
        new("/follow-up/new",                          "/follow-up/new?result=1",      SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/follow-up/proposals",                    "/follow-up/proposals",         SignIn,   NotThere, 200,      200,      NotThere),
        new("/follow-up/files/{id:int}",               "/follow-up/files/1",           SignIn,   NotThere, NotThere, NotThere, NotThere),
        new("/follow-up/{id:int}",                     "/follow-up/1",                 SignIn,   NotThere, NotThere, NotThere, NotThere),
        new("/forms",                                  "/forms?form=4",                SignIn,   NotThere, 200,      200,      NotThere),
        new("/entry",                                  "/entry",                       SignIn,   NotThere, 200,      200,      NotThere),
        new("/entry/{round}/{unit}",                   "/entry/GD-2026/090401",        SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/entry/scans/{id:int}",                   "/entry/scans/1",               SignIn,   NotThere, NotThere, NotThere, NotThere),
        new("/error/{status:int:range(400,599)}",      "/error/404",                   NotThere, NotThere, NotThere, NotThere, NotThere),
        new("/health",                                 "/health",                      200,      200,      200,      200,      200),
        new("/imports",                                "/imports",                     SignIn,   NotThere, 200,      200,      200),
        new("/imports/{id:int}",                       "/imports/1",                   SignIn,   NotThere, 200,      NotThere, 200),
        new("/imports/{id:int}/marked.xlsx",           "/imports/1/marked.xlsx",       SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/imports/{id:int}/original",              "/imports/1/original",          SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/imports/templates/{round}.xlsx",         "/imports/templates/GD-2026.xlsx", SignIn, NotThere, 200,     200,      NotThere),
        new("/imports/batches/{id:guid}",              "/imports/batches/00000000-0000-0000-0000-000000000000", SignIn, NotThere, NotThere, NotThere, NotThere),
        new("/jobs/{**path}",                          "/jobs",                        SignIn,   200,      NotThere, NotThere, NotThere),
        new("/methods",                                "/methods",                     SignIn,   200,      200,      200,      200),
        new("/openapi.json",                           "/openapi.json",                401,      200,      200,      200,      200),
        new("/officials",                              "/officials",                   SignIn,   NotThere, 200,      200,      NotThere),
        new("/officials/{id:int}",                     "/officials/{holder of 090401}", SignIn,  NotThere, 200,      NotThere, NotThere),
        new("/officials/{id:int}/sheet",               "/officials/{holder of 090401}/sheet?round=GD-2026&format=pdf", 401, NotThere, 200, NotThere, NotThere),
        new("/officials/matches",                      "/officials/matches",           SignIn,   NotThere, 200,      200,      NotThere),
        new("/positions",                              "/positions",                   SignIn,   NotThere, 200,      200,      200),
        new("/positions/{code}",                       "/positions/PC-CHAIR",          SignIn,   NotThere, 200,      200,      200),
        new("/reports",                                "/reports",                     SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/reports/{id:int}",                       "/reports/1",                   SignIn,   NotThere, NotThere, NotThere, NotThere),
        new("/rounds",                                 "/rounds",                      SignIn,   NotThere, 200,      200,      200),
        new("/rounds/{code}/plan",                     "/rounds/GD-2026/plan",         SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/rounds/{code}/roster",                   "/rounds/GD-2026/roster",       SignIn,   NotThere, 200,      200,      NotThere),
        new("/rounds/{code}/roster/{unit}",            "/rounds/GD-2026/roster/090401", SignIn,  NotThere, 200,      NotThere, NotThere),
        new("/rounds/{code}/rule",                     "/rounds/GD-2026/rule",         SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/rounds/{code}/text",                     "/rounds/GD-2026/text",         SignIn,   NotThere, 200,      200,      NotThere),
        new("/rounds/{code}/what-if",                  "/rounds/GD-2026/what-if?regime=NA-85", SignIn, NotThere, 200,   200,      NotThere),
        new("/rounds/{code}",                          "/rounds/GD-2026",              SignIn,   NotThere, 200,      200,      200),
        new("/rules",                                  "/rules",                       SignIn,   NotThere, 200,      200,      200),
        new("/rules/{id}",                             "/rules/CITY-2026",             SignIn,   NotThere, 200,      200,      200),
        new("/rules/{id}/edit",                        "/rules/CITY-2026/edit",        SignIn,   NotThere, 200,      NotThere, NotThere),
        new("/sign-in",                                "/sign-in",                     200,      302,      302,      302,      302),
        new("/sign-out",                               "/sign-out",                    SignIn,   200,      200,      200,      200),
        new("/units",                                  "/units?boundaries=today",      SignIn,   NotThere, 200,      200,      200),
        new("/units/{code}",                           "/units/090401",                SignIn,   NotThere, 200,      NotThere, 200),
    ];

    [Fact]
    public void Every_route_stands_in_the_table()
    {
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Table.Select(r => r.Route).Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public async Task Each_role_gets_what_the_table_says()
    {
        var clients = new Dictionary<string, HttpClient> { ["nobody"] = host.Anonymous() };
        foreach (var role in Roles.All) clients[role] = await host.SignedIn(role);
        var holder = host.Holder("GD-2026", "090401", "PPC-CHAIR").Id;
        var wrong = new List<string>();
        foreach (var row in Table)
            foreach (var (who, expected) in new[] { ("nobody", row.Nobody), (Roles.Admin, row.Admin), (Roles.Board, row.Board), (Roles.Local, row.Local), (Roles.Auditor, row.Auditor) })
            {
                var status = (int)(await clients[who].GetAsync(row.Address.Replace("{holder of 090401}", holder.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), TestContext.Current.CancellationToken)).StatusCode;
                if (status != expected) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{who} {row.Address}: {status}, expected {expected}"));
            }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Roles.Admin), InlineData(Roles.Board), InlineData(Roles.Local), InlineData(Roles.Auditor)]
    public async Task Navigation_offers_only_what_the_role_may_open(string role)
    {
        var client = await host.SignedIn(role);
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        var start = page.IndexOf("<nav", StringComparison.Ordinal);
        var navigation = page[start..page.IndexOf("</nav>", start, StringComparison.Ordinal)];
        var addresses = navigation.Split("href=\"").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.Contains("/", addresses);
        foreach (var address in addresses)
            Assert.Equal(200, (int)(await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_looks_like_one_out_of_scope()
    {
        var client = await host.SignedIn(Roles.Auditor);
        var answer = await client.GetAsync("/nowhere", TestContext.Current.CancellationToken);
        Assert.Equal(NotThere, (int)answer.StatusCode);
        Assert.Contains("Không tìm thấy hoặc không thuộc phạm vi của bạn", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
