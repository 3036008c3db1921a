using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Forms;

/// <summary>The numbers of the forms.</summary>
static class FormNumbers
{
    public static IReadOnlyList<int> All { get; } = [1, 2, 3, 4, 5];

    /// <summary>Forms 4 and 5 name people.</summary>
    public static bool IsNamed(int number) => number >= 4;

    /// <summary>The form; null where there is no such round or area.</summary>
    public static async Task<FormTable?> Form(this IMediator mediator, int number, string? round, string? area, CancellationToken ct) => IsNamed(number)
        ? await mediator.Send(new NamedFormQuery(number, round, area), ct)
        : number == 1 ? await mediator.Send(new FormQuery(round, area), ct) : await mediator.Send(new PublishedFormQuery(number, round, area), ct);
}

/// <summary>Form 1: how far the units have come.</summary>
sealed record FormQuery(string? Round, string? Area) : IQuery<FormTable?>, IInLanguage;

/// <summary>A form of results without names, 2 or 3.</summary>
sealed record PublishedFormQuery(int Number, string? Round, string? Area) : IQuery<FormTable?>, IInLanguage, IPublishedData;

/// <summary>A form with names, 4 or 5.</summary>
sealed record NamedFormQuery(int Number, string? Round, string? Area) : IQuery<FormTable?>, IInLanguage, INamedData;

sealed class FormHandler(IMediator mediator, ProgressForm progress) : IRequestHandler<FormQuery, FormTable?>
{
    public async Task<FormTable?> Handle(FormQuery request, CancellationToken cancellationToken) => await FormScope.Of(mediator, request.Round, request.Area, cancellationToken) is not { } scope ? null
        : progress.Make(scope, await mediator.Send(new MeetingsQuery(scope.Round.Code), cancellationToken));
}

sealed class PublishedFormHandler(IMediator mediator, PositionsForm positions, BandsForm bands) : IRequestHandler<PublishedFormQuery, FormTable?>
{
    public async Task<FormTable?> Handle(PublishedFormQuery request, CancellationToken cancellationToken) => await FormScope.Of(mediator, request.Round, request.Area, cancellationToken) is not { } scope ? null : request.Number switch
    {
        2 => positions.Make(scope),
        3 => bands.Make(scope),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Number, "Forms of results without names are 2 and 3."),
    };
}

sealed class NamedFormHandler(IMediator mediator, OfficialsForm officials, OutcomeForm outcome) : IRequestHandler<NamedFormQuery, FormTable?>
{
    public async Task<FormTable?> Handle(NamedFormQuery request, CancellationToken cancellationToken) => await FormScope.Of(mediator, request.Round, request.Area, cancellationToken) is not { } scope ? null : request.Number switch
    {
        4 => officials.Make(scope),
        5 => outcome.Make(scope),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Number, "Forms with names are 4 and 5."),
    };
}
