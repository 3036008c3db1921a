using Analytics.Domain.Annotations;
using Analytics.Web.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Shared.Annotations;

/// <summary>All annotations that stand, by day. Whoever may see a place's chart may see its annotations.</summary>
sealed record AnnotationsQuery : IQuery<IReadOnlyList<Annotation>>;

sealed class AnnotationsHandler(QueryContext context) : RequestHandler<AnnotationsQuery, IReadOnlyList<Annotation>>
{
    protected override IReadOnlyList<Annotation> Handle(AnnotationsQuery request) =>
        context.Db.Annotations.AsNoTracking().OrderBy(a => a.On).ThenBy(a => a.Id).AsEnumerable().Where(a => a.StoodAt(context.LookEnd)).ToList();
}
