using Analytics.Domain.Audit;
using Analytics.Domain.Imports;
using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>
/// Takes rows of an import back, as a new version: they are closed with the reason, nothing is deleted, and what was known
/// at a date before stays known. Rows that they had corrected do not come back by themselves.
/// </summary>
/// <remarks>
/// Closing is one transaction, publishing another. A crash between the two leaves the rows in readers' sight until the
/// next import, refresh or withdrawal publishes; repeating the withdrawal does that and changes nothing else.
/// </remarks>
public sealed class Withdrawal(Store store, TimeProvider time)
{
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    /// <exception cref="StoreException">The writer's turn did not come; nothing changed.</exception>
    public WithdrawalOutcome Run(WithdrawalRequest request, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Reason);
        var outcome = Close(request, ct);
        return outcome.State is WithdrawalState.Withdrawn or WithdrawalState.NothingCurrent ? Publish(outcome, ct) : outcome;
    }

    WithdrawalOutcome Close(WithdrawalRequest request, CancellationToken ct)
    {
        using var writer = store.Write(ct);
        var outcome = Close(writer, request);
        if (outcome.State == WithdrawalState.Withdrawn) writer.Commit();
        return outcome;
    }

    WithdrawalOutcome Close(Writer writer, WithdrawalRequest request)
    {
        var db = writer.Db;
        if (db.Imports.SingleOrDefault(i => i.Id == request.Import) is not { } import) return new(WithdrawalState.UnknownImport, request.Import);
        var outcome = new WithdrawalOutcome(WithdrawalState.NothingCurrent, import.Id) { File = import.FileName, Kind = import.Kind };
        if (import.State != ImportState.Loaded) return outcome with { State = WithdrawalState.NeverLoaded };
        if (Kinds.Parse(import.Kind) is not (FileKind.Results or FileKind.Roster)) return outcome with { State = WithdrawalState.ReferenceData };

        var rows = new WithdrawnRows(db, import.Id);
        if (request.Row is { } row && Narrow(rows, row, request.Sheet, outcome) is { } unclear) return unclear;
        if (request.AllowedUnits is { } allowed && rows.Units().Any(u => !allowed.Contains(u))) return outcome with { State = WithdrawalState.OutOfScope };

        var (corrections, earlier) = rows.Corrected();
        db.StaleMarks.AddRange(rows.Marks());
        var (results, roster) = rows.Close(writer.State.DataVersion + 1, request.Reason.Trim());
        if (results + roster == 0) return outcome;
        db.Audit.Add(new AuditEntry
        {
            At = time.GetUtcNow().UtcDateTime,
            User = request.By,
            Action = "withdraw",
            Target = request.Row is null ? $"import {import.Id}" : $"import {import.Id} row {request.Row}",
            Rows = results + roster,
            EntryKey = Guid.NewGuid().ToString("N"),
        });
        return outcome with { State = WithdrawalState.Withdrawn, Results = results, Roster = roster, Corrections = corrections, EarlierImports = earlier };
    }

    /// <summary>Leaves the one row; returns why there is none, or not one.</summary>
    static WithdrawalOutcome? Narrow(WithdrawnRows rows, int row, string? sheet, WithdrawalOutcome outcome)
    {
        var sheets = rows.SheetsWith(row);
        var named = sheet is null ? sheets : sheets.Where(s => string.Equals(s?.Normalize(), sheet.Normalize(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 1)
        {
            rows.Narrow(row, named[0]);
            return null;
        }
        return outcome with { State = named.Count == 0 ? WithdrawalState.UnknownRow : WithdrawalState.SheetNeeded, Sheets = sheets.OfType<string>().ToList() };
    }

    WithdrawalOutcome Publish(WithdrawalOutcome outcome, CancellationToken ct)
    {
        try
        {
            return TrendRefresh.Run(store, time, everything: false, ct) is { Published: true } published ? outcome with { Version = published.Version } : outcome;
        }
        catch (StoreException e)
        {
            return outcome with { Failure = $"Withdrawn but not published: {e.Message} The next import or \"refresh\" publishes it." };
        }
    }
}
