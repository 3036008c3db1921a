using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Analytics.Domain.FollowUp;
using Analytics.Domain.Rounds;
using Analytics.Web.Access;
using Analytics.Web.Pages.Officials;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using Analytics.Web.Shared.Tables;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.FollowUp;

/// <summary>The queue (ưu tiên xem xét): every case that is open, the strongest standing first, and why each one is here.</summary>
[Authorize(Policy = Policies.Names)]
sealed class FollowUpModel(IMediator mediator, CurrentViewer current, QueryContext context) : PageModel
{
    public const int PageSize = 50;
    const int MostAssigned = 200;

    /// <summary>Which cases besides the stage: a key of a text each.</summary>
    public static IReadOnlyList<string> States { get; } = ["overdue", "soon", "unassigned", "mine", "paused", "lifted"];
    static readonly Dictionary<string, CaseStates> StateCodes = new(StringComparer.Ordinal)
    {
        ["overdue"] = CaseStates.Overdue,
        ["soon"] = CaseStates.Soon,
        ["unassigned"] = CaseStates.Unassigned,
        ["paused"] = CaseStates.Paused,
        ["lifted"] = CaseStates.Lifted,
    };
    public static IReadOnlyList<string> Sorts { get; } = ["due", "name", "unit"];

    [FromQuery] public string? Round { get; set; }
    [FromQuery] public string? District { get; set; }
    [FromQuery] public string? Position { get; set; }
    [FromQuery] public string? Stage { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery] public string? Reason { get; set; }
    [FromQuery] public string? Sort { get; set; }
    [FromQuery(Name = "page")] public int? PageNumber { get; set; }
    [FromQuery] public int? Given { get; set; }
    [FromQuery] public int? Changed { get; set; }
    [FromQuery(Name = "out-of-reach")] public int? OutOfReach { get; set; }

    public Result Data { get; private set; } = null!;
    public IReadOnlyList<string> Reviewers { get; private set; } = [];
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    public string? Mistake { get; private set; }
    public string? ViewMistake { get; private set; }
    public string? ViewName { get; private set; }

    /// <summary>Cases are work of the present: an earlier day has none to show.</summary>
    public bool LooksBack => current.Required.LooksBack;
    public bool MayAssign => current.Required.May(Policies.FollowUp);
    public DateOnly Today => context.Today;
    public bool IsFiltered => !string.IsNullOrEmpty(Round + District + Position + Stage + State + Reason + Sort);

