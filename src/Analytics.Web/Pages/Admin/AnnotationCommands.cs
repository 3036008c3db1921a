using System.Globalization;
using Analytics.Domain.Annotations;
using Analytics.Domain.Audit;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;

namespace Analytics.Web.Pages.Admin;

/// <summary>A note as typed.</summary>
sealed record AnnotationForm(DateOnly? On, string? Place, string? TextVi, string? TextEn)
{
    static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>What is wrong, by field: a key of a text.</summary>
    /// <param name="unreadable">The day could not be read.</param>
    public IReadOnlyDictionary<string, string> Mistakes(bool unreadable, Func<string, bool> isPlace, DateOnly today)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (unreadable || On is null) mistakes["on"] = "annotations.day-needed";
        else if (On < Earliest || On > today.AddYears(1)) mistakes["on"] = "annotations.day-far";
        if (!isPlace(Typed.Line(Place))) mistakes["place"] = "annotations.place-unknown";
        if (Typed.Line(TextVi).Length == 0) mistakes["text-vi"] = "annotations.text-needed";
        else if (Typed.Line(TextVi).Length > Annotation.LongestText) mistakes["text-vi"] = "annotations.text-long";
        if (Typed.Line(TextEn).Length > Annotation.LongestText) mistakes["text-en"] = "annotations.text-long";
        return mistakes;
    }
}

/// <summary>Writes a note on the time axis of a place; returns its id.</summary>
sealed record AddAnnotationCommand(DateOnly On, string Place, string TextVi, string TextEn) : ICommand<int>;

/// <summary>Takes a note back. False where there is none that stands.</summary>
sealed record RemoveAnnotationCommand(int Id) : ICommand<bool>;

sealed class AddAnnotationHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<AddAnnotationCommand, int>
{
    protected override int Handle(AddAnnotationCommand request)
    {
        using var writer = store.Write();
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var note = new Annotation { On = request.On, Place = request.Place, TextVi = request.TextVi, TextEn = request.TextEn, At = now, By = by };
        writer.Db.Annotations.Add(note);
        writer.Db.Audit.Add(new AuditEntry { At = now, User = by, Action = "annotation", Target = string.Create(CultureInfo.InvariantCulture, $"{request.Place} {request.On:yyyy-MM-dd}"), EntryKey = Guid.NewGuid().ToString("N") });
        writer.RaiseWorkVersion();
        writer.Commit();
        return note.Id;
    }
}

sealed class RemoveAnnotationHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RemoveAnnotationCommand, bool>
{
    protected override bool Handle(RemoveAnnotationCommand request)
    {
        using var writer = store.Write();
        if (writer.Db.Annotations.SingleOrDefault(a => a.Id == request.Id && a.RemovedAt == null) is not { } note) return false;
        (note.RemovedAt, note.RemovedBy) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        writer.Db.Audit.Add(new AuditEntry { At = note.RemovedAt.Value, User = note.RemovedBy, Action = "annotation-removed", Target = string.Create(CultureInfo.InvariantCulture, $"{note.Place} {note.On:yyyy-MM-dd}"), EntryKey = Guid.NewGuid().ToString("N") });
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
