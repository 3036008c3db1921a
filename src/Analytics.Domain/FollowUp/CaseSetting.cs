namespace Analytics.Domain.FollowUp;

/// <summary>What is known around a case when it is changed.</summary>
/// <param name="Rule">What the round's rule asks of the follow-up.</param>
/// <param name="HeldFrom">First day of the round.</param>
/// <param name="Today">In Viet Nam.</param>
/// <param name="Now">UTC.</param>
/// <param name="By">User name.</param>
public sealed record CaseSetting(FollowUpRule Rule, DateOnly HeldFrom, DateOnly Today, DateTime Now, string By);
