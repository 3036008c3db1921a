using Analytics.Domain.Audit;
using Analytics.Domain.Settings;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.OfficeSettings;

/// <summary>Keeps the settings that differ from those that stand; returns how many. The audit holds which, not what they say: one is a name.</summary>
/// <param name="Typed">By key; every setting of the page.</param>
sealed record SaveSettingsCommand(IReadOnlyDictionary<string, string> Typed) : ICommand<int>
{
    public sealed class Handler(Store store, InstallationSettings settings, CurrentViewer current, TimeProvider time) : RequestHandler<SaveSettingsCommand, int>
    {
        protected override int Handle(SaveSettingsCommand request)
        {
            using var writer = store.Write();
            var standing = settings.Of(writer.Db);
            var changed = SettingField.All.Where(f => request.Typed[f.Key] != f.Read(standing)).ToList();
            if (changed.Count == 0) return 0;
            var (now, by) = (time.GetUtcNow().UtcDateTime, current.Required.UserName);
            foreach (var field in changed)
            {
                var value = request.Typed[field.Key];
                if (writer.Db.Settings.Find(field.Key) is { } known) (known.Value, known.UpdatedAt, known.UpdatedBy) = (value, now, by);
                else writer.Db.Settings.Add(new Setting { Key = field.Key, Value = value, UpdatedAt = now, UpdatedBy = by });
            }
            writer.Db.Audit.Add(new AuditEntry { At = now, User = by, Action = "settings", Target = string.Join(", ", changed.Select(f => f.Key)), EntryKey = Guid.NewGuid().ToString("N") });
            writer.RaiseWorkVersion();
            writer.Commit();
            return changed.Count;
        }
    }
}
