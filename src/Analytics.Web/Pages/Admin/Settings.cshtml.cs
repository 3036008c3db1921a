using Analytics.Domain.Rounds;
using Analytics.Domain.Settings;
using Analytics.Web.Access;
using Analytics.Web.OfficeSettings;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Admin;

/// <summary>What the office calls itself on pages and papers, and how its papers are signed.</summary>
[Authorize(Policy = Policies.Administration)]
sealed class SettingsModel(IMediator mediator, QueryContext context, InstallationSettings settings) : PageModel
{
    [FromQuery] public int? Saved { get; set; }

    /// <summary>Values as typed, or as they stand, by key.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, Setting> Changed { get; private set; } = new Dictionary<string, Setting>();
    /// <summary>What is wrong, by key of the setting: a key of a text.</summary>
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();

    public void OnGet()
    {
        var standing = settings.Of(context.Db);
        Values = SettingField.All.ToDictionary(f => f.Key, f => f.Read(standing));
        Load();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        Values = SettingField.All.ToDictionary(f => f.Key, Typed);
        Mistakes = SettingField.All.Select(f => (f.Key, Mistake: f.Mistake(Values[f.Key]))).Where(m => m.Mistake is not null).ToDictionary(m => m.Key, m => m.Mistake!);
        if (Mistakes.Count == 0) return new SeeOther($"/admin/settings?saved={await mediator.Send(new SaveSettingsCommand(Values), ct)}");
        Load();
        return Page();
    }

    string Typed(SettingField field) => field.Kind switch
    {
        SettingKind.YesNo => Request.Form.ContainsKey(field.Name) ? SettingField.Yes : "false",
        SettingKind.Lines => string.Join('\n', Analytics.Web.Shared.Typed.Lines(Request.Form[field.Name]).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        _ when field.Key == SettingField.BandEdges => FavourableBands.Parse(Request.Form[field.Name])?.ToString() ?? Analytics.Web.Shared.Typed.Line(Request.Form[field.Name]),
        _ => Analytics.Web.Shared.Typed.Line(Request.Form[field.Name]),
    };

    void Load() => Changed = context.Db.Settings.AsNoTracking().ToDictionary(s => s.Key, StringComparer.Ordinal);
}
