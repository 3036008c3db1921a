using Analytics.Domain.Access;
using Analytics.Web.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Web.Tests.Rules;

/// <summary>
/// Two rounds under CITY-2026, loaded on 20 November 2026. In 2024 the chair of the council has exactly half low (30 of 60), that of the
/// committee 10 of 60; in 2022 the same two 5 and 10 of 60. No minutes give delegates.
/// </summary>
public sealed class RuleCity : IDisposable
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));

    public RuleCity() => Office = new() { Replace = services => services.AddSingleton<TimeProvider>(clock) };

    public Office Office { get; }

    public async Task<HttpClient> Board()
    {
        var board = await Office.BoardWithReferenceData();
        await Office.Load(board, ("rounds-2022.csv", Office.Rounds.Replace("2024", "2022", StringComparison.Ordinal)),
            ("2022.csv", Office.Results.Replace("2024", "2022", StringComparison.Ordinal)), ("2024.csv", Office.Results.Replace(",40,15,5", ",20,10,30", StringComparison.Ordinal)));
        return board;
    }

    /// <summary>Nobody stays signed in for a day.</summary>
    public Task<HttpClient> DaysLater(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        return Office.SignedIn(Roles.Board);
    }

    public int Official(string name)
    {
        using var reader = Office.Store.Read();
        return reader.Db.Persons.Single(p => p.Name == name).Id;
    }

    public void Dispose() => Office.Dispose();
}
