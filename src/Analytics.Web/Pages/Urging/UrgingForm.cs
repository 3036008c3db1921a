using Analytics.Domain.Coverage;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Analytics.Web.Pages.Urging;

/// <summary>What the forms of urging say, checked: a key of a text where something is wrong.</summary>
static class UrgingForm
{
    public const int LongestWord = 120;
    public const int LongestNote = 1000;
    static readonly DateOnly First = new(1990, 1, 1);

    /// <summary>A day that was typed and is none; an empty one is told apart.</summary>
    public static bool HasUnreadable(ModelStateDictionary state) => state.Any(s => s.Value is { Errors.Count: > 0, AttemptedValue.Length: > 0 });

    public static string? Mistake(UrgingKind kind, DateOnly? on, string document, string answered, DateOnly? promised, string note, DateOnly today) => on switch
    {
        null => "urging.mistake.no-day",
        { } day when day > today || day < First => "urging.mistake.day",
        { } day when promised is { } promise && (promise < day || promise > day.AddYears(1)) => "urging.mistake.promised",
        _ when kind == UrgingKind.Letter && document.Length == 0 => "urging.mistake.no-document",
        _ when document.Length > LongestWord || answered.Length > LongestWord || note.Length > LongestNote => "urging.mistake.long",
        _ => null,
    };

    public static string? Mistake(string name, string post, string phone, string email) => name.Length == 0 ? "urging.mistake.no-name"
        : name.Length > LongestWord || post.Length > LongestWord || phone.Length > LongestWord || email.Length > LongestWord ? "urging.mistake.long"
        : phone.Length == 0 && email.Length == 0 ? "urging.mistake.no-way"
        : null;
}
