using Analytics.Domain.Access;
using Analytics.Domain.Units;
using Analytics.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Access;

public class ScopeTests
{
    [Fact]
    public void Admin_sees_no_results_and_nobodys_imports()
    {
        using var host = new TestHost();
        Assert.Equal(Scope.Nothing, host.ViewerOf(Roles.Admin).Scope);
    }

    [Fact]
    public void Board_sees_everything()
    {
        using var host = new TestHost();
        Assert.Equal(Scope.Everything, host.ViewerOf(Roles.Board).Scope);
    }

    [Fact]
    public void Auditor_sees_aggregates_and_imports_but_no_unit()
    {
        using var host = new TestHost();
        var scope = host.ViewerOf(Roles.Auditor).Scope;
        Assert.Equal((false, true, true, true), (scope.AllUnits, scope.Aggregates, scope.AllAreas, scope.AllImports));
        Assert.Empty(scope.UnitIds);
    }

    [Fact]
    public void Local_sees_the_units_counted_under_its_areas_in_every_version_and_the_units_it_names()
    {
        using var host = new TestHost();
        host.Seed(db =>
        {
            db.Units.AddRange(
                Unit(1, "GD", UnitLevel.Province, null),
                Unit(2, "001", UnitLevel.District, "GD", to: new(2025, 7, 1)),
                Unit(3, "002", UnitLevel.District, "GD", to: new(2025, 7, 1)),
                Unit(4, "00101", UnitLevel.Commune, "001", to: new(2025, 7, 1)),
                Unit(5, "00201", UnitLevel.Commune, "002", to: new(2025, 7, 1)),
                Unit(6, "00101", UnitLevel.Commune, "GD", from: new(2025, 7, 1), area: "001"),
                Unit(7, "00201", UnitLevel.Commune, "GD", from: new(2025, 7, 1), area: "002"),
                Unit(8, "00299", UnitLevel.Commune, "GD", from: new(2025, 7, 1), area: "002"));
            db.Users.Single(u => u.UserName == "local@example.org").Areas = "001, 00299";
        });
        var scope = host.ViewerOf(Roles.Local).Scope;
        Assert.Equal([2, 4, 6, 8], scope.UnitIds);
        Assert.Equal(["001", "00299"], scope.AreaCodes);
        Assert.Equal((false, true, false, false, "local@example.org"), (scope.AllUnits, scope.Aggregates, scope.AllAreas, scope.AllImports, scope.UserName));
    }

    [Fact]
    public async Task A_right_taken_away_is_gone_at_the_next_request()
    {
        using var host = new TestHost();
        var client = await host.SignedIn(Roles.Board);
        host.Seed(db => db.Users.Where(u => u.UserName == "board@example.org").ExecuteUpdate(s => s.SetProperty(u => u.SecurityStamp, "reset")));
        Assert.Equal(302, (int)(await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(Policies.Results, "Board,Local,Auditor"), InlineData(Policies.Names, "Board,Local"), InlineData(Policies.Import, "Board,Local")]
    [InlineData(Policies.ImportHistory, "Board,Local,Auditor"), InlineData(Policies.Jobs, "Admin")]
    public async Task A_policy_admits_its_roles_and_no_other(string policy, string roles)
    {
        using var host = new TestHost();
        var admitted = new List<string>();
        foreach (var role in Roles.All)
        {
            using var scope = host.Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(host.ViewerOf(role));
            var user = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity("test"));
            var result = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, policy);
            if (result.Succeeded) admitted.Add(role);
        }
        Assert.Equal(roles.Split(','), admitted);
    }

    static Unit Unit(int id, string code, UnitLevel level, string? parent, DateOnly? from = null, DateOnly? to = null, string? area = null) => new()
    {
        Id = id,
        Code = code,
        Name = code,
        NameFolded = code,
        SortKey = code,
        Level = level,
        ParentCode = parent,
        AreaCode = area,
        ValidFrom = from,
        ValidTo = to,
    };
}
