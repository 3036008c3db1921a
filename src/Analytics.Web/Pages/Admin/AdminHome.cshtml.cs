using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Admin;

/// <summary>What an administrator looks after, with how it stands. No results, no officials.</summary>
[Authorize(Policy = Policies.Administration)]
sealed class AdminHomeModel(IMediator mediator) : PageModel
{
    /// <param name="Locked">Accounts that cannot sign in at the moment.</param>
    /// <param name="Units">Units valid on the day looked at.</param>
    public sealed record Result(int Users, int Locked, int Settings, int Annotations, int Units, int Rounds, int Positions);

    public sealed record Query : IQuery<Result>;

    public Result Data { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct) => Data = await mediator.Send(new Query(), ct);

    sealed class Handler(QueryContext context, TimeProvider time) : RequestHandler<Query, Result>
    {
        protected override Result Handle(Query request)
        {
            var (db, reference, now) = (context.Db, context.Reference, time.GetUtcNow());
            var lockedUntil = db.Users.AsNoTracking().Select(u => u.LockoutEnd).ToList();
            return new(lockedUntil.Count, lockedUntil.Count(until => until > now), db.Settings.Count(), db.Annotations.Count(a => a.RemovedAt == null),
                reference.Units.All.Count(u => u.IsValidOn(context.LookDay)), reference.Rounds.Count, reference.Positions.Count);
        }
    }
}
