using Analytics.Web.Queries;

namespace Analytics.Web.Pages.Units;

/// <summary>Who was voted on, by result.</summary>
sealed record Holders(IReadOnlyDictionary<int, (int PersonId, string Name)> ByResult) : IRowCount
{
    public static Holders None { get; } = new(new Dictionary<int, (int, string)>());

    public int RowCount => ByResult.Count;

    public (int PersonId, string Name)? Of(int resultId) => ByResult.TryGetValue(resultId, out var holder) ? holder : null;
}

/// <summary>The names of a unit's officials, for those who may see them; every look is recorded.</summary>
sealed record HoldersQuery(int UnitId) : IQuery<Holders>, INamedData;

sealed class HoldersHandler(QueryContext context) : MediatR.RequestHandler<HoldersQuery, Holders>
{
    protected override Holders Handle(HoldersQuery request) => new(context.Db.Results.Where(r => r.UnitId == request.UnitId)
        .Select(r => new { r.Id, r.PersonId, r.OfficialName }).AsEnumerable().ToDictionary(r => r.Id, r => (r.PersonId, r.OfficialName)));
}
