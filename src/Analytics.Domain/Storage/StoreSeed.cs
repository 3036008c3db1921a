using Analytics.Domain.Access;
using Analytics.Domain.Rounds;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>What every store holds from the first: its state, the regimes and the roles.</summary>
static class StoreSeed
{
    /// <summary>Whether <see cref="Plant"/> has nothing left to do: counts the state's row and the roles, without a model.</summary>
    public static readonly string CountSql =
        $"SELECT (SELECT count(*) FROM store_state) + (SELECT count(*) FROM access_roles WHERE name IN ({string.Join(", ", Roles.All.Select(r => $"'{r}'"))}))";

    /// <summary>What <see cref="CountSql"/> gives for a store that was seeded.</summary>
    public static readonly int Count = 1 + Roles.All.Count;

    public static void Plant(AnalyticsDb db)
    {
        if (IsPlanted(db)) return;
        using var transaction = db.Database.BeginTransaction();
        if (!db.State.Any())
        {
            db.State.Add(new StoreState());
            db.Regimes.AddRange(RegimeFile.Shipped().Select((r, i) => new RegimeRow { Id = r.Id, Sort = i, Json = r.Json }));
        }
        var known = db.Roles.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        db.Roles.AddRange(Roles.All.Where(r => !known.Contains(r)).Select(r => new IdentityRole<int>(r) { NormalizedName = r.ToUpperInvariant() }));
        db.SaveChanges();
        transaction.Commit();
    }

    public static bool IsPlanted(AnalyticsDb db) => db.State.Any() && db.Roles.Count(r => Roles.All.Contains(r.Name)) == Roles.All.Count;
}
