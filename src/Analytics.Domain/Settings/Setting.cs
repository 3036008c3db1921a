namespace Analytics.Domain.Settings;

/// <summary>One setting an administrator has changed; what is not here stands as the installation's file of settings has it.</summary>
public sealed class Setting
{
    public required string Key { get; set; }
    public required string Value { get; set; }
    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
}
