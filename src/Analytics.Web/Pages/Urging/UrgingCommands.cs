using System.Globalization;
using Analytics.Domain.Audit;
using Analytics.Domain.Coverage;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Urging;

/// <summary>Keeps a contact of a reporting body; returns its id.</summary>
sealed record AddContactCommand(int BodyId, string Name, string Post, string Phone, string Email) : ICommand<int>;

/// <summary>Writes down that bodies were urged in a round: one call, or a letter that went to each of them. Returns how many records were made.</summary>
/// <param name="Answered">Who answered a call; empty when nobody did, and for a letter.</param>
/// <param name="Promised">The day promised, or asked for.</param>
sealed record RecordUrgingCommand(int RoundId, IReadOnlyList<int> Bodies, UrgingKind Kind, DateOnly On, string Document, string Answered, DateOnly? Promised, string Note) : ICommand<int>;

/// <summary>Takes back a contact, or an urging. False where there is none that stands.</summary>
sealed record RemoveUrgingDataCommand(int BodyId, int Id, bool IsContact) : ICommand<bool>;

sealed class AddContactHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<AddContactCommand, int>
{
    protected override int Handle(AddContactCommand request)
    {
        using var writer = store.Write();
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var contact = new Contact { BodyId = request.BodyId, Name = request.Name, Post = request.Post, Phone = request.Phone, Email = request.Email, At = now, By = by };
        writer.Db.Contacts.Add(contact);
        writer.Db.Audit.Add(new AuditEntry { At = now, User = by, Action = "contact", Target = string.Create(CultureInfo.InvariantCulture, $"unit {request.BodyId}"), EntryKey = Guid.NewGuid().ToString("N") });
        writer.RaiseWorkVersion();
        writer.Commit();
        return contact.Id;
    }
}

sealed class RecordUrgingHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RecordUrgingCommand, int>
{
    protected override int Handle(RecordUrgingCommand request)
    {
        using var writer = store.Write();
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        var round = writer.Reference.Round(request.RoundId) ?? throw new InvalidOperationException($"There is no round {request.RoundId}.");
        var bodies = request.Bodies.Distinct().Where(id => writer.Reference.Units.ById(id) is not null).ToList();
        if (bodies.Count == 0) return 0;
        writer.Db.Urgings.AddRange(bodies.Select(body => new Domain.Coverage.Urging
        {
            RoundId = round.Id,
            BodyId = body,
            Kind = request.Kind,
            On = request.On,
            Document = request.Document,
            Answered = request.Answered,
            Promised = request.Promised,
            Note = request.Note,
            At = now,
            By = by,
        }));
        writer.Db.Audit.Add(new AuditEntry
        {
            At = now,
            User = by,
            Action = request.Kind == UrgingKind.Call ? "urge-call" : "urge-letter",
            Target = string.Create(CultureInfo.InvariantCulture, $"round {round.Code} {request.On:yyyy-MM-dd}"),
            Rows = bodies.Count,
            EntryKey = Guid.NewGuid().ToString("N"),
        });
        writer.RaiseWorkVersion();
        writer.Commit();
        return bodies.Count;
    }
}

sealed class RemoveUrgingDataHandler(Store store, TimeProvider time, CurrentViewer current) : RequestHandler<RemoveUrgingDataCommand, bool>
{
    protected override bool Handle(RemoveUrgingDataCommand request)
    {
        using var writer = store.Write();
        var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
        if (request.IsContact)
        {
            if (writer.Db.Contacts.SingleOrDefault(c => c.Id == request.Id && c.BodyId == request.BodyId && c.RemovedAt == null) is not { } contact) return false;
            (contact.RemovedAt, contact.RemovedBy) = (now, by);
        }
        else
        {
            if (writer.Db.Urgings.SingleOrDefault(u => u.Id == request.Id && u.BodyId == request.BodyId && u.RemovedAt == null) is not { } urging) return false;
            (urging.RemovedAt, urging.RemovedBy) = (now, by);
        }
        writer.Db.Audit.Add(new AuditEntry
        {
            At = now,
            User = by,
            Action = request.IsContact ? "contact-removed" : "urge-removed",
            Target = string.Create(CultureInfo.InvariantCulture, $"{(request.IsContact ? "contact" : "urging")} {request.Id}"),
            EntryKey = Guid.NewGuid().ToString("N"),
        });
        writer.RaiseWorkVersion();
        writer.Commit();
        return true;
    }
}
