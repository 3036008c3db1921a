using Analytics.Domain.Imports;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared.Tables;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>One problem as a page prints it; what was found and the messages are null for those who may not see names.</summary>
sealed record ProblemRow(string? Sheet, int? Row, string? Column, string? Value, string Rule, bool IsError, string? MessageVi, string? MessageEn);

/// <param name="Total">Problems the filters leave.</param>
sealed record ProblemList(IReadOnlyList<ProblemRow> Rows, int Total, PagePlace Place) : IRowCount
{
    public int RowCount => Rows.Count;

    /// <summary>
    /// The problems of an import. Values and messages may hold a person's name: those entitled to names get them, and the
    /// look is recorded; others get the place and the rule.
    /// </summary>
    public static IRequest<ProblemList> QueryFor(Viewer viewer, int import, string? severity, string? rule, int page, int size) =>
        viewer.May(Policies.Names) ? new NamedProblemsQuery(import, severity, rule, page, size) : new ProblemsQuery(import, severity, rule, page, size);

    public ExportTable ToTable(int import, bool named)
    {
        (string, Func<ProblemRow, object?>)[] place = [("sheet", p => p.Sheet), ("row", p => p.Row), ("column", p => p.Column)];
        (string, Func<ProblemRow, object?>)[] rule = [("rule", p => p.Rule), ("severity", p => p.IsError ? "error" : "warning")];
        (string, Func<ProblemRow, object?>)[] messages = [("message_vi", p => p.MessageVi), ("message_en", p => p.MessageEn)];
        return named
            ? ExportTable.Of($"import-{import}-problems", Rows, [.. place, ("value", p => p.Value), .. rule, .. messages])
            : ExportTable.Of($"import-{import}-problems", Rows, [.. place, .. rule]);
    }

    internal static ProblemList Read(QueryContext context, int import, string? severity, string? rule, int page, int size, bool named)
    {
        var wanted = context.Db.ImportProblems.Where(p => p.ImportId == import);
        if (severity is "error" or "warning") wanted = wanted.Where(p => p.IsError == (severity == "error"));
        if (!string.IsNullOrEmpty(rule)) wanted = wanted.Where(p => p.Rule == rule);
        var total = wanted.Count();
        var place = PagePlace.Of(page, total, size);
        var rows = wanted.OrderBy(p => p.Row ?? 0).ThenBy(p => p.Id).Skip(place.Skip).Take(size);
        return new(named
            ? rows.Select(p => new ProblemRow(p.Sheet, p.Row, p.Column, p.Value, p.Rule, p.IsError, p.MessageVi, p.MessageEn)).ToList()
            : rows.Select(p => new ProblemRow(p.Sheet, p.Row, p.Column, null, p.Rule, p.IsError, null, null)).ToList(), total, place);
    }
}

/// <param name="Severity">error or warning; empty for both.</param>
sealed record NamedProblemsQuery(int Import, string? Severity, string? Rule, int Page, int Size) : IQuery<ProblemList>, INamedData
{
    public sealed class Handler(QueryContext context) : RequestHandler<NamedProblemsQuery, ProblemList>
    {
        protected override ProblemList Handle(NamedProblemsQuery q) => ProblemList.Read(context, q.Import, q.Severity, q.Rule, q.Page, q.Size, named: true);
    }
}

/// <param name="Severity">error or warning; empty for both.</param>
sealed record ProblemsQuery(int Import, string? Severity, string? Rule, int Page, int Size) : IQuery<ProblemList>
{
    public sealed class Handler(QueryContext context) : RequestHandler<ProblemsQuery, ProblemList>
    {
        protected override ProblemList Handle(ProblemsQuery q) => ProblemList.Read(context, q.Import, q.Severity, q.Rule, q.Page, q.Size, named: false);
    }
}
