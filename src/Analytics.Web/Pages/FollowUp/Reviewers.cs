using Analytics.Domain.Access;
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
    static readonly string[] Wanted = [Roles.Board, Roles.Local];

    protected override ReviewerList Handle(ReviewersQuery request)
    {
        var db = context.Db;
        var users = from user in db.Users.AsNoTracking()
                    where db.UserRoles.Any(r => r.UserId == user.Id && db.Roles.Any(role => role.Id == r.RoleId && Wanted.Contains(role.Name)))
                    select user.UserName;
        return new ReviewerList(users.AsEnumerable().OfType<string>().Order(StringComparer.Ordinal).ToList());
    }
}
