using Analytics.Domain.FollowUp;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>The viewer's own saved views of the queue, by name.</summary>
/// <param name="User">The viewer: answers are remembered by rights, and two accounts may have the same.</param>
sealed record SavedViewsQuery(string User) : IQuery<SavedViewList>;

sealed record SavedViewList(IReadOnlyList<SavedView> Views) : IRowCount
{
    public int RowCount => Views.Count;
}

/// <summary>Keeps filters under a name; those kept under it before are replaced. Gives the key of what is wrong, null when nothing is.</summary>
/// <param name="Query">Of an address the page made itself.</param>
sealed record SaveViewCommand(string Name, string Query) : ICommand<string?>;

/// <summary>False where the viewer has no such view.</summary>
sealed record ForgetViewCommand(int Id) : ICommand<bool>;

sealed class SavedViewsHandler(QueryContext context) : RequestHandler<SavedViewsQuery, SavedViewList>
{
    protected override SavedViewList Handle(SavedViewsQuery request)
    {
        return new SavedViewList(context.Db.SavedViews.AsNoTracking().Where(v => v.User == request.User).AsEnumerable().OrderBy(v => v.Name, StringComparer.Ordinal).ToList());
    }
}

sealed class SaveViewHandler(Store store, CurrentViewer current) : RequestHandler<SaveViewCommand, string?>
{
    protected override string? Handle(SaveViewCommand request)
    {
        if (request.Name.Length == 0) return "follow-up.views.mistake.name";
        if (request.Name.Length > SavedView.LongestName || request.Query.Length > SavedView.LongestQuery) return "follow-up.views.mistake.long";
        using var writer = store.Write();
        var mine = writer.Db.SavedViews.Where(v => v.User == current.Required.UserName).ToList();
        if (mine.Find(v => v.Name == request.Name) is { } known) known.Query = request.Query;
        else if (mine.Count >= SavedView.MostOfOne) return "follow-up.views.mistake.many";
        else writer.Db.SavedViews.Add(new() { User = current.Required.UserName, Name = request.Name, Query = request.Query });
        writer.RaiseWorkVersion();
        writer.Commit();
        return null;
    }
}

sealed class ForgetViewHandler(Store store, CurrentViewer current) : RequestHandler<ForgetViewCommand, bool>
{
    protected override bool Handle(ForgetViewCommand request)
    {
        using var writer = store.Write();
        if (writer.Db.SavedViews.SingleOrDefault(v => v.Id == request.Id && v.User == current.Required.UserName) is not { } known) return false;
        writer.Db.SavedViews.Remove(known);
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
