using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>Who may work on cases: user names, in order.</summary>
sealed record ReviewersQuery : IQuery<ReviewerList>;

sealed record ReviewerList(IReadOnlyList<string> Users) : IRowCount
{
    public int RowCount => Users.Count;
}

sealed class ReviewersHandler(QueryContext context) : RequestHandler<ReviewersQuery, ReviewerList>
{
    protected override ReviewerList Handle(ReviewersQuery request) => new(Reviewers.Of(context.Db));
}

static class Reviewers
{
    /// <summary>User names of all accounts with a role that may work on cases and that are not locked for good, in order.</summary>
    public static IReadOnlyList<string> Of(AnalyticsDb db)
    {
        var roles = Policies.RolesOf[Policies.FollowUp];
        var users = from user in db.Users.AsNoTracking()
                    where user.LockoutEnd != DateTimeOffset.MaxValue && db.UserRoles.Any(r => r.UserId == user.Id && db.Roles.Any(role => role.Id == r.RoleId && roles.Contains(role.Name)))
                    select user.UserName;
        return users.AsEnumerable().OfType<string>().Order(StringComparer.Ordinal).ToList();
    }
}
