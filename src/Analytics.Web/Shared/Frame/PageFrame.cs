using Analytics.Web.Access;
using Analytics.Web.OfficeSettings;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;

namespace Analytics.Web.Shared.Frame;

/// <summary>What the layout needs of the store. Rounds come latest first.</summary>
sealed record FrameData(long? DataVersion, DateTime? PublishedAt, IReadOnlyList<FrameRound> Rounds, bool HasSample, OfficeNames Names)
{
    public static FrameData Empty(OfficeNames names) => new(null, null, [], false, names);
}

sealed record FrameRound(string Code, string NameVi, string NameEn, bool Sample)
{
    public string Name(bool english) => english && NameEn.Length > 0 ? NameEn : NameVi;
}

sealed record FrameQuery : IQuery<FrameData>;

sealed class FrameHandler(QueryContext context, InstallationSettings settings) : RequestHandler<FrameQuery, FrameData>
{
    protected override FrameData Handle(FrameQuery request)
    {
        var rounds = context.Reference.Rounds.Reverse().Select(r => new FrameRound(r.Code, r.NameVi, r.NameEn, r.Sample)).ToList();
        return new FrameData(context.State.DataVersion, context.PublishedAt, rounds, rounds.Any(r => r.Sample), settings.Of(context.Db));
    }
}

/// <summary>The frame of the page being made; empty when nobody is signed in, and on error pages, which touch no store.</summary>
sealed class PageFrame(IMediator mediator, CurrentViewer current, InstallationSettings settings, IHttpContextAccessor http)
{
    public async Task<FrameData> Load() =>
        Failed ? FrameData.Empty(settings.InFile)
        : current.Viewer is null ? FrameData.Empty(settings.Current())
        : await mediator.Send(new FrameQuery(), http.HttpContext?.RequestAborted ?? CancellationToken.None);

    bool Failed => http.HttpContext?.Features.Get<IExceptionHandlerFeature>() is not null;
}