    Query Asked => new(Round ?? "", District ?? "", Position ?? "", Stage ?? "", State ?? "", Reason ?? "", Sort ?? "", State == "mine" ? current.Required.UserName : "", PageNumber ?? 1, PageSize);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!IsKnown()) return NotFound();
        if (LooksBack) return Request.Query.ContainsKey("format") ? NotFound() : Page();
        var (page, size) = this.RowsToRead(PageNumber, PageSize);
        await Load(Asked with { Page = page, Size = size }, ct);
        return this.Export(() => CaseTable.Of(Data.Rows, Today), Data.Rows.Any(r => r.Round.Sample), Data.Total) ?? Page();
    }

    /// <param name="chosen"><c>id:revision</c> each.</param>
    public async Task<IActionResult> OnPostAssign([FromForm(Name = "case")] IReadOnlyList<string>? chosen, [FromForm] string? user, CancellationToken ct)
    {
        if (!MayAssign || !IsKnown()) return NotFound();
        var cases = (chosen ?? []).Select(Parse).OfType<(int, int)>().Take(MostAssigned).ToList();
        var reviewers = (await mediator.Send(new ReviewersQuery(), ct)).Users;
        Mistake = cases.Count == 0 ? "follow-up.assign.none" : user is not { Length: > 0 } || !reviewers.Contains(user) ? "follow-up.assign.who" : null;
        if (Mistake is not null)
        {
            await Load(Asked, ct);
            return Page();
        }
        var outcome = await mediator.Send(new AssignCasesCommand(cases, user!), ct);
        return new SeeOther(Address(("given", Number(outcome.Given)), ("changed", outcome.Changed > 0 ? Number(outcome.Changed) : null), ("out-of-reach", outcome.OutOfReach > 0 ? Number(outcome.OutOfReach) : null), ("page", PageNumber is > 1 ? Number(PageNumber.Value) : null)));
    }

    public async Task<IActionResult> OnPostSave([FromForm] string? name, CancellationToken ct)
    {
        if (LooksBack || !IsKnown()) return NotFound();
        ViewName = Typed.Line(name);
        ViewMistake = await mediator.Send(new SaveViewCommand(ViewName, Address()["/follow-up".Length..]), ct);
        if (ViewMistake is null) return new SeeOther(Address());
        await Load(Asked, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostForget([FromForm] int view, CancellationToken ct) =>
        !LooksBack && IsKnown() && await mediator.Send(new ForgetViewCommand(view), ct) ? new SeeOther(Address()) : NotFound();

    async Task Load(Query asked, CancellationToken ct)
    {
        Data = await mediator.Send(asked, ct);
        Views = (await mediator.Send(new SavedViewsQuery(current.Required.UserName), ct)).Views;
        if (MayAssign) Reviewers = (await mediator.Send(new ReviewersQuery(), ct)).Users;
    }

    bool IsKnown() => (string.IsNullOrEmpty(Stage) || Stage == "all" || CaseCodes.ParseStage(Stage) is not null)
        && (string.IsNullOrEmpty(State) || States.Contains(State)) && (string.IsNullOrEmpty(Reason) || CaseCodes.ParseReason(Reason) is not null)
        && (string.IsNullOrEmpty(Sort) || Sorts.Contains(Sort)) && (string.IsNullOrEmpty(Round) || context.Reference.Round(Round) is not null);

    static (int, int)? Parse(string typed) => typed.Split(':') is [var id, var seen]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? (number, revision) : null;

    /// <summary>The same list with some values of the address set otherwise; null takes one out.</summary>
    public string Address(params (string Name, string? Value)[] with)
    {
        var values = new List<(string Name, string? Value)> { ("round", Round), ("district", District), ("position", Position), ("stage", Stage), ("state", State), ("reason", Reason), ("sort", Sort) };
        foreach (var (name, value) in with)
        {
            values.RemoveAll(v => v.Name == name);
            values.Add((name, value));
        }
        return "/follow-up" + QueryString.Create(values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="User">Whose cases, where only one's own are asked for.</param>
    public sealed record Query(string Round, string District, string Position, string Stage, string State, string Reason, string Sort, string User, int Page, int Size) : IQuery<Result>, INamedData;

    /// <param name="Line">The official's result as judged; null while a correction waits to be published.</param>
    /// <param name="Name">As the result wrote it.</param>
    public sealed record Row(FollowUpCase Case, OfficialLine? Line, string Name, Round Round, Regime Regime, Domain.Units.Unit Unit, Position Post, string? AreaName, DateOnly? Due, bool Overdue);

    /// <param name="Total">Cases under all filters; <paramref name="Rows"/> is one page of them.</param>
    /// <param name="Stages">Cases by stage under all other filters; those of <paramref name="States"/> are open ones.</param>
    /// <param name="ByArea">Open cases and overdue ones by area under all filters but the area.</param>
    public sealed record Result(
        IReadOnlyList<Row> Rows, int Total, PagePlace Place, IReadOnlyDictionary<CaseStage, int> Stages, IReadOnlyDictionary<string, int> States,
        IReadOnlyList<AreaCount> ByArea, IReadOnlyList<Round> Rounds, IReadOnlyList<Position> Posts, int Everything) : IRowCount
    {
        public int RowCount => Rows.Count;
        public int Open => Stages.Where(s => s.Key != CaseStage.Closed).Sum(s => s.Value);
    }

    public sealed record AreaCount(string Code, string Name, int Open, int Overdue);

    public sealed class Handler(IMediator mediator, QueryContext context, NameOrder names) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var reference = context.Reference;
            var all = (await mediator.Send(new CaseKeysQuery(), cancellationToken)).All;

            var (round, reason, stage) = (request.Round.Length == 0 ? null : reference.Round(request.Round), CaseCodes.ParseReason(request.Reason), CaseCodes.ParseStage(request.Stage));
            var post = request.Position.Length == 0 ? null : reference.Position(request.Position);
            var (asked, mine) = (StateCodes.GetValueOrDefault(request.State), request.State == "mine");
            var (stages, states, areas, wanted) = (new int[(int)CaseStage.Closed + 1], new int[StateCodes.Count], new Dictionary<string, (int Open, int Overdue)>(StringComparer.Ordinal), new List<CaseKey>());
            var (rounds, posts) = (new HashSet<int>(), new HashSet<int>());
            // One pass: each of tens of thousands is fetched from memory once.
            foreach (var k in all)
            {
                rounds.Add(k.RoundId);
                posts.Add(k.PositionId);
                if ((round is not null && k.RoundId != round.Id) || (reason is not null && k.Reason != reason) || (request.Position.Length > 0 && k.PositionId != post?.Id)) continue;
                var isHere = request.District.Length == 0 || k.Area == request.District;
                if (isHere)
                    for (var i = 0; i < states.Length; i++) states[i] += ((int)k.States >> i) & 1;
                if ((k.States & asked) != asked || (mine && !(k.IsOpen && k.Assignee == request.User))) continue;
                if (k.IsOpen && k.Area is { } area)
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(areas, area, out _);
                    count = (count.Open + 1, count.Overdue + (k.Overdue ? 1 : 0));
                }
                if (!isHere) continue;
                stages[(int)k.Stage]++;
                if (request.Stage == "all" || (stage is null ? k.IsOpen : k.Stage == stage)) wanted.Add(k);
            }
            var byArea = areas.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new AreaCount(a.Key, reference.Units.Versions(a.Key) is [.., var unit] ? unit.Name : a.Key, a.Value.Open, a.Value.Overdue)).ToList();
            var place = PagePlace.Of(request.Page, wanted.Count, request.Size);
            var shown = Sorted(wanted, request.Sort, reference).Skip(place.Skip).Take(request.Size).ToList();
            return new Result(
                Rows(shown), wanted.Count, place, Enum.GetValues<CaseStage>().ToDictionary(s => s, s => stages[(int)s]), StateCodes.ToDictionary(s => s.Key, s => states[BitOperations.Log2((uint)s.Value)], StringComparer.Ordinal), byArea, reference.Rounds.Where(r => rounds.Contains(r.Id)).Reverse().ToList(), reference.Positions.Where(p => posts.Contains(p.Id)).ToList(), all.Length);
        }

        IEnumerable<CaseKey> Sorted(List<CaseKey> keys, string sort, Domain.Storage.ReferenceData reference) => sort switch
        {
            "due" => keys.OrderBy(k => k.Due?.DayNumber ?? int.MaxValue),
            "unit" => keys.OrderBy(k => reference.Units.ById(k.UnitId)!.Code, StringComparer.Ordinal).ThenBy(k => reference.Position(k.PositionId)!.Sort),
            "name" => names.Sort(context, keys),
            _ => keys,
        };

        List<Row> Rows(List<CaseKey> shown)
        {
            var (db, reference) = (context.Db, context.Reference);
            var ids = shown.ConvertAll(k => k.Id);
            var cases = db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id);
            var persons = shown.ConvertAll(k => k.PersonId);
            var names = db.Persons.Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionary(p => p.Id, p => p.Name);
            var lines = cases.Values.GroupBy(c => c.RoundId).SelectMany(g => OfficialLines.Of(context, reference.Round(g.Key)!, g.Select(c => c.ResultId).ToList())).ToDictionary(l => l.Row.Result.Id);
            return shown.ConvertAll(k =>
            {
                var (c, round, unit) = (cases[k.Id], reference.Round(k.RoundId)!, reference.Units.ById(k.UnitId)!);
                var line = lines.GetValueOrDefault(c.ResultId);
                return new Row(c, line, line?.Row.Result.OfficialName ?? names.GetValueOrDefault(c.PersonId, ""), round, reference.RegimeOf(round), unit, reference.Position(k.PositionId)!,
                    k.Area is { } area ? reference.Units.Nearest(area, round.HeldFrom)?.Name ?? area : null, k.Due, k.Overdue);
            });
        }
    }
}
