using Analytics.Domain.Names;

namespace Analytics.Domain.People;

/// <summary>What tells two officials of one round, unit and post apart.</summary>
public static class OfficialKeys
{
    /// <summary><c>c:code</c> where there is a code, else <c>n:folded name|born</c>.</summary>
    public static string Of(string? name, string? code, string? born) =>
        string.IsNullOrEmpty(code) ? $"n:{Folding.Fold(name)}|{born}" : "c:" + code;
}
